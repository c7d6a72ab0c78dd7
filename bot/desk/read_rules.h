#pragma once

#include "bot/desk/desk_rules.h"
#include "knowledge/yaml_reader.h"

namespace bot {

/// The rules in the section `desk` of config/bot.yaml; the caller reads its other keys. What is
/// left out keeps its default; what cannot be is a problem with file and line.
DeskRules read_rules(knowledge::YamlMap& desk, const std::string& clinic_zone);

}  // namespace bot
