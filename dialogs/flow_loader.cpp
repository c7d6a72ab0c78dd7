#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <utility>

#include "dialogs/flow.h"
#include "knowledge/template.h"
#include "knowledge/yaml_reader.h"

namespace dialogs {
namespace {

using knowledge::Languages;
using knowledge::YamlMap;

constexpr std::array<std::pair<std::string_view, StateKind>, 6> kKinds = {{
    {"ask", StateKind::ask},
    {"choose", StateKind::choose},
    {"confirm", StateKind::confirm},
    {"do", StateKind::perform},
    {"say", StateKind::say},
    {"end", StateKind::end},
}};

constexpr std::array<std::pair<std::string_view, Effect>, 1> kEffects = {{
    {"store_lead", Effect::store_lead},
}};

constexpr std::array<std::pair<std::string_view, Refusal>, 6> kRefusals = {{
    {"unclear", Refusal::unclear},
    {"incomplete", Refusal::incomplete},
    {"abroad", Refusal::abroad},
    {"not_possible", Refusal::not_possible},
    {"past", Refusal::past},
    {"outside_hours", Refusal::outside_hours},
}};

template <typename Value, std::size_t N>
std::optional<Value> find_name(const std::array<std::pair<std::string_view, Value>, N>& table,
                               std::string_view name) {
  for (const auto& [known, value] : table)
    if (known == name) return value;
  return std::nullopt;
}

template <typename Value, std::size_t N>
std::string names(const std::array<std::pair<std::string_view, Value>, N>& table) {
  std::string list;
  for (const auto& [name, value] : table) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

/// Answers as templates (knowledge/template.h), compiled to one pattern.
std::shared_ptr<const RE2> read_says(YamlMap& map, const Languages& languages) {
  if (!map.has("says")) return nullptr;
  std::string pattern;
  for (const auto& [language, templates] : map.localized_texts("says", languages))
    for (const std::string& text : templates) {
      const auto parsed = knowledge::parse_template(text, {});
      if (const auto* mistake = std::get_if<knowledge::TemplateMistake>(&parsed))
        map.problem("'" + text + "': " + *mistake, "says");
      else
        pattern += (pattern.empty() ? "(?:" : "|(?:") +
                   std::get<knowledge::Template>(parsed).pattern + ")";
    }
  return std::make_shared<const RE2>(pattern);
}

Option read_option(YamlMap map, const Languages& languages) {
  Option option;
  option.id = map.text("id");
  option.label = map.localized("label", languages);
  option.says = read_says(map, languages);
  option.clear = map.texts("clear");
  option.next = map.text_or("next", "");
  if (map.has("set")) {
    YamlMap set = map.map("set");
    for (const auto& slot : set.keys()) option.set[slot] = set.text(slot);
    set.finish();
  }
  map.finish();
  return option;
}

std::vector<Option> read_options(YamlMap& map, const Languages& languages) {
  std::vector<Option> options;
  for (YamlMap& option : map.maps("options"))
    options.push_back(read_option(std::move(option), languages));
  return options;
}

std::vector<Detour> read_detours(YamlMap& map) {
  std::vector<Detour> detours;
  if (!map.has("detours")) return detours;
  for (YamlMap& entry : map.maps("detours")) {
    Detour detour;
    detour.next = entry.text("next");
    YamlMap when = entry.map("when");
    for (const auto& slot : when.keys()) detour.when[slot] = when.text(slot);
    when.finish();
    entry.finish();
    detours.push_back(std::move(detour));
  }
  return detours;
}

void read_refusals(YamlMap& map, const Languages& languages, State& state) {
  YamlMap refusals = map.map("refusals");
  for (const auto& key : refusals.keys()) {
    const auto refusal = find_name(kRefusals, key);
    if (refusal) state.refusals[*refusal] = refusals.wording(key, languages);
  }
  if (!state.refusals.contains(Refusal::unclear))
    refusals.problem("'unclear' is missing: say what to do when the answer is not understood");
  refusals.finish();
}

void read_ask(YamlMap& map, const Languages& languages, State& state) {
  state.slot = map.text("slot");
  state.prompt = map.wording("prompt", languages);
  state.reason = map.wording("reason", languages);
  state.rephrased = map.wording("rephrased", languages);
  state.optional = map.flag_or("optional", false);
  state.options = read_options(map, languages);
  state.next = map.text("next");
  read_refusals(map, languages, state);
}

void read_choose(YamlMap& map, const Languages& languages, State& state) {
  state.prompt = map.wording("prompt", languages);
  state.reason = map.wording("reason", languages);
  state.rephrased = map.wording("rephrased", languages);
  state.options = read_options(map, languages);
  state.detours = read_detours(map);
  read_refusals(map, languages, state);
  if (state.options.size() < 2) map.problem("a choose state needs at least two options");
}

void read_confirm(YamlMap& map, const Languages& languages, State& state) {
  state.prompt = map.wording("prompt", languages);
  state.reason = map.wording("reason", languages);
  state.rephrased = map.wording("rephrased", languages);
  state.consent = map.text("consent");
  state.on_yes = map.text("yes");
  state.on_no = map.text("no");
  state.options = read_options(map, languages);
  read_refusals(map, languages, state);
}

void read_perform(YamlMap& map, State& state) {
  const std::string name = map.text("effect");
  const auto effect = find_name(kEffects, name);
  if (effect) state.effect = *effect;
  else if (!name.empty())
    map.problem("unknown effect '" + name + "': use one of " + names(kEffects), "effect");
  state.next = map.text("next");
}

State read_state(YamlMap map, const Languages& languages) {
  State state;
  state.line = map.line();
  state.id = map.text("id");
  const std::string kind_name = map.text("kind");
  const auto kind = find_name(kKinds, kind_name);
  if (!kind) {
    if (!kind_name.empty())
      map.problem("unknown kind '" + kind_name + "': use one of " + names(kKinds), "kind");
    return state;
  }
  state.kind = *kind;
  switch (*kind) {
    case StateKind::ask: read_ask(map, languages, state); break;
    case StateKind::choose: read_choose(map, languages, state); break;
    case StateKind::confirm: read_confirm(map, languages, state); break;
    case StateKind::perform: read_perform(map, state); break;
    case StateKind::say:
      state.prompt = map.wording("prompt", languages);
      state.next = map.text("next");
      break;
    case StateKind::end: break;
  }
  map.finish();
  return state;
}

FlowSlot read_slot_declaration(YamlMap map, const Languages& languages) {
  FlowSlot slot;
  const std::string kind_name = map.text("kind");
  const auto kind = slot_kind(kind_name);
  if (kind) slot.kind = *kind;
  else if (!kind_name.empty()) map.problem("unknown slot kind '" + kind_name + "'", "kind");
  slot.required = map.flag_or("required", false);
  slot.brief = map.flag_or("brief", false);
  slot.label = map.localized("label", languages);
  map.finish();
  return slot;
}

ConsentText read_consent(YamlMap map, const Languages& languages) {
  ConsentText consent;
  consent.version = map.text("version");
  consent.wording = map.wording("wording", languages);
  map.finish();
  return consent;
}

}  // namespace

const State* Flow::find(std::string_view state) const {
  const auto found =
      std::find_if(states.begin(), states.end(), [&](const State& s) { return s.id == state; });
  return found == states.end() ? nullptr : &*found;
}

const State& Flow::at(std::string_view state) const {
  const State* found = find(state);
  assert(found && "a proven flow names only its own states");
  return *found;
}

Flow load_flow(const std::filesystem::path& file, const std::filesystem::path& root,
               const Languages& languages, knowledge::Problems& problems) {
  YamlMap map = YamlMap::read_file(file, root, problems);
  Flow flow;
  flow.file = map.file();
  flow.id = map.text("id");
  flow.begins_with = map.text("begins_with");
  flow.start = map.text("start");
  YamlMap slots = map.map("slots");
  for (const auto& name : slots.keys())
    flow.slots[name] = read_slot_declaration(slots.map(name), languages);
  flow.slot_order = slots.keys();
  slots.finish();
  YamlMap consents = map.map("consents");
  for (const auto& name : consents.keys())
    flow.consents[name] = read_consent(consents.map(name), languages);
  consents.finish();
  for (YamlMap& state : map.maps("states")) {
    State read = read_state(state, languages);
    if (flow.find(read.id))
      state.problem("state '" + read.id + "' stands twice: give each state its own id");
    flow.states.push_back(std::move(read));
  }
  map.finish();
  return flow;
}

}  // namespace dialogs
