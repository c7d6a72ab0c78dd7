#include "dialogs/safe_contact.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dialogs/detail.h"
#include "dialogs/form.h"
#include "dialogs/lead.h"
#include "dialogs/offer.h"
#include "dialogs/permission.h"
#include "dialogs/request.h"
#include "dialogs/topics.h"
#include "dialogs/walk.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

using Said = std::map<std::string, std::string>;

bool asks_for_slot(const State& state, const std::string& slot) {
  return state.slot == slot || std::any_of(state.options.begin(), state.options.end(),
                                           [&](const Option& option) {
                                             return option.set.contains(slot);
                                           });
}

/// Whether choosing `option` says nothing against `said`, and says all of it.
bool fits(const Option& option, const Said& said) {
  return std::all_of(said.begin(), said.end(), [&](const auto& one) {
    const auto set = option.set.find(one.first);
    return set != option.set.end() && set->second == one.second;
  });
}

/// The one option that says just this; nullptr where several or none do.
const Option* option_for(const State& state, const Said& said) {
  const Option* found = nullptr;
  for (const Option& option : state.options) {
    if (option.set.empty() || !fits(option, said)) continue;
    if (found) return nullptr;
    found = &option;
  }
  return found;
}

/// Who grants one of two and says nothing of the other has not granted that.
void leave_out_unsaid(const State& state, Said& said) {
  const bool grants = std::any_of(said.begin(), said.end(),
                                  [](const auto& one) { return one.second == "yes"; });
  if (!grants) return;
  for (const char* slot : {"may_text", "may_voicemail"})
    if (asks_for_slot(state, slot)) said.try_emplace(slot, "no");
}

bool begins_with_yes(const std::string& normalized) {
  static const RE2 yes(R"((?:yes|yeah|yep|yup|si|claro)\b.*)");
  return RE2::FullMatch(normalized, yes);
}

/// An answer to the pending question that nothing else in the message can be mistaken for.
bool take_pending_answer(Move& move) {
  const State* state = pending(move);
  if (!state || state->kind != StateKind::ask || move.session().resting) return false;
  const SlotKind kind = flow_of(move).slots.at(state->slot).kind;
  const bool unmistakable = kind == SlotKind::phone || kind == SlotKind::callback_time;
  if (!unmistakable) return false;
  auto reading = read_slot(kind, move.input.text, move.slot_context());
  if (!reading.value) return false;
  take(move, *std::move(reading.value));
  return true;
}

/// What else the message holds. The refusal itself is served, so nothing of it is a wrong answer.
void serve_the_rest(Move& move, const std::vector<std::string>& noted) {
  const State* state = pending(move);
  auto taken = take_details(move, state ? std::string_view(state->slot) : std::string_view());
  const bool left_a_number = std::find(taken.begin(), taken.end(), "phone") != taken.end();
  taken.insert(taken.begin(), noted.begin(), noted.end());
  say_noted(move, taken);
  move.session().misses = 0;
  const bool answered = answer_topics(move);
  if (pending(move) != state) return;
  if (state) {
    if (!take_pending_answer(move)) {
      take_details(move, {});
      pass_filled(move);
    }
    return;
  }
  if (has_open_lead(move.session())) return;
  if (left_a_number) begin(move, kRequestCallback);
  else if (!answered) offer_call(move);
}

}  // namespace

bool refuse_permissions(Move& move) {
  if (!move.input.choice.empty()) return false;  // a button says what it says
  const std::string normalized = knowledge::normalize(move.input.text);
  const auto refused = refused_permissions(normalized);
  if (refused.empty()) return false;
  const State* state = pending(move);
  std::vector<std::string> changed, noted;
  for (const std::string& slot : refused) {
    if (withdraw_permission(move, slot)) changed.push_back(slot);
    else if (!state || !asks_for_slot(*state, slot)) noted.push_back(slot);
  }
  if (!changed.empty()) {
    say_changed(move, changed);
    return true;
  }
  const auto& slots = move.session().slots;
  const bool is_known = std::all_of(noted.begin(), noted.end(), [&](const std::string& slot) {
    return slots.contains(slot);
  });
  if (noted.empty() || (is_known && begins_with_yes(normalized))) return false;
  for (const std::string& slot : noted) note_refusal(move, slot);
  serve_the_rest(move, noted);
  return true;
}

bool answer_permissions(Move& move, const State& state) {
  Said said;
  for (auto& [slot, value] : answered_permissions(knowledge::normalize(move.input.text)))
    if (asks_for_slot(state, slot)) said.emplace(slot, std::move(value));
  if (said.empty()) return false;
  leave_out_unsaid(state, said);
  if (const Option* option = option_for(state, said)) {
    choose(move, *option);
    return true;
  }
  for (const auto& [slot, value] : said) {
    if (value != "no") return false;
    note_refusal(move, slot);
  }
  pass_filled(move);
  return true;
}

}  // namespace dialogs
