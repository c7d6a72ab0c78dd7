#include <algorithm>
#include <string>
#include <string_view>

#include "dialogs/slots/choice.h"
#include "dialogs/slots/masked.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

constexpr std::size_t kTailMin = 2, kTailMax = 7;  // digits of a number that are said again

/// "with an h", "con jota".
const Phrases& with_a_letter() {
  static const Phrases all(
      "with (a|an) (a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z); "
      "con (be|ce|de|ge|hache|i|jota|ka|ele|ene|eme|ese|te|ve|uve|ye|zeta|b|c|g|h|j|k|s|v|y|z)");
  return all;
}

/// Words that take back something said before.
bool takes_back(const Tokens& tokens) {
  static const Phrases words(
      "sorry; oops; whoops; actually; correction; i meant; meant to; i mean; mistake; typo; wrong; "
      "not; isnt; wait; hold on; change; changed; update; make (it|that); instead; rather; "
      "spelled; spelling; spelt; should (be|say|have been); supposed to be; scratch that; "
      "let me fix; fix; my bad; better; (new|different|another) (number|phone|email|time|name); "
      "i put; i gave; i typed; mistyped; misspelled; perdon; perdone; disculpe; disculpa; corrijo; "
      "correccion; digo; quise decir; quise poner; me equivoque; equivocado; equivocada; error; "
      "mejor; cambie; cambiar; cambio; cambiele; cambienlo; en (vez|lugar); se (escribe|deletrea); "
      "es con; no (es|era|soy); mas bien; espere; espera; [numero|telefono|correo] nuevo; "
      "otro (numero|telefono|correo); lo puse mal; le puse mal; esta mal; corrija; corregir; "
      "actualizar; actualice; ay no; oiga no");
  return words.stand_in(tokens) || with_a_letter().stand_in(tokens);
}

const std::string* given_text(const Slots& given, std::string_view slot) {
  const auto found = given.find(slot);
  return found == given.end() ? nullptr : std::get_if<std::string>(&found->second);
}

std::optional<Detail> changed(SlotKind kind, const SlotValue& value, const Slots& given) {
  const auto found = given.find(name_of(kind));
  if (found != given.end() && found->second == value) return std::nullopt;
  return Detail{kind, value};
}

/// "sorry, it's 0178", "ends in 78", "los ultimos cuatro son 0178".
std::optional<Detail> phone_tail(const Tokens& tokens, const Slots& given) {
  static const Phrases of_phone(
      "number; phone; digits; (ends|end|ending) (in|with); last (four|4|two|2|three|3); numero; "
      "telefono; digitos; (termina|terminan|terminacion) en; ultimos; ultimas; cell; celular; cel; "
      "tel");
  static const Phrases of_time_before(
      "at; las; after; before; :; around; till; until; between; from; and");
  static const Phrases of_time_after(
      "am; pm; :; p; a; th; st; nd; rd; /; oclock; ish; in the; de la");
  static const Phrases old("no es; no era; not; no; isnt; instead of; en vez de");
  const std::string* phone = given_text(given, "phone");
  if (phone == nullptr) return std::nullopt;
  std::string digits;
  std::size_t runs = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].kind != Token::Kind::number || old.end_before(tokens, at)) continue;
    const bool counts =
        at + 1 < tokens.size() && tokens[at].form.size() == 1 && tokens[at + 1].form == "digits";
    if (counts) continue;
    const bool says_last_four =
        at > 0 && (tokens[at - 1].form == "last" || tokens[at - 1].form == "ultimos") &&
        tokens[at].form.size() == 1;
    if (says_last_four) continue;
    if (of_time_after.begin_at(tokens, at + 1) || of_time_before.end_before(tokens, at))
      return std::nullopt;
    digits += tokens[at].form;
    ++runs;
  }
  const bool is_plain = (digits.size() == 4 && runs == 1) || digits.size() == kTailMax;
  if (digits.size() < kTailMin || digits.size() > kTailMax ||
      (!of_phone.stand_in(tokens) && !is_plain))
    return std::nullopt;
  if (phone->size() <= digits.size() + 2) return std::nullopt;
  return changed(SlotKind::phone, phone->substr(0, phone->size() - digits.size()) + digits, given);
}

/// "my name is spelled Jon", "se escribe con jota: Jairo": the words after the spelling.
std::optional<std::size_t> spelling_at(const Tokens& tokens) {
  static const Phrases cues("spelled; spelt; spell; escribe; deletrea");
  static const Phrases small("it; as; like; asi; is; my; name");
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    std::size_t next = std::max(cues.after(tokens, at), with_a_letter().after(tokens, at));
    if (next == 0) continue;
    while (next < tokens.size() &&
           (tokens[next].kind == Token::Kind::mark || small.begin_at(tokens, next)))
      ++next;
    if (next < tokens.size()) return next;
  }
  return std::nullopt;
}

/// "it's Mika, not Mike", "not Mike, Mika": the given name is ruled out, the other one stands.
std::optional<Detail> name_again(std::string_view text, const Tokens& tokens, const Slots& given,
                                 const SlotContext& context) {
  static const Phrases ruling_out("not; no; isnt");
  static const Phrases of_name(
      "name; names; nombre; me llamo; call me; i am; im; its; soy; es; spelled; escribe; apellido; "
      "it is");
  const std::string* name = given_text(given, "name");
  if (name == nullptr) return std::nullopt;
  const auto as_detail = [&](std::string_view part) -> std::optional<Detail> {
    const auto reading = read_name(part, context);
    return reading.value ? changed(SlotKind::name, *reading.value, given) : std::nullopt;
  };
  if (const auto spelling = spelling_at(tokens))
    return as_detail(text.substr(tokens[*spelling].begin));
  const Tokens given_words = tokens_of(*name);
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    const bool is_given =
        std::any_of(given_words.begin(), given_words.end(),
                    [&](const Token& word) { return word.form == tokens[at + 1].form; });
    if (!is_given || !ruling_out.begin_at(tokens, at)) continue;
    if (auto detail = as_detail(text.substr(0, tokens[at].begin))) return detail;
    if (at + 2 < tokens.size()) return as_detail(text.substr(tokens[at + 1].end));
  }
  if (!of_name.stand_in(tokens)) return std::nullopt;
  const auto found = find_names(text, context);
  return found.empty() ? std::nullopt : changed(SlotKind::name, found.front().value, given);
}

/// "Me llamo Berto, no Beto": a bare "no" takes back only what it stands before.
bool rules_out_given_name(const Tokens& tokens, const Slots& given) {
  const std::string* name = given_text(given, "name");
  if (name == nullptr) return false;
  const Tokens words = tokens_of(*name);
  for (std::size_t at = 1; at < tokens.size(); ++at)
    if (tokens[at - 1].form == "no" && !words.empty() && tokens[at].form == words.front().form)
      return true;
  return false;
}

/// A detail of another kind that replaces the one given.
std::optional<Detail> other_again(const std::string& text, const Slots& given,
                                  const SlotContext& context) {
  const auto newest = [&](SlotKind kind, const std::vector<Found>& found) -> std::optional<Detail> {
    if (!given.contains(name_of(kind)) || found.empty()) return std::nullopt;
    return changed(kind, found.front().value, given);
  };
  if (auto detail = newest(SlotKind::insurer, find_insurers(text, context))) return detail;
  if (auto detail = newest(SlotKind::callback_time, find_callback_times(text, context)))
    return detail;
  return newest(SlotKind::for_whom, find_for_whom(text, context));
}

/// "It's for my son", "no, para mi mamá": all of the message says whom it is for.
bool says_only_for_whom(const Tokens& tokens) {
  static const Phrases opening(
      "[no|oh|wait|actually|sorry|well|hm|ok|yes] [,] [wait|sorry|actually] [,] "
      "[its|it is|it s|this is|the call is|the help is|help is|i mean|i meant] "
      "[actually|really] for (me|my|myself|him|her|them|a|our|someone|somebody); "
      "[no|ay|ah|espere|perdon|disculpe|bueno|si] [,] [perdon|espere] [,] "
      "[es|seria|la ayuda es|la llamada es|digo] [en realidad] (para|pa) "
      "(mi|mis|un|una|el|ella|alguien|otra)");
  constexpr std::size_t kTokensMax = 12;
  return tokens.size() <= kTokensMax && opening.begin_at(tokens, 0);
}

std::optional<Detail> for_whom_again(std::string_view text, const Tokens& tokens,
                                     const Slots& given, const SlotContext& context) {
  const bool has_number = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == Token::Kind::number;
  });
  if (!given.contains("for_whom") || has_number || !says_only_for_whom(tokens)) return std::nullopt;
  const auto found = find_for_whom(text, context);
  return found.empty() ? std::nullopt : changed(SlotKind::for_whom, found.front().value, given);
}

}  // namespace

std::optional<Detail> corrected(std::string_view text, const Slots& given,
                                const SlotContext& context) {
  const Tokens tokens = tokens_of(text);
  if (given.empty() || tokens.empty() || tokens.back().form == "?") return std::nullopt;
  if (auto again = for_whom_again(text, tokens, given, context)) return again;
  if (!takes_back(tokens) && !rules_out_given_name(tokens, given)) return std::nullopt;
  const auto phones = find_phones(text, context);
  if (!phones.empty() && given.contains("phone"))
    return changed(SlotKind::phone, phones[chosen(tokens, phones)].value, given);
  const auto emails = find_emails(text, context);
  if (!emails.empty()) return changed(SlotKind::email, emails[chosen(tokens, emails)].value, given);
  if (auto tail = phone_tail(tokens, given)) return tail;
  if (auto name = name_again(text, tokens, given, context)) return name;
  return other_again(masked(std::string(text), phones), given, context);
}

}  // namespace dialogs
