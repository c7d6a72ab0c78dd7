#include "knowledge/yaml_state.h"

#include <algorithm>
#include <utility>

namespace knowledge {

int line_of_mark(const YAML::Node& node) {
  return std::max(0, node.Mark().line) + 1;
}

std::string_view kind_of(const YAML::Node& node) {
  if (node.IsSequence()) return "a list";
  if (node.IsMap()) return "a mapping";
  return node.IsNull() ? "nothing" : "a text";
}

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

void YamlMap::State::report(int at, std::string message) {
  if (problems) problems->push_back({file, at, std::move(message)});
}

std::string YamlMap::State::name(std::string_view key) const {
  return "'" + path + std::string(key) + "'";
}

const YamlMap::State::Entry* YamlMap::State::find(std::string_view key) const {
  for (const auto& entry : entries)
    if (entry.key == key) return &entry;
  return nullptr;
}

const YamlMap::State::Entry* YamlMap::State::ask(std::string_view key) {
  asked.emplace(key);
  return find(key);
}

const YamlMap::State::Entry* YamlMap::State::require(std::string_view key) {
  const Entry* entry = ask(key);
  if (!entry) report(line, "missing key " + name(key) + ": add it");
  return entry;
}

void YamlMap::State::add_entries(const YAML::Node& node) {
  for (const auto& pair : node) {
    const int at = line_of_mark(pair.first);
    if (!pair.first.IsScalar()) {
      report(at, "a key must be a plain text: write 'key: value'");
    } else if (const Entry* first = find(pair.first.Scalar())) {
      report(at, "key " + name(first->key) + " stands twice (first in line " +
                     std::to_string(first->line) + "): keep one");
    } else {
      entries.push_back({pair.first.Scalar(), at, pair.second});
    }
  }
}

std::shared_ptr<YamlMap::State> YamlMap::State::child(std::string_view key, int at,
                                                      const YAML::Node& node) {
  auto state = std::make_shared<State>();
  state->file = file;
  state->path = path + std::string(key) + ".";
  state->line = at;
  if (!node.IsMap()) {
    report(at, name(key) + " must be a mapping of 'key: value' lines, not " +
                   std::string(kind_of(node)));
    return state;
  }
  state->problems = problems;
  state->add_entries(node);
  return state;
}

std::string YamlMap::State::text_of(std::string_view key, int at, const YAML::Node& node) {
  if (node.IsSequence() || node.IsMap()) {
    report(at, name(key) + " must be a text, not " + std::string(kind_of(node)));
    return {};
  }
  if (node.IsNull() || is_blank(node.Scalar())) {
    report(at, name(key) + " is blank: write a text or remove it");
    return {};
  }
  std::string text = node.Scalar();
  // Block scalars end in a line break that nobody means to send.
  text.erase(text.find_last_not_of(" \t\r\n") + 1);
  return text;
}

const YamlMap::State::Entry* YamlMap::State::ask_list(std::string_view key) {
  const Entry* entry = ask(key);
  if (!entry || entry->value.IsSequence()) return entry;
  report(entry->line, name(key) + " must be a list, not " + std::string(kind_of(entry->value)));
  return nullptr;
}

}  // namespace knowledge
