#include "dialogs/walk.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "dialogs/form.h"
#include "dialogs/lead.h"

namespace dialogs {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool is_known(const Session& session, const std::string& slot) {
  return session.slots.contains(slot) && !contains(session.again, slot);
}

bool is_set(const Session& session, const std::map<std::string, std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& pair) {
    return is_known(session, pair.first) &&
           session.slots.at(pair.first) == SlotValue(pair.second);
  });
}

/// Where `state` leads without asking, because its answer is known; empty where it must be asked.
std::string way_past(const Session& session, const State& state) {
  if (state.kind == StateKind::ask &&
      (is_known(session, state.slot) || contains(session.skipped, state.slot)))
    return state.next;
  if (state.kind == StateKind::choose)
    for (const Option& option : state.options)
      if (!option.set.empty() && is_set(session, option.set)) return option.next;
  for (const Detour& detour : state.detours)
    if (is_set(session, detour.when)) return detour.next;
  return {};
}

}  // namespace

const Flow& flow_of(const Move& move) {
  const auto flow = move.script.flows.find(move.session().flow);
  assert(flow != move.script.flows.end());
  return flow->second;
}

bool is_question(const State& state) {
  return state.kind == StateKind::ask || state.kind == StateKind::choose ||
         state.kind == StateKind::confirm;
}

bool is_answered(const Session& session, const State& state) {
  return !way_past(session, state).empty();
}

void enter(Move& move, std::string state_id) {
  const Flow& flow = flow_of(move);
  for (;;) {
    const State& state = flow.at(state_id);
    const std::string past = way_past(move.session(), state);
    if (!past.empty()) {
      state_id = past;
      continue;
    }
    switch (state.kind) {
      case StateKind::ask:
      case StateKind::choose:
      case StateKind::confirm:
        move.session().state = state.id;
        ask_again(move);
        return;
      case StateKind::say:
        say(move, ReplyKind::info, state.prompt);
        state_id = state.next;
        break;
      case StateKind::perform:
        store_lead(move, flow);
        state_id = state.next;
        break;
      case StateKind::end: finish(move); return;
    }
  }
}

void return_to_first_open(Move& move) {
  const Flow& flow = flow_of(move);
  std::string id = flow.start;
  for (;;) {
    const State& state = flow.at(id);
    const std::string past = state.kind == StateKind::say ? state.next
                                                          : way_past(move.session(), state);
    if (past.empty()) break;
    id = past;
  }
  if (is_question(flow.at(id))) move.session().state = id;
}

void ask_anew(Session& session, const std::string& slot) {
  std::erase(session.skipped, slot);
  if (session.slots.contains(slot) && !contains(session.again, slot)) session.again.push_back(slot);
}

void finish(Move& move) {
  Session& session = move.session();
  session.flow.clear();
  session.state.clear();
  session.path.clear();
  session.skipped.clear();
  session.again.clear();
  session.permissions.clear();
  session.offered.clear();
  session.resting = false;
}

}  // namespace dialogs
