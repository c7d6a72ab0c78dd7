#include "dialogs/slots/delay.h"

#include <algorithm>
#include <string>

#include "dialogs/slots/clock_time.h"
#include "dialogs/slots/number_words.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

constexpr int kMinutesPerWeek = 7 * kMinutesPerDay;

struct Amount {
  int minutes = 0;
  std::size_t next = 0;
};

std::optional<int> unit_minutes(const Tokens& tokens, std::size_t at) {
  static const Vocabulary<int> units = {
      {"minute; minutes; min; mins; minuto; minutos; minutitos; minutito; m", 1},
      {"hour; hours; hr; hrs; hora; horas; h; horitas; horita", kMinutesPerHour},
      {"day; days; dia; dias", kMinutesPerDay},
      {"week; weeks; wk; wks; semana; semanas", kMinutesPerWeek}};
  const auto match = units.at(tokens, at);
  return match ? std::optional(match->meaning) : std::nullopt;
}

/// "20 minutes", "an hour and a half", "media hora"; without a count, one ("the hour").
std::optional<Amount> amount_at(const Tokens& tokens, std::size_t at) {
  static const Vocabulary<int> whole = {
      {"half an hour; a half hour; a half [-] hour; half hour; 1 / 2 hour; media hora; "
       "media horita; (a|un) (bit|little bit|little while|while); half hr; half an hr",
       30},
      {"hora y media; hour and a half; an hour and a half; una hora y media", 90},
      {"un (rato|ratito|ratico); ratito; tres cuartos de hora; un cuarto de hora",
       kMinutesPerHour}};
  if (const auto match = whole.at(tokens, at)) {
    const bool is_while =
        tokens[match->next - 1].form == "bit" || tokens[match->next - 1].form == "while";
    return Amount{is_while ? kMinutesPerHour : match->meaning, match->next};
  }
  static const Vocabulary<int> counts = {
      {"a; an; the; un; una; el; la", 1},
      {"[a] couple [of]; un par de", 2},
      {"a few; few; unos cuantos; unas cuantas; algunas; algunos", 3}};
  constexpr std::size_t kCountDigitsMax = 3;
  int count = 1;
  std::size_t next = at;
  if (at < tokens.size() && tokens[at].kind == Token::Kind::number &&
      tokens[at].form.size() <= kCountDigitsMax) {
    count = std::stoi(tokens[next++].form);
  } else if (const auto match = counts.at(tokens, at)) {
    count = match->meaning;
    next = match->next;
  } else if (at < tokens.size() && number_word(tokens[at].form)) {
    count = *number_word(tokens[next++].form);
    const auto ones = next < tokens.size() ? number_word(tokens[next].form) : std::nullopt;
    if (count >= 20 && ones && *ones < 10) count += *ones, ++next;
  }
  static const Phrases hyphen("[-|or so|mas]");
  next = std::max(next, hyphen.after(tokens, next));
  const auto unit = unit_minutes(tokens, next);
  if (!unit || count <= 0) return std::nullopt;
  static const Phrases and_half("y media; and a half; y medio");
  const std::size_t half = and_half.after(tokens, ++next);
  return Amount{count * *unit + (half > 0 ? *unit / 2 : 0), std::max(next, half)};
}

}  // namespace

std::optional<Delay> delay_at(const Tokens& tokens, std::size_t at) {
  static const Vocabulary<bool> openings = {
      {"within [the] [next]; (in|during|over) the next; in less than; dentro de [las|"
       "los] (proximas|proximos); en (los|las) (proximos|proximas); en la proxima; en menos de; "
       "antes de que (pasen|pase); in under; no more than; sometime in the next",
       true},
      {"in [about|like|around|maybe|just|another|like a|exactly|approximately|roughly]; en [unos|"
       "unas|como|aproximadamente|mas o menos|cosa de|como unos]; dentro de [unos|unas|como]; "
       "(como|about|give me|deme|dame) [en] [unos|like|about|unas]; after about; al cabo de; "
       "de aqui a; aqui en",
       false}};
  static const Phrases closings(
      "from now; from right now; later; or so; mas tarde; despues; "
      "o algo asi; mas o menos; or less; a partir de ahora");
  if (const auto opening = openings.at(tokens, at)) {
    const auto amount = amount_at(tokens, opening->next);
    if (!amount) return std::nullopt;
    return Delay{amount->minutes, opening->meaning,
                 std::max(amount->next, closings.after(tokens, amount->next))};
  }
  static const Phrases from_now("from now; from right now; later; mas tarde; a partir de ahora");
  const auto amount = amount_at(tokens, at);
  if (!amount || !from_now.begin_at(tokens, amount->next)) return std::nullopt;
  return Delay{amount->minutes, false, from_now.after(tokens, amount->next)};
}

}  // namespace dialogs
