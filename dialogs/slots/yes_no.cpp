#include <algorithm>

#include "dialogs/slots/polarity.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"
#include "dialogs/slots/vocabulary.h"
#include "dialogs/slots/yes_no_words.h"

namespace dialogs {
namespace {

constexpr std::size_t kWordsMax = 14;  // a longer text says more than yes or no

/// "yesss", "siiii", "nooope": letters held down.
void shorten_held_letters(Token& token) {
  if (token.kind != Token::Kind::word || yes_no_words().at({token}, 0)) return;
  Token shortened = token;
  shortened.form.erase(std::unique(shortened.form.begin(), shortened.form.end()),
                       shortened.form.end());
  if (yes_no_words().at({shortened}, 0)) token = std::move(shortened);
}

/// What the answer is made of: words and the emoji that answer, without other signs.
Tokens spoken_tokens(std::string_view text) {
  Tokens kept;
  for (Token& token : tokens_of(text)) {
    const bool says_nothing = token.kind == Token::Kind::mark && !yes_no_words().at({token}, 0);
    if (says_nothing) continue;
    shorten_held_letters(token);
    kept.push_back(std::move(token));
  }
  return kept;
}

bool asks(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.form == "?" || token.form == "\xC2\xBF";
  });
}

bool is_answer(Says says) {
  return says == Says::mild || says == Says::yes || says == Says::no;
}

bool opposes(Says one, Says other) {
  return (one == Says::no) != (other == Says::no);
}

/// Whether the last word is a plain "yes" or "no", not "no thanks".
bool is_bare(const Tokens& tokens, std::size_t end) {
  static const Phrases bare("yes; yeah; no; nope; nah; si");
  return bare.end_before(tokens, end);
}

SlotReading answered(Says says) {
  return {SlotValue(std::string(says == Says::no ? "no" : "yes")), Refusal::none};
}

/// The answer by its first phrase that decides; Says::opening where there is none.
Says answer_of(const Tokens& tokens) {
  Says answer = Says::opening;
  bool is_taken_back = false;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto match = yes_no_words().at(tokens, at);
    const bool is_open = answer == Says::opening || answer == Says::mild || is_taken_back;
    if (!match && answer == Says::opening) return Says::opening;  // it begins with something else
    at = match ? match->next : at + 1;
    if (!match) continue;
    const Says says = match->meaning;
    if (says == Says::taking_back) is_taken_back = true;
    else if (says == Says::unclear && (answer == Says::opening || at == tokens.size()))
      return Says::unclear;
    else if (is_answer(says) && is_open) answer = says;
    else if (is_answer(says) && at == tokens.size() && is_bare(tokens, at) && opposes(says, answer))
      return Says::unclear;  // "yeah no"
  }
  return answer;
}

}  // namespace

SlotReading read_yes_no(std::string_view text, const SlotContext&) {
  const SlotReading unclear{std::nullopt, Refusal::unclear};
  const Tokens tokens = spoken_tokens(text);
  if (tokens.empty() || asks(tokens_of(text)) || tokens.size() > kWordsMax) return unclear;
  const Says says = answer_of(tokens);
  if (is_answer(says)) return answered(says);
  if (says == Says::unclear) return unclear;
  const auto granted = grants(tokens);
  if (!granted) return unclear;
  return answered(*granted ? Says::yes : Says::no);
}

}  // namespace dialogs
