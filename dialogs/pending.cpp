#include "dialogs/pending.h"

#include <algorithm>
#include <string>
#include <utility>

#include "dialogs/command.h"
#include "dialogs/detail.h"
#include "dialogs/form.h"
#include "dialogs/topics.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

std::string plain(std::string_view text) {
  std::string normalized = knowledge::normalize(text);
  while (!normalized.empty() &&
         std::string_view(".,!? ").find(normalized.back()) != std::string_view::npos)
    normalized.pop_back();
  return normalized;
}

SlotKind kind_of(const Move& move, const State& state) {
  return move.script.flows.at(move.session().flow).slots.at(state.slot).kind;
}

const Option* pressed(const Move& move, const State& state) {
  for (const Option& option : state.options)
    if (move.input.choice == "option:" + state.id + ":" + option.id) return &option;
  return nullptr;
}

const Option* said(const Move& move, const State& state) {
  const std::string text = plain(move.input.text);
  if (text.empty()) return nullptr;
  for (const Option& option : state.options) {
    for (const auto& [language, label] : option.label.by_language)
      if (plain(label) == text) return &option;
    for (const auto& [language, phrases] : option.says)
      if (std::find(phrases.begin(), phrases.end(), text) != phrases.end()) return &option;
  }
  return nullptr;
}

bool obey(Move& move, Command command) {
  switch (command) {
    case Command::back: go_back(move); return true;
    case Command::skip: skip(move); return true;
    case Command::why: explain(move); return true;
    case Command::go_on: ask_again(move); return true;
    case Command::none: return false;
  }
  return false;
}

bool is_named_thing(const Move& move) {
  const auto& entities = move.input.understanding.entities;
  return std::any_of(entities.begin(), entities.end(),
                     [](const knowledge::Entity& entity) { return entity.kind != "relation"; });
}

/// A name takes only what nothing above claimed: not a message that is plainly a topic.
bool is_claimed_by_topic(const Move& move) {
  const auto& topics = move.input.understanding.topics;
  if (topics.empty()) return false;
  return topics.front().layer == knowledge::Layer::exact || is_named_thing(move);
}

bool asks_something(const Move& move) {
  return move.input.text.find('?') != std::string::npos && !move.input.understanding.topics.empty();
}

bool answer_ask(Move& move, const State& state) {
  const SlotKind kind = kind_of(move, state);
  const Option* option = pressed(move, state);
  const std::string& text = option ? option->label.in(move.language()) : move.input.text;
  SlotReading reading = read_slot(kind, text, move.slot_context());
  if (!reading.value) return false;
  if (kind == SlotKind::name && !option && is_claimed_by_topic(move)) return false;
  const auto extras = take_details(move, state.slot);
  if (asks_something(move)) answer_topics(move);
  say_noted(move, extras);
  take(move, std::move(*reading.value));
  return true;
}

bool answer_choose(Move& move, const State& state) {
  const Option* option = pressed(move, state);
  if (!option) option = said(move, state);
  if (option) {
    choose(move, *option);
    return true;
  }
  return false;
}

bool answer_confirm(Move& move, const State& state) {
  const Option* option = pressed(move, state);
  if (!option) option = said(move, state);
  if (option) {
    confirm(move, option->id == "yes");
    return true;
  }
  const auto reading = read_slot(SlotKind::yes_no, move.input.text, move.slot_context());
  if (!reading.value) return false;
  confirm(move, std::get<std::string>(*reading.value) == "yes");
  return true;
}

bool answer_question(Move& move, const State& state) {
  switch (state.kind) {
    case StateKind::ask: return answer_ask(move, state);
    case StateKind::choose: return answer_choose(move, state);
    case StateKind::confirm: return answer_confirm(move, state);
    default: return false;
  }
}

/// "What should I change?" answered with the new detail itself.
bool choose_by_detail(Move& move, const State& state, const std::vector<std::string>& taken) {
  if (state.kind != StateKind::choose) return false;
  for (const Option& option : state.options)
    for (const std::string& slot : taken)
      if (std::find(option.clear.begin(), option.clear.end(), slot) != option.clear.end()) {
        SlotValue value = move.session().slots.at(slot);
        Option kept = option;
        std::erase(kept.clear, slot);
        choose(move, kept);
        return true;
      }
  return false;
}

}  // namespace

bool answer_pending(Move& move) {
  const State* state = pending(move);
  if (!state) return false;
  if (move.input.choice == "skip") return obey(move, Command::skip);
  if (move.input.choice.empty()) {
    if (obey(move, command(knowledge::normalize(move.input.text)))) return true;
    if (take_correction(move)) {
      if (state->kind == StateKind::choose) choose_by_detail(move, *state, {});
      pass_filled(move);
      return true;
    }
  }
  if (answer_question(move, *state)) return true;
  const auto taken = take_details(move, {});
  if (taken.empty()) return false;
  answer_topics(move);
  say_noted(move, taken);
  if (!choose_by_detail(move, *state, taken)) pass_filled(move);
  return true;
}

void miss_pending(Move& move, bool after_danger) {
  const State* state = pending(move);
  if (!state) return;
  if (after_danger) {
    ask_again(move);
    return;
  }
  Refusal refusal = Refusal::unclear;
  if (state->kind == StateKind::ask) {
    const auto reading = read_slot(kind_of(move, *state), move.input.text, move.slot_context());
    if (!reading.value) refusal = reading.refusal;
  }
  refuse(move, refusal);
}

}  // namespace dialogs
