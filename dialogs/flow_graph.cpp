#include "dialogs/flow.h"

namespace dialogs {
namespace {

std::string arrow(const std::string& from, const std::string& to, const std::string& label) {
  return "    " + from + " --> " + to + (label.empty() ? "" : ": " + label) + "\n";
}

/// "may_text no, may_voicemail no already"
std::string said(const Detour& detour) {
  std::string list;
  for (const auto& [slot, value] : detour.when)
    list += (list.empty() ? "" : ", ") + slot + " " + value;
  return list + " already";
}

std::string ways_on(const State& state) {
  std::string lines;
  switch (state.kind) {
    case StateKind::ask:
      return arrow(state.id, state.next, state.optional ? state.slot + " or skip" : state.slot);
    case StateKind::choose:
      for (const Option& option : state.options) lines += arrow(state.id, option.next, option.id);
      for (const Detour& detour : state.detours)
        lines += arrow(state.id, detour.next, said(detour));
      return lines;
    case StateKind::confirm:
      return arrow(state.id, state.on_yes, "yes") + arrow(state.id, state.on_no, "no");
    case StateKind::perform: return arrow(state.id, state.next, "stored");
    case StateKind::say: return arrow(state.id, state.next, "");
    case StateKind::end: return arrow(state.id, "[*]", "");
  }
  return lines;
}

}  // namespace

std::string mermaid(const Flow& flow) {
  std::string lines = "stateDiagram-v2\n    [*] --> " + flow.start + ": " + flow.begins_with + "\n";
  for (const State& state : flow.states) lines += ways_on(state);
  return lines;
}

}  // namespace dialogs
