// Private to the readers of YAML: what a YamlMap holds.
#pragma once

#include <yaml-cpp/yaml.h>

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/problem.h"
#include "knowledge/yaml_reader.h"

namespace knowledge {

int line_of_mark(const YAML::Node& node);          ///< from 1
std::string_view kind_of(const YAML::Node& node);  ///< "a list", "a text", ...

struct YamlMap::State {
  struct Entry {
    std::string key;
    int line = 0;
    YAML::Node value;
  };

  std::string file;
  std::string path;  ///< "answer.en." before the keys of a nested mapping
  int line = 0;
  Problems* problems = nullptr;  ///< null in a mapping that is not there: it has no more to report
  std::vector<Entry> entries;    ///< in file order, each key once
  std::set<std::string, std::less<>> asked;

  void report(int at, std::string message);
  std::string name(std::string_view key) const;  ///< quoted, with its path
  const Entry* find(std::string_view key) const;
  const Entry* ask(std::string_view key);       ///< nullptr where the key is not there
  const Entry* require(std::string_view key);   ///< the same, and a problem
  const Entry* ask_list(std::string_view key);  ///< nullptr too where it is no list, with a problem
  void add_entries(const YAML::Node& mapping);
  std::shared_ptr<State> child(std::string_view key, int at, const YAML::Node& node);
  std::string text_of(std::string_view key, int at, const YAML::Node& node);
};

}  // namespace knowledge
