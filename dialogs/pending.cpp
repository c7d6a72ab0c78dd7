#include "dialogs/pending.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "dialogs/answered_option.h"
#include "dialogs/command.h"
#include "dialogs/confirming.h"
#include "dialogs/detail.h"
#include "dialogs/form.h"
#include "dialogs/offer.h"
#include "dialogs/person.h"
#include "dialogs/request.h"
#include "dialogs/resume.h"
#include "dialogs/safe_contact.h"
#include "dialogs/topics.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

constexpr int kMissesBeforePerson = 3;
constexpr std::string_view kOptionMark = "option:";

SlotKind kind_of(const Move& move, const State& state) {
  return move.script.flows.at(move.session().flow).slots.at(state.slot).kind;
}

bool obey(Move& move, Command command) {
  switch (command) {
    case Command::back: go_back(move); return true;
    case Command::skip: skip(move); return true;
    case Command::why: explain(move); return true;
    case Command::go_on: ask_again(move); return true;
    case Command::leave: act(move, kCancelCallback, true); return true;
    case Command::none: return false;
  }
  return false;
}

bool is_named_thing(const Move& move) {
  const auto& entities = move.input.understanding.entities;
  return std::any_of(entities.begin(), entities.end(),
                     [](const knowledge::Entity& entity) { return entity.kind != "relation"; });
}

/// Readings that many messages allow: any name, and "other" in the place of a person.
bool is_weak(const SlotValue& value, SlotKind kind) {
  if (kind == SlotKind::name) return true;
  const auto* who = std::get_if<ForWhom>(&value);
  return who && !who->self && who->relation.empty();
}

/// A weak reading takes only what nothing above claimed: not a message that is plainly a topic.
bool is_claimed_by_topic(const Move& move) {
  const auto& topics = move.input.understanding.topics;
  if (topics.empty()) return false;
  return topics.front().layer == knowledge::Layer::exact || is_named_thing(move);
}

/// "+33" or "France" after "06 12 34 56 78": what the last answer lacked.
SlotReading completing_last_answer(const Move& move, SlotKind kind) {
  const std::string& last = move.session().last_text;
  const SlotContext context = move.slot_context();
  if (kind != SlotKind::phone || read_slot(kind, last, context).refusal != Refusal::abroad)
    return {std::nullopt, Refusal::unclear};
  return read_slot(kind, last + ", " + move.input.text, context);
}

/// "Dana Whitfield", asked whom it is for: the caller's name, and the question stays open.
bool take_name_instead(Move& move, const State& state) {
  const auto& understood = move.input.understanding;
  if (kind_of(move, state) != SlotKind::for_whom || move.session().slots.contains("name"))
    return false;
  if (!understood.topics.empty() || !understood.entities.empty()) return false;
  if (!is_full_name(move.input.text, move.slot_context())) return false;
  auto reading = read_slot(SlotKind::name, move.input.text, move.slot_context());
  move.session().slots["name"] = *std::move(reading.value);
  move.given.push_back("name");
  move.session().misses = 0;
  say_noted(move, {"name"});
  return true;
}

bool answer_ask(Move& move, const State& state) {
  const SlotKind kind = kind_of(move, state);
  const Option* option = pressed(move, state);
  if (!option) option = said(move, state);
  const std::string& text = option ? option->label.in(move.language()) : move.input.text;
  SlotReading reading = read_slot(kind, text, move.slot_context());
  if (!reading.value) reading = completing_last_answer(move, kind);
  if (!reading.value) return take_name_instead(move, state);
  if (!option && is_weak(*reading.value, kind) && is_claimed_by_topic(move)) return false;
  const bool is_all = option || *reading.value == SlotValue(text);  // "Tom" is not "tomorrow" too
  const auto extras = is_all ? std::vector<std::string>() : take_details(move, state.slot);
  move.given.push_back(state.slot);
  if (asks_beside_detail(move, kind == SlotKind::phone || kind == SlotKind::email))
    answer_topics(move);
  say_noted(move, extras);
  if (pending(move) != &state) return true;  // what was asked ended the form
  take(move, std::move(*reading.value));
  return true;
}

bool answer_choose(Move& move, const State& state) {
  const Option* option = pressed(move, state);
  if (!option) option = said(move, state);
  if (!option) return answer_permissions(move, state);
  choose(move, *option);
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

/// A button that stood under an earlier question, in a second tab or further up, changes that
/// answer. One that leads nowhere any more brings the pending question again.
bool press_earlier(Move& move) {
  if (!move.input.choice.starts_with(kOptionMark)) return false;
  const auto name = std::string_view(move.input.choice).substr(kOptionMark.size());
  const auto& session = move.session();
  const auto state_id = name.substr(0, name.find(':'));
  const State* question = move.script.flows.at(session.flow).find(state_id);
  if (!question || question == pending(move)) return false;
  const bool was_answered = std::find(session.path.begin(), session.path.end(), state_id) !=
                            session.path.end();
  const Option* option = pressed(move, *question);
  const Slots before = session.slots;
  if (was_answered && option) {
    const auto changed = answer_again(move, *question, *option);
    if (!changed.empty() && session.slots != before) say_changed(move, changed);
  }
  ask_again(move);
  return true;
}

/// The visitor comes back to a form of another day.
bool answer_at_rest(Move& move, const State& state) {
  if (answer_resting(move)) return true;
  if (move.back != Return::after_a_day) {
    move.session().resting = false;
    if (answer_question(move, state)) return true;
    move.session().resting = true;
  }
  const auto taken = take_details(move, {});
  if (taken.empty()) return false;
  answer_topics(move);
  say_noted(move, taken);
  return true;
}

/// "The ambulance is here. Let's go on": after danger the wish may stand at the end of a story.
bool wants_to_go_on(const Move& move) {
  if (move.back != Return::after_danger) return false;
  std::string_view rest = move.input.text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find_first_of(".,;!\n"), rest.size());
    if (command(knowledge::normalize(rest.substr(0, end))) == Command::go_on) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

/// The last answer sent once more, by a nervous thumb or a slow network, is no wrong answer to the
/// next question.
bool is_sent_twice(const Move& move) {
  const Session& session = move.session();
  return session.misses == 0 && !move.input.text.empty() &&
         move.input.text == session.last_text && move.input.understanding.topics.empty();
}

/// An answer to this very question that cannot be taken: the hour is outside, digits are missing.
bool refuse_answer(Move& move, const State& state) {
  if (state.kind != StateKind::ask || move.input.text.find('?') != std::string::npos) return false;
  const auto& topics = move.input.understanding.topics;
  if (!topics.empty() && topics.front().layer == knowledge::Layer::exact) return false;
  const auto reading = read_slot(kind_of(move, state), move.input.text, move.slot_context());
  if (reading.value || reading.refusal == Refusal::unclear) return false;
  refuse(move, reading.refusal);
  return true;
}

/// A detail that belongs to another question, or was promised.
bool take_other_details(Move& move, const State& state) {
  if (take_promised_change(move)) {
    pass_filled(move);
    return true;
  }
  const auto taken = take_details(move, {});
  if (taken.empty()) return false;
  answer_topics(move);
  say_noted(move, taken);
  if (pending(move) == &state && !choose_by_detail(move, state, taken)) pass_filled(move);
  return true;
}

}  // namespace

bool answer_pending(Move& move) {
  const State* state = pending(move);
  if (!state) return false;
  if (move.session().resting) return answer_at_rest(move, *state);
  if (move.input.choice == "skip") return obey(move, Command::skip);
  if (wants_to_go_on(move)) return true;
  if (press_earlier(move)) return true;
  // "Skip" and "go back" may be answers of a choose state.
  if (state->kind == StateKind::choose && answer_choose(move, *state)) return true;
  if (move.input.choice.empty()) {
    if (obey(move, command(knowledge::normalize(move.input.text)))) return true;
    if (take_correction(move)) {
      pass_filled(move);
      return true;
    }
  }
  return answer_question(move, *state) || take_other_details(move, *state) ||
         is_sent_twice(move) || refuse_answer(move, *state);
}

void miss_pending(Move& move) {
  const State* state = pending(move);
  if (!state) return;
  if (move.back != Return::none) {
    ask_again(move);
    return;
  }
  if (move.session().resting) {
    if (++move.session().misses >= kMissesBeforePerson) offer_person(move);
    ask_again(move);
    return;
  }
  refuse(move, Refusal::unclear);
}

}  // namespace dialogs
