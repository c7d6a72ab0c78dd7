#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dialogs/flow.h"

namespace dialogs {
namespace {

using Names = std::set<std::string>;

/// What the reader of each kind may say beside "unclear".
std::vector<std::pair<Refusal, const char*>> refusals_of(SlotKind kind) {
  switch (kind) {
    case SlotKind::phone:
      return {{Refusal::incomplete, "incomplete"},
              {Refusal::abroad, "abroad"},
              {Refusal::not_possible, "not_possible"}};
    case SlotKind::callback_time:
      return {{Refusal::not_possible, "not_possible"},
              {Refusal::past, "past"},
              {Refusal::outside_hours, "outside_hours"}};
    default: return {};
  }
}

/// Whether a flow has all that it uses and uses all that it has, one method a rule.
class Declarations {
 public:
  Declarations(const Flow& flow, knowledge::Problems& problems)
      : flow_(flow), problems_(problems) {}

  void run() {
    slots_are_declared_and_used();
    consents_are_declared_and_used();
    effects_are_used();
    confirmations_have_two_buttons();
    permissions_are_yes_or_no();
    refusals_are_worded();
  }

 private:
  void problem(const State& state, const std::string& message) {
    problems_.push_back({flow_.file, state.line, "state '" + state.id + "': " + message});
  }
  void problem(const std::string& message) { problems_.push_back({flow_.file, 0, message}); }

  void slots_are_declared_and_used() {
    Names used;
    const auto use = [&](const State& state, const std::string& slot) {
      if (slot.empty()) return;
      used.insert(slot);
      if (!flow_.slots.contains(slot))
        problem(state, "uses the slot '" + slot + "', which is not declared: add it to 'slots'");
    };
    for (const State& state : flow_.states) {
      use(state, state.slot);
      for (const Option& option : state.options) {
        for (const auto& slot : option.clear) use(state, slot);
        for (const auto& [slot, value] : option.set) use(state, slot);
      }
      for (const Detour& detour : state.detours)
        for (const auto& [slot, value] : detour.when) use(state, slot);
    }
    for (const auto& [name, slot] : flow_.slots)
      if (slot.required && !used.contains(name))
        problem("slot '" + name + "' is required but no state asks for it");
  }

  void consents_are_declared_and_used() {
    Names used;
    for (const State& state : flow_.states) {
      if (state.kind != StateKind::confirm) continue;
      used.insert(state.consent);
      if (!flow_.consents.contains(state.consent))
        problem(state, "asks for the consent '" + state.consent +
                           "', which is not declared: add it to 'consents'");
    }
    for (const auto& [name, consent] : flow_.consents)
      if (!used.contains(name)) problem("consent '" + name + "' is never asked for: delete it");
  }

  void effects_are_used() {
    const bool stores = std::any_of(flow_.states.begin(), flow_.states.end(), [](const State& s) {
      return s.kind == StateKind::perform && s.effect == Effect::store_lead;
    });
    if (!stores)
      problem("no state carries out the effect 'store_lead', so nothing comes of the form: "
              "add a state of kind 'do'");
  }

  void confirmations_have_two_buttons() {
    for (const State& state : flow_.states)
      for (const Option& option : state.options)
        if (state.kind == StateKind::confirm && option.id != "yes" && option.id != "no")
          problem(state, "has the button '" + option.id +
                             "': a confirm state takes 'yes' and 'no' and nothing else");
  }

  void permissions_are_yes_or_no() {
    for (const State& state : flow_.states)
      for (const Option& option : state.options)
        for (const auto& [name, value] : option.set) {
          const auto slot = flow_.slots.find(name);
          const bool takes = slot == flow_.slots.end() || slot->second.kind == SlotKind::yes_no;
          if (!takes || (value != "yes" && value != "no"))
            problem(state, "option '" + option.id + "' sets '" + name + "' to '" + value +
                               "': only slots of kind yes_no can be set, to yes or no");
        }
  }

  void refusals_are_worded() {
    for (const State& state : flow_.states) {
      const auto slot = flow_.slots.find(state.slot);
      if (state.kind != StateKind::ask || slot == flow_.slots.end()) continue;
      for (const auto& [refusal, name] : refusals_of(slot->second.kind))
        if (!state.refusals.contains(refusal))
          problem(state, std::string("has no words for the refusal '") + name +
                             "': add them under 'refusals'");
    }
  }

  const Flow& flow_;
  knowledge::Problems& problems_;
};

}  // namespace

void prove_declarations(const Flow& flow, knowledge::Problems& problems) {
  Declarations(flow, problems).run();
}

}  // namespace dialogs
