#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "dialogs/slots/masked.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"

namespace dialogs {
namespace {

constexpr std::size_t kTailMin = 2, kTailMax = 7;  // digits of a number that are said again

bool is_any(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

bool has_any(const std::string& words, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return has_phrase(words, phrase); });
}

/// Words that take back something said before.
bool takes_back(const std::string& words) {
  return has_any(words, {"sorry", "oops", "actually", "correction", "i meant", "meant to", "i mean", "mistake", "typo", "wrong", "not", "wait", "change", "changed", "update", "make it", "make that", "instead", "rather", "spelled", "spelling", "should be", "supposed to be", "scratch that", "let me fix", "fix", "my bad", "better", "new number", "different number",
                         "perdon", "disculpe", "disculpa", "corrijo", "correccion", "digo", "quise decir", "me equivoque", "equivocado", "equivocada", "error", "mejor", "cambie", "cambiar", "cambio", "en vez", "en lugar", "se escribe", "se deletrea", "es con", "no es", "no era", "mas bien", "espere", "espera", "numero nuevo", "otro numero"});
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
std::optional<Detail> phone_tail(const Tokens& tokens, const std::string& words, const Slots& given) {
  const std::string* phone = given_text(given, "phone");
  if (phone == nullptr) return std::nullopt;
  std::string digits;
  std::size_t runs = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].kind != Token::Kind::number) continue;
    const bool is_old = at > 0 && is_any(tokens[at - 1].form, {"not", "no"});
    if (is_old) continue;
    const bool is_time = at + 1 < tokens.size() && is_any(tokens[at + 1].form, {"am", "pm", ":", "p", "a", "th", "st", "nd", "rd", "/"});
    if (is_time || (at > 0 && is_any(tokens[at - 1].form, {"at", "las", "after", "before", ":"}))) return std::nullopt;
    digits += tokens[at].form;
    ++runs;
  }
  const bool names_it = has_any(words, {"number", "phone", "digits", "ends in", "ends with", "last four", "last 4", "last two", "numero", "telefono", "digitos", "termina en", "ultimos", "ultimas", "cell", "celular"});
  const bool is_four = digits.size() == 4 && runs == 1;
  if (digits.size() < kTailMin || digits.size() > kTailMax || (!names_it && !is_four && digits.size() != 7))
    return std::nullopt;
  if (phone->size() <= digits.size() + 2) return std::nullopt;
  std::string whole = phone->substr(0, phone->size() - digits.size()) + digits;
  return changed(SlotKind::phone, std::move(whole), given);
}

/// "my name is spelled Jon", "it's Mika, not Mike", "se escribe con jota: Jairo".
std::optional<Detail> name_again(std::string_view text, const Tokens& tokens, const std::string& words,
                                 const Slots& given, const SlotContext& context) {
  const std::string* name = given_text(given, "name");
  if (name == nullptr) return std::nullopt;
  const auto as_detail = [&](std::string_view part) -> std::optional<Detail> {
    const auto reading = read_name(part, context);
    return reading.value ? changed(SlotKind::name, *reading.value, given) : std::nullopt;
  };
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (is_any(tokens[at].form, {"spelled", "spelt", "spell", "escribe", "deletrea"})) {
      std::size_t next = at + 1;
      while (next < tokens.size() && (tokens[next].kind == Token::Kind::mark || is_any(tokens[next].form, {"it", "as", "like", "asi", "is"}))) ++next;
      if (next < tokens.size()) return as_detail(text.substr(tokens[next].begin));
      return std::nullopt;
    }
  // "Mika, not Mike" and "not Mike, Mika": the given name is ruled out, the other one stands.
  const std::string given_form = joined(tokens_of(*name));
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!is_any(tokens[at].form, {"not", "no"}) || at + 1 >= tokens.size()) continue;
    if (given_form.find(tokens[at + 1].form) == given_form.npos || tokens[at + 1].form.size() < 2) continue;
    auto before = text.substr(0, tokens[at].begin);
    if (auto detail = as_detail(before)) return detail;
    if (at + 2 < tokens.size()) return as_detail(text.substr(tokens[at + 1].end));
  }
  if (has_any(words, {"name", "names", "nombre", "me llamo", "call me", "i am", "im", "its", "soy", "es"})) {
    const auto found = find_names(text, context);
    if (!found.empty()) return changed(SlotKind::name, found.front().value, given);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Detail> corrected(std::string_view text, const Slots& given,
                                const SlotContext& context) {
  const auto tokens = tokens_of(text);
  const std::string words = joined(tokens);
  if (given.empty() || tokens.empty() || !takes_back(words) || tokens.back().form == "?") return std::nullopt;
  const auto has = [&](std::string_view slot) { return given.contains(slot); };
  const auto phones = find_phones(text, context);
  if (!phones.empty() && has("phone")) return changed(SlotKind::phone, phones.front().value, given);
  const auto emails = find_emails(text, context);
  if (!emails.empty()) return changed(SlotKind::email, emails.front().value, given);
  if (auto tail = phone_tail(tokens, words, given)) return tail;
  if (auto name = name_again(text, tokens, words, given, context)) return name;
  const std::string rest = masked(std::string(text), phones);
  if (has("callback_time")) {
    const auto times = find_callback_times(rest, context);
    if (!times.empty()) return changed(SlotKind::callback_time, times.front().value, given);
  }
  if (has("insurer")) {
    const auto insurers = find_insurers(rest, context);
    if (!insurers.empty()) return changed(SlotKind::insurer, insurers.front().value, given);
  }
  const auto whom = find_for_whom(rest, context);
  if (has("for_whom") && !whom.empty()) return changed(SlotKind::for_whom, whom.front().value, given);
  return std::nullopt;
}

}  // namespace dialogs
