#include "dialogs/form.h"

#include <algorithm>
#include <cassert>

#include "dialogs/lead.h"
#include "dialogs/person.h"
#include "dialogs/walk.h"

namespace dialogs {
namespace {

constexpr int kMissesBeforePerson = 3;

void leave_for(Move& move, const State& from, const std::string& next) {
  Session& session = move.session();
  session.misses = 0;
  std::erase(session.path, from.id);
  session.path.push_back(from.id);
  enter(move, next);
}

std::vector<QuickReply> buttons(const Move& move, const State& state) {
  std::vector<QuickReply> list;
  for (const Option& option : state.options)
    list.push_back({"option:" + state.id + ":" + option.id, option.label.in(move.language())});
  if (state.optional && !move.by_sms())
    list.push_back({"skip", move.script.texts.skip.in(move.language())});
  return list;
}

/// Whether its options need numbers by SMS. A yes/no or a time is as quick to write as a number,
/// and "2" may be an hour.
bool is_list(const Move& move, const State& state) {
  if (state.kind == StateKind::choose) return state.options.size() > 2;
  return state.kind == StateKind::ask &&
         flow_of(move).slots.at(state.slot).kind == SlotKind::for_whom;
}

void ask_whether_to_go_on(Move& move) {
  say(move, ReplyKind::prompt, move.script.texts.go_on_or_not);
  offer(move, {{"topic:affirm", move.script.texts.yes.in(move.language())},
               {"topic:deny", move.script.texts.no.in(move.language())}});
}

void fill(Move& move, const State& state, const std::string& slot, SlotValue value) {
  Session& session = move.session();
  std::erase(session.skipped, slot);
  std::erase(session.again, slot);
  session.slots[slot] = std::move(value);
  note_permission(move, flow_of(move), state, slot);
}

void fill_by(Move& move, const State& state, const Option& option) {
  for (const auto& [slot, value] : option.set) fill(move, state, slot, value);
}

}  // namespace

const State* pending(const Move& move) {
  if (move.session().flow.empty()) return nullptr;
  return flow_of(move).find(move.session().state);
}

std::string asked_name(const Move& move) {
  const State* state = pending(move);
  if (!state) return {};
  if (move.session().resting) return "go_on";
  return state->slot.empty() ? state->id : state->slot;
}

bool begin(Move& move, const std::string& topic) {
  for (const auto& [id, flow] : move.script.flows) {
    if (flow.begins_with != topic) continue;
    Session& session = move.session();
    session.flow = id;
    session.path.clear();
    session.skipped.clear();
    session.misses = 0;
    session.resting = false;
    if (session.offer == topic) session.offer.clear();  // taken: a later "yes" answers the form
    // A permission was given to another request; a refusal holds for this one too.
    std::erase_if(session.slots, [&flow = flow](const auto& slot) {
      const auto declared = flow.slots.find(slot.first);
      return declared != flow.slots.end() && declared->second.kind == SlotKind::yes_no &&
             slot.second != SlotValue("no");
    });
    if (move.by_sms() && flow.slots.contains("phone") && !session.slots.contains("phone"))
      session.slots["phone"] = move.input.sender;
    enter(move, flow.start);
    return true;
  }
  return false;
}

void ask_again(Move& move) {
  const State* state = pending(move);
  if (!state || move.asked_again) return;
  move.asked_again = true;
  if (move.session().resting) {
    ask_whether_to_go_on(move);
    return;
  }
  const auto past = state->refusals.find(Refusal::past);
  const bool explains = move.time_has_gone_by && past != state->refusals.end();
  say(move, state->kind == StateKind::confirm ? ReplyKind::confirm : ReplyKind::prompt,
      explains ? past->second : state->prompt);
  if (state->kind == StateKind::confirm)
    say(move, ReplyKind::confirm, flow_of(move).consents.at(state->consent).wording);
  auto list = buttons(move, *state);
  const bool numbered = !move.by_sms() || is_list(move, *state);
  if (numbered) offer(move, std::move(list));
  else move.session().offered.clear();
}

void take(Move& move, SlotValue value) {
  const State* state = pending(move);
  assert(state && state->kind == StateKind::ask);
  fill(move, *state, state->slot, std::move(value));
  leave_for(move, *state, state->next);
}

void choose(Move& move, const Option& option) {
  const State* state = pending(move);
  assert(state && state->kind == StateKind::choose);
  fill_by(move, *state, option);
  for (const std::string& slot : option.clear) ask_anew(move.session(), slot);
  leave_for(move, *state, option.next);
}

std::vector<std::string> answer_again(Move& move, const State& question, const Option& option) {
  std::vector<std::string> changed;
  if (question.kind == StateKind::ask) {
    const SlotKind kind = flow_of(move).slots.at(question.slot).kind;
    auto reading = read_slot(kind, option.label.in(move.language()), move.slot_context());
    if (!reading.value) return {};
    fill(move, question, question.slot, *std::move(reading.value));
    changed.push_back(question.slot);
  } else {
    fill_by(move, question, option);
    for (const auto& [slot, value] : option.set) changed.push_back(slot);
  }
  pass_filled(move);
  return changed;
}

void confirm(Move& move, bool yes) {
  const State* state = pending(move);
  assert(state && state->kind == StateKind::confirm);
  move.session().again.clear();  // what was shown and answered is what stands
  leave_for(move, *state, yes ? state->on_yes : state->on_no);
}

void change(Move& move, const State& question, const Option& option) {
  const State* state = pending(move);
  assert(state && state->kind == StateKind::confirm);
  Session& session = move.session();
  session.again.clear();
  std::erase(session.path, state->id);
  session.path.push_back(state->id);
  for (const std::string& slot : option.clear) ask_anew(session, slot);
  leave_for(move, question, option.next);
}

void refuse(Move& move, Refusal refusal) {
  const State* state = pending(move);
  assert(state);
  const int misses = ++move.session().misses;
  if (misses >= kMissesBeforePerson) {
    offer_person(move);
    ask_again(move);
    return;
  }
  move.asked_again = true;  // the words below are the question, with an example
  const auto found = state->refusals.find(refusal);
  const bool is_known = found != state->refusals.end() && refusal != Refusal::unclear;
  if (misses == 1 || is_known)
    say(move, ReplyKind::prompt, is_known ? found->second : state->refusals.at(Refusal::unclear));
  if (misses == 2) say(move, ReplyKind::prompt, state->rephrased);
}

void skip(Move& move) {
  const State* state = pending(move);
  if (!state) return;
  if (state->kind == StateKind::ask && state->optional) {
    say(move, ReplyKind::info, move.script.texts.skipped);
    Session& session = move.session();
    session.slots.erase(state->slot);
    std::erase(session.again, state->slot);
    drop_permission(session, state->slot);
    session.skipped.push_back(state->slot);
    leave_for(move, *state, state->next);
    return;
  }
  const int misses = ++move.session().misses;
  if (misses >= kMissesBeforePerson) {
    offer_person(move);
  } else if (state->kind != StateKind::ask) {
    say(move, ReplyKind::info, state->rephrased);
  } else if (misses == 2) {
    say(move, ReplyKind::prompt, state->rephrased);
    move.asked_again = true;  // these words are the question
  } else {
    say(move, ReplyKind::info, move.script.texts.cannot_skip);
  }
  ask_again(move);
}

void go_back(Move& move) {
  Session& session = move.session();
  const Flow& flow = flow_of(move);
  while (!session.path.empty()) {
    const State& before = flow.at(session.path.back());
    session.path.pop_back();
    if (!is_question(before) || before.id == session.state) continue;
    ask_anew(session, before.slot);
    for (const Option& option : before.options)
      for (const auto& [slot, value] : option.set) ask_anew(session, slot);
    session.state = before.id;
    ask_again(move);
    return;
  }
  say(move, ReplyKind::info, move.script.texts.nothing_to_go_back_to);
  ask_again(move);
}

void explain(Move& move) {
  if (const State* state = pending(move)) {
    say(move, ReplyKind::info, state->reason);
    ask_again(move);
  }
}

void pass_filled(Move& move) {
  const State* state = pending(move);
  if (state && is_answered(move.session(), *state)) enter(move, state->id);
}

void abandon(Move& move) {
  finish(move);
  move.session().slots.clear();
}

}  // namespace dialogs
