#include "dialogs/answered_option.h"

#include <re2/re2.h>

#include <string>

#include "knowledge/normalize.h"
#include "knowledge/template.h"

namespace dialogs {

const Option* pressed(const Move& move, const State& state) {
  for (const Option& option : state.options)
    if (move.input.choice == "option:" + state.id + ":" + option.id) return &option;
  return nullptr;
}

const Option* said(const Move& move, const State& state) {
  const std::string words = knowledge::as_words(knowledge::normalize(move.input.text));
  if (words.empty()) return nullptr;
  for (const Option& option : state.options) {
    for (const auto& [language, label] : option.label.by_language)
      if (knowledge::as_words(knowledge::normalize(label)) == words) return &option;
    if (option.says && RE2::FullMatch(words, *option.says)) return &option;
  }
  return nullptr;
}

}  // namespace dialogs
