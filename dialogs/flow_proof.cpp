#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "dialogs/flow.h"
#include "dialogs/placeholder.h"

namespace dialogs {
namespace {

using Names = std::set<std::string>;

/// One way from a state to the next, and what is known when it was taken.
struct Edge {
  std::string to;
  Names fills;
  std::vector<std::string> clears;
  bool gives_consent = false;
};

std::vector<Edge> edges_of(const Flow& flow, const State& state) {
  switch (state.kind) {
    case StateKind::ask: {
      const auto slot = flow.slots.find(state.slot);
      const bool certain = slot != flow.slots.end() && !state.optional;
      return {{state.next, certain ? Names{state.slot} : Names{}, {}, false}};
    }
    case StateKind::choose: {
      std::vector<Edge> edges;
      for (const Option& option : state.options) {
        Edge edge{option.next, {}, option.clear, false};
        for (const auto& [slot, value] : option.set) edge.fills.insert(slot);
        edges.push_back(std::move(edge));
      }
      for (const Detour& detour : state.detours) {
        Edge edge{detour.next, {}, {}, false};
        for (const auto& [slot, value] : detour.when) edge.fills.insert(slot);
        edges.push_back(std::move(edge));
      }
      return edges;
    }
    case StateKind::confirm: return {{state.on_yes, {}, {}, true}, {state.on_no, {}, {}, false}};
    case StateKind::say:
    case StateKind::perform: return {{state.next, {}, {}, false}};
    case StateKind::end: return {};
  }
  return {};
}

bool is_known_placeholder(std::string_view name) {
  return name == "clinic" || name == "short_name" || name == "clinic_phone" || name == "summary" ||
         name == "window";
}

/// The questions put to one flow, one method a rule.
class Proof {
 public:
  Proof(const Flow& flow, knowledge::Problems& problems) : flow_(flow), problems_(problems) {
    for (const State& state : flow.states) edges_[state.id] = edges_of(flow, state);
  }

  void run() {
    const std::size_t before = problems_.size();
    targets_exist();
    if (problems_.size() != before) return;  // the other rules walk the edges
    every_state_is_reachable();
    every_state_reaches_an_end();
    no_cycle_without_a_question();
    texts_name_only_filled_slots();
    leads_are_complete_and_consented();
  }

 private:
  void problem(const State& state, const std::string& message) {
    problems_.push_back({flow_.file, state.line, "state '" + state.id + "': " + message});
  }
  void problem(const std::string& message) { problems_.push_back({flow_.file, 0, message}); }

  void targets_exist() {
    if (!flow_.find(flow_.start))
      problem("start '" + flow_.start + "' is no state of this flow: name one of its states");
    for (const State& state : flow_.states)
      for (const Edge& edge : edges_[state.id])
        if (!flow_.find(edge.to))
          problem(state, "leads to '" + edge.to + "', which does not exist: name a state");
  }

  void every_state_is_reachable() {
    const Names reached = closure({flow_.start}, [this](const std::string& id) {
      Names next;
      for (const Edge& edge : edges_[id]) next.insert(edge.to);
      return next;
    });
    for (const State& state : flow_.states)
      if (!reached.contains(state.id))
        problem(state, "can never be reached: lead to it from another state or delete it");
  }

  void every_state_reaches_an_end() {
    Names ends;
    for (const State& state : flow_.states)
      if (state.kind == StateKind::end) ends.insert(state.id);
    const Names ending = closure(ends, [this](const std::string& id) {
      Names before;
      for (const auto& [from, edges] : edges_)
        for (const Edge& edge : edges)
          if (edge.to == id) before.insert(from);
      return before;
    });
    for (const State& state : flow_.states)
      if (!ending.contains(state.id))
        problem(state, "never comes to an end: give it a way to a state of kind 'end'");
  }

  /// A question whose answer is known is passed by; a cycle of nothing else would never stop.
  void no_cycle_without_a_question() {
    const auto passed_by = [this](const std::string& id) {
      Names next;
      const State& state = flow_.at(id);
      if (state.kind == StateKind::confirm) return next;
      for (std::size_t i = 0; i < edges_[id].size(); ++i) {
        const bool is_asked = i < state.options.size() && state.options[i].set.empty();
        if (state.kind != StateKind::choose || !is_asked) next.insert(edges_[id][i].to);
      }
      return next;
    };
    for (const State& state : flow_.states)
      if (closure(passed_by(state.id), passed_by).contains(state.id))
        problem(state,
                "comes back to itself without a question that is always asked: "
                "put a confirm state into the circle");
  }

  void texts_name_only_filled_slots() {
    const auto filled = certain_at_entry();
    for (const State& state : flow_.states)
      for (const std::string& name : placeholders_of(state))
        if (flow_.slots.contains(name) && !filled.at(state.id).contains(name))
          problem(state, "says {" + name + "} before it is certain to be filled");
        else if (!flow_.slots.contains(name) && !is_known_placeholder(name))
          problem(state, "says {" + name + "}, which nothing fills: name a slot of this flow");
  }

  void leads_are_complete_and_consented() {
    const auto certain = certain_at_entry();
    for (const State& state : flow_.states) {
      if (state.kind != StateKind::perform || state.effect != Effect::store_lead) continue;
      const Names& here = certain.at(state.id);
      for (const auto& [name, slot] : flow_.slots)
        if (slot.required && !here.contains(name))
          problem(state, "stores a lead on a path where '" + name + "' was not given");
      if (!here.contains(kConsentGiven))
        problem(state, "stores a lead on a path without a consent: put a confirm state before it");
    }
  }

  /// What is filled on every path to each state: the greatest fixed point of an intersection.
  std::map<std::string, Names> certain_at_entry() {
    Names everything{kConsentGiven};
    for (const auto& [name, slot] : flow_.slots) everything.insert(name);
    std::map<std::string, Names> at;
    for (const State& state : flow_.states) at[state.id] = everything;
    at[flow_.start].clear();
    for (bool changed = true; changed;) {
      changed = false;
      for (const auto& [from, edges] : edges_)
        for (const Edge& edge : edges) {
          Names after = at[from];
          after.insert(edge.fills.begin(), edge.fills.end());
          if (edge.gives_consent) after.insert(kConsentGiven);
          for (const auto& slot : edge.clears) after.erase(slot);
          Names both;
          std::set_intersection(at[edge.to].begin(), at[edge.to].end(), after.begin(), after.end(),
                                std::inserter(both, both.end()));
          if (both != at[edge.to]) at[edge.to] = both, changed = true;
        }
    }
    return at;
  }

  static Names placeholders_of(const State& state) {
    Names found;
    const auto add = [&](const knowledge::LocalizedWording& words) {
      for (const auto& [language, wording] : words.by_language) {
        found.merge(placeholders(wording.web));
        found.merge(placeholders(wording.sms));
      }
    };
    add(state.prompt);
    add(state.reason);
    add(state.rephrased);
    for (const auto& [refusal, wording] : state.refusals) add(wording);
    return found;
  }

  static Names closure(const Names& from, const std::function<Names(const std::string&)>& next) {
    Names seen = from;
    std::deque<std::string> open(from.begin(), from.end());
    while (!open.empty()) {
      for (const std::string& id : next(open.front()))
        if (seen.insert(id).second) open.push_back(id);
      open.pop_front();
    }
    return seen;
  }

  static constexpr const char* kConsentGiven = "(consent)";

  const Flow& flow_;
  knowledge::Problems& problems_;
  std::map<std::string, std::vector<Edge>> edges_;
};

}  // namespace

void prove(const Flow& flow, knowledge::Problems& problems) {
  prove_declarations(flow, problems);
  Proof(flow, problems).run();
}

}  // namespace dialogs
