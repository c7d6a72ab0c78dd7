#include "knowledge/yaml_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>
#include <utility>

#include "knowledge/content_file.h"
#include "knowledge/yaml_state.h"

namespace knowledge {
namespace {

bool is_plain(const YAML::Node& node) {
  return node.IsScalar() && node.Tag() != "!";
}

template <typename Number>
std::optional<Number> parsed(const YAML::Node& node, Number minimum, Number maximum) {
  if (!is_plain(node)) return std::nullopt;
  const std::string& text = node.Scalar();
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || !(value >= minimum && value <= maximum)) return std::nullopt;
  return value;
}

std::string shown(const YAML::Node& node) {
  return node.IsScalar() ? "'" + node.Scalar() + "'" : std::string(kind_of(node));
}

}  // namespace

YamlMap::YamlMap(std::shared_ptr<State> state) : state_(std::move(state)) {}

YamlMap YamlMap::read_file(const std::filesystem::path& file, const std::filesystem::path& root,
                           Problems& problems) {
  auto state = std::make_shared<State>();
  state->file = content_name(file, root);
  const std::size_t before = problems.size();
  const std::string text = read_content_file(file, root, problems);
  if (problems.size() > before) return YamlMap(std::move(state));
  try {
    const auto documents = YAML::LoadAll(text);
    if (documents.empty() || documents.front().IsNull()) {
      problems.push_back({state->file, 0, "is empty: write its keys"});
    } else if (!documents.front().IsMap() || documents.size() > 1) {
      problems.push_back({state->file, line_of_mark(documents.back()),
                          "must be one mapping of 'key: value' lines"});
    } else {
      state->line = 1;
      state->problems = &problems;
      state->add_entries(documents.front());
    }
  } catch (const YAML::Exception& error) {
    problems.push_back({state->file, std::max(0, error.mark.line) + 1,
                        "is not valid YAML (" + error.msg + "): correct it"});
  }
  return YamlMap(std::move(state));
}

std::string YamlMap::text(std::string_view key) {
  const State::Entry* entry = state_->require(key);
  return entry ? state_->text_of(key, entry->line, entry->value) : std::string();
}

std::string YamlMap::text_or(std::string_view key, std::string fallback) {
  const State::Entry* entry = state_->ask(key);
  return entry ? state_->text_of(key, entry->line, entry->value) : fallback;
}

long YamlMap::number(std::string_view key, long minimum, long maximum) {
  const State::Entry* entry = state_->require(key);
  if (!entry) return minimum;
  if (const auto value = parsed(entry->value, minimum, maximum)) return *value;
  state_->report(entry->line, state_->name(key) + " must be a whole number from " +
                                  std::to_string(minimum) + " to " + std::to_string(maximum) +
                                  ", not " + shown(entry->value));
  return minimum;
}

double YamlMap::real(std::string_view key, double minimum, double maximum) {
  const State::Entry* entry = state_->require(key);
  if (!entry) return minimum;
  if (const auto value = parsed(entry->value, minimum, maximum)) return *value;
  std::ostringstream range;
  range << minimum << " to " << maximum;
  state_->report(entry->line, state_->name(key) + " must be a number from " + range.str() +
                                  ", not " + shown(entry->value));
  return minimum;
}

bool YamlMap::flag_or(std::string_view key, bool fallback) {
  const State::Entry* entry = state_->ask(key);
  if (!entry) return fallback;
  if (is_plain(entry->value) && entry->value.Scalar() == "true") return true;
  if (is_plain(entry->value) && entry->value.Scalar() == "false") return false;
  state_->report(entry->line,
                 state_->name(key) + " must be true or false, not " + shown(entry->value));
  return fallback;
}

std::vector<std::string> YamlMap::texts(std::string_view key) {
  std::vector<std::string> list;
  if (const State::Entry* entry = state_->ask_list(key)) {
    for (const auto& item : entry->value) {
      std::string text = state_->text_of(key, line_of_mark(item), item);
      if (!text.empty()) list.push_back(std::move(text));
    }
  }
  return list;
}

YamlMap YamlMap::map(std::string_view key) {
  const State::Entry* entry = state_->require(key);
  if (entry) return YamlMap(state_->child(key, entry->line, entry->value));
  auto nothing = std::make_shared<State>();
  nothing->file = state_->file;
  nothing->line = state_->line;
  return YamlMap(std::move(nothing));
}

std::vector<YamlMap> YamlMap::maps(std::string_view key) {
  std::vector<YamlMap> list;
  if (const State::Entry* entry = state_->ask_list(key))
    for (const auto& item : entry->value)
      list.push_back(YamlMap(state_->child(key, line_of_mark(item), item)));
  return list;
}

bool YamlMap::has(std::string_view key) const {
  return state_->find(key) != nullptr;
}

std::vector<std::string> YamlMap::keys() const {
  std::vector<std::string> names;
  for (const auto& entry : state_->entries) names.push_back(entry.key);
  return names;
}

void YamlMap::finish() {
  std::string known;
  for (const auto& key : state_->asked) known += (known.empty() ? " or use one of: " : ", ") + key;
  for (const auto& entry : state_->entries)
    if (!state_->asked.contains(entry.key))
      state_->report(entry.line, "unknown key " + state_->name(entry.key) + ": remove it" + known);
}

void YamlMap::problem(std::string message, std::string_view at_key) {
  const State::Entry* entry = at_key.empty() ? nullptr : state_->find(at_key);
  state_->report(entry ? entry->line : state_->line, std::move(message));
}

void YamlMap::problem_in(std::string message, std::initializer_list<std::string_view> path) {
  state_->report(line_of(path), std::move(message));
}

const std::string& YamlMap::file() const {
  return state_->file;
}
int YamlMap::line() const {
  return state_->line;
}

int YamlMap::line_of(std::initializer_list<std::string_view> path) const {
  State level;
  level.entries = state_->entries;
  int line = state_->line;
  for (const auto key : path) {
    const State::Entry* entry = level.find(key);
    if (!entry) break;
    line = entry->line;
    const YAML::Node value = entry->value;
    level.entries.clear();
    if (value.IsMap()) level.add_entries(value);
  }
  return line;
}

}  // namespace knowledge
