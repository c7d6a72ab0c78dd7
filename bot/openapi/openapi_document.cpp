#include "bot/openapi/openapi_document.h"

#include <yaml-cpp/yaml.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace bot {
namespace {

using nlohmann::ordered_json;

/// What is quoted is text; else what JSON would read as a number, true, false or null is that.
ordered_json scalar_json(const YAML::Node& node) {
  const auto& text = node.Scalar();
  if (node.Tag() == "!") return text;
  constexpr bool kThrows = false;
  auto value = ordered_json::parse(text, nullptr, kThrows);
  return value.is_number() || value.is_boolean() || value.is_null() ? value : ordered_json(text);
}

ordered_json json_of(const YAML::Node& node) {
  switch (node.Type()) {
    case YAML::NodeType::Scalar: return scalar_json(node);
    case YAML::NodeType::Sequence: {
      auto list = ordered_json::array();
      for (const auto& item : node) list.push_back(json_of(item));
      return list;
    }
    case YAML::NodeType::Map: {
      auto map = ordered_json::object();
      for (const auto& entry : node) map[entry.first.Scalar()] = json_of(entry.second);
      return map;
    }
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined: return nullptr;
  }
  return nullptr;
}

void merge(ordered_json& into, const ordered_json& part, const std::string& place) {
  for (const auto& [key, value] : part.items()) {
    const auto found = into.find(key);
    if (found == into.end()) into[key] = value;
    else if (found->is_object() && value.is_object()) merge(*found, value, place + "/" + key);
    else throw std::runtime_error("openapi: two files say " + place + "/" + key);
  }
}

}  // namespace

std::string openapi_json() {
  ordered_json document;
  for (const auto file : openapi_files())
    merge(document, json_of(YAML::Load(std::string(file))), "");
  return document.dump();
}

}  // namespace bot
