#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dialogs/flow.h"
#include "dialogs/texts.h"
#include "knowledge/knowledge.h"
#include "knowledge/problem.h"

namespace dialogs {

/// What texts may name about the clinic.
struct ClinicFacts {
  std::string name;
  std::string short_name;
  std::string phone;
  std::string zone;
};

/// All that step() follows: flows, the words around them, and the knowledge they draw on. Immutable
/// after load; thread-safe. `knowledge` outlives it.
struct Script {
  std::map<std::string, Flow, std::less<>> flows;
  Texts texts;
  ClinicFacts clinic;
  const knowledge::Knowledge* knowledge = nullptr;
  std::string version;  ///< hash of every byte of dialog content; stored with each turn

  /// Loads `folder` (dialogs/) and proves the graph. All mistakes are added to `problems`.
  static Script load(const std::filesystem::path& folder, const knowledge::Knowledge& knowledge,
                     ClinicFacts clinic, knowledge::Problems& problems);
};

}  // namespace dialogs
