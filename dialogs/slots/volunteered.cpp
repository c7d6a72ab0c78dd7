#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/slots/choice.h"
#include "dialogs/slots/masked.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

constexpr std::size_t kBareNameWordsMax = 4;

/// A part of a text between marks that end a thought.
struct Clause {
  std::string_view text;
  std::size_t begin = 0;
  bool is_question = false;
};

std::vector<Clause> clauses_of(std::string_view text, std::string_view marks) {
  std::vector<Clause> clauses;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool is_end = at == text.size() || marks.find(text[at]) != marks.npos;
    // "3.30" and "T.J." are not two thoughts, nor is "9/15".
    const bool is_inside =
        !is_end || (at + 1 < text.size() && at > 0 && (text[at] == '.' || text[at] == '/') &&
                    text[at + 1] != ' ' && text[at - 1] != ' ');
    if (at < text.size() && is_inside) continue;
    if (at > begin)
      clauses.push_back(
          {text.substr(begin, at - begin), begin, at < text.size() && text[at] == '?'});
    begin = at + 1;
  }
  return clauses;
}

/// Words that say a time is one to call at.
bool speaks_of_calling(const Tokens& tokens) {
  static const Phrases words(
      "call; calls; called; callback; phone; ring; reach; contact; text; free; available; best; "
      "prefer; preferably; works; work; hit; try; time; llamen; llame; llamar; llamenme; llameme; "
      "llamarme; llamada; marquen; marque; marcar; marqueme; marquenme; contacten; disponible; "
      "libre; prefiero; mejor; hablen; hablenme; hableme; hora; horario");
  return words.stand_in(tokens);
}

std::size_t tokens_within(const Tokens& tokens, const Found& found) {
  return static_cast<std::size_t>(std::count_if(
      tokens.begin(), tokens.end(),
      [&](const Token& token) { return token.begin >= found.begin && token.end <= found.end; }));
}

/// A number that nothing marks as a time could be an age or a count.
bool is_bare_number(std::string_view text, const Found& time) {
  const Tokens tokens = tokens_of(text.substr(time.begin, time.end - time.begin));
  return tokens.size() == 1 && tokens[0].kind == Token::Kind::number;
}

/// Whether a clause says when to call. Beside other details a time is enough; alone it has to
/// speak of calling or be nearly all of the clause.
bool says_when(const Clause& clause, bool has_others, const SlotContext& context) {
  const Tokens tokens = tokens_of(clause.text);
  // A "yeah" and "both" elsewhere: a time only where one is asked for.
  static const Phrases other_answers("ya; ya ya; las dos; [a|por] las dos; ya si; si ya");
  if (other_answers.are_all_of(tokens)) return false;
  const bool asks_to_call = speaks_of_calling(tokens);
  const auto found = find_callback_times(clause.text, context);
  if (found.empty() || (clause.is_question && !asks_to_call)) return false;
  const bool is_mostly_time = tokens_within(tokens, found.front()) * 2 > tokens.size();
  return !is_bare_number(clause.text, found.front()) &&
         (has_others || asks_to_call || is_mostly_time);
}

/// The time that the clauses which say when to call give together: "Tomorrow. Mornings are best."
std::vector<Found> times_in(const std::string& text, bool has_others, const SlotContext& context) {
  std::string kept;
  for (const Clause& clause : clauses_of(text, ".;?!\n")) {
    if (!says_when(clause, has_others, context)) continue;
    if (kept.empty()) kept.assign(text.size(), ' ');
    kept.replace(clause.begin, clause.text.size(), clause.text);
    if (clause.begin > 0) kept[clause.begin - 1] = ',';
  }
  return kept.empty() ? std::vector<Found>() : find_callback_times(kept, context);
}

/// Names that stand by themselves between commas, beside a phone or an address.
std::vector<Found> bare_names_in(const std::string& text, const SlotContext& context) {
  for (const Clause& clause : clauses_of(text, ",.;/|\n?!:()")) {
    const auto tokens = tokens_of(clause.text);
    std::size_t words = 0;
    bool fits = !clause.is_question && !tokens.empty();
    for (const Token& token : tokens) {
      words += token.kind == Token::Kind::word ? 1 : 0;
      fits = fits && token.kind != Token::Kind::number;
    }
    if (!fits || words == 0 || words > kBareNameWordsMax) continue;
    if (!find_insurers(clause.text, context).empty()) continue;
    const auto reading = read_name(clause.text, context);
    if (!reading.value) continue;
    return {{*reading.value, clause.begin, clause.begin + clause.text.size()}};
  }
  return {};
}

/// "Dana 213 555 0187": the words right before or after what was found.
std::vector<Found> names_in(const std::string& text, bool has_others, const SlotContext& context) {
  auto names = find_names(text, context);
  if (names.empty() && has_others) names = bare_names_in(text, context);
  if (names.size() > 1) names.resize(1);
  return names;
}

bool is_asked(std::string_view text, const Found& insurer) {
  const auto end = text.find_first_of("?.!\n", insurer.end);
  return end != text.npos && text[end] == '?';
}

}  // namespace

std::vector<Detail> volunteered(std::string_view text, const SlotContext& context) {
  const Tokens tokens = tokens_of(text);
  std::vector<Detail> details;
  const auto add = [&](SlotKind kind, const std::vector<Found>& found) {
    if (!found.empty()) details.push_back({kind, found[chosen(tokens, found)].value});
  };
  std::string rest(text);
  const auto phones = find_phones(rest, context);
  rest = masked(std::move(rest), phones);
  const auto emails = find_emails(rest, context);
  rest = masked(std::move(rest), emails);
  auto names = names_in(rest, false, context);
  auto insurers = find_insurers(rest, context);
  const bool has_contact = !phones.empty() || !emails.empty() || !names.empty();
  if (!insurers.empty() && is_asked(rest, insurers.front()) && !has_contact) insurers.clear();
  rest = masked(std::move(rest), insurers);
  auto times = times_in(rest, has_contact, context);
  const bool has_several = has_contact || (!times.empty() && !insurers.empty());
  if (names.empty() && has_several) names = names_in(masked(rest, times), true, context);
  if (times.empty() && !names.empty()) times = times_in(rest, true, context);
  add(SlotKind::name, names);
  add(SlotKind::phone, phones);
  add(SlotKind::email, emails);
  add(SlotKind::callback_time, times);
  add(SlotKind::insurer, insurers);
  add(SlotKind::for_whom, find_for_whom(rest, context));
  return details;
}

}  // namespace dialogs
