#include "dialogs/confirming.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "dialogs/answered_option.h"
#include "dialogs/detail.h"
#include "dialogs/form.h"
#include "dialogs/request.h"
#include "dialogs/topics.h"
#include "dialogs/walk.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

/// Where the yes that a message begins with ends; npos where it begins with none.
std::size_t end_of_yes(const Move& move) {
  static const RE2 border(R"([.,;!\n]| and | y )");
  const std::string_view text = move.input.text;
  re2::StringPiece found;
  const re2::StringPiece all(text.data(), text.size());
  if (!border.Match(all, 0, all.size(), RE2::UNANCHORED, &found, 1)) return text.npos;
  const auto end = static_cast<std::size_t>(found.data() - text.data());
  const auto reading = read_slot(SlotKind::yes_no, text.substr(0, end), move.slot_context());
  const bool agrees = reading.value && std::get<std::string>(*reading.value) == "yes";
  return agrees ? end : text.npos;
}

/// "Yes if it's free": who agrees under a condition has not agreed yet.
bool is_conditional(std::string_view text) {
  static const RE2 words(
      R"(\b(?:if|unless|as long as|only when|si (?:es|no|me|le|solo)|siempre (?:que|y cuando))"
      R"(|a menos que|con tal de que)\b)");
  return RE2::PartialMatch(knowledge::normalize(text), words);
}

/// "But", "wait": what follows takes something of the yes back.
bool objects(std::string_view text) {
  static const RE2 words(
      R"(\b(?:but|only|before|wait|first|not|don'?t|change|pero|antes|espere?|cambi\w+)\b)");
  return RE2::PartialMatch(knowledge::normalize(text), words);
}

/// Whether all that is asked can be answered after the consent as well as before it.
bool only_asks(const Move& move) {
  const auto& matches = move.input.understanding.topics;
  return std::all_of(matches.begin(), matches.end(), [&](const knowledge::Match& match) {
    if (match.topic == kAffirm || match.topic == kThanks || match.topic == kCallbackStatus)
      return true;
    const auto* topic = move.script.knowledge->find_topic(match.topic);
    return topic && topic->kind != knowledge::TopicKind::request;
  });
}

bool asks_something(const Move& move) {
  if (move.input.text.find('?') != std::string::npos) return true;
  const auto& matches = move.input.understanding.topics;
  return std::any_of(matches.begin(), matches.end(), [](const knowledge::Match& match) {
    return match.topic != kAffirm && match.topic != kThanks;
  });
}

bool at_summary(const Move& move) {
  const State* state = pending(move);
  return state && state->kind == StateKind::confirm && !move.session().resting;
}

}  // namespace

bool answer_confirm(Move& move, const State& state) {
  const Option* option = pressed(move, state);
  if (!option) option = said(move, state);
  if (option) {
    confirm(move, option->id == "yes");
    return true;
  }
  // "Yes, but the number is ...": what is agreed to must be what was shown.
  const bool is_one_word = move.input.text.find(' ') == std::string::npos;
  const auto reading = read_slot(SlotKind::yes_no, move.input.text, move.slot_context());
  if (!is_one_word || !reading.value)
    if (const auto taken = take_details(move, {}); !taken.empty()) {
      say_noted(move, taken);
      return true;
    }
  if (!reading.value) return false;
  const bool agrees = std::get<std::string>(*reading.value) == "yes";
  if (agrees && is_conditional(move.input.text)) return false;
  confirm(move, agrees);
  return true;
}

bool say_what_to_change(Move& move) {
  if (!at_summary(move)) return false;
  const State& next = flow_of(move).at(pending(move)->on_no);
  const Option* option = next.kind == StateKind::choose ? said(move, next) : nullptr;
  if (!option || option->clear.empty()) return false;
  change(move, next, *option);
  return true;
}

bool agree_and_answer(Move& move) {
  if (!at_summary(move)) return false;
  const auto end = move.input.choice.empty() ? end_of_yes(move) : std::string::npos;
  if (end == std::string::npos || !asks_something(move) || !only_asks(move)) return false;
  const std::string_view rest = std::string_view(move.input.text).substr(end);
  if (is_conditional(rest) || objects(rest)) return false;
  if (!volunteered(rest, move.slot_context()).empty()) return false;
  confirm(move, true);
  move.turn.topics.push_back(kAffirm);
  const std::size_t before = move.turn.replies.size();
  answer_topics(move);
  if (move.turn.replies.size() == before)
    say(move, ReplyKind::info, move.script.texts.ask_coordinator);
  return true;
}

}  // namespace dialogs
