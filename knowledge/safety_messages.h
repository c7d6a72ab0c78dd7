#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "knowledge/language.h"
#include "knowledge/problem.h"
#include "knowledge/training_set.h"

namespace knowledge {

/// Label of every message that is an emergency, beside its crisis id.
inline constexpr std::string_view kEmergency = "emergency";

/// The messages of knowledge/safety/messages/<language>/<kind>.txt: a kind is a crisis id, or one
/// that only looks like danger (idiom, bereaved ...). `topics` of each is its kind alone. README.md
/// in the folder says how the files are written. Mistakes are added to `problems`.
std::vector<TrainingMessage> load_safety_messages(const std::filesystem::path& safety_folder,
                                                  const Languages& languages, Problems& problems);

/// What the safety classifier learns from: emergencies have their crisis id and kEmergency as
/// labels, everything else none. `ordinary` are messages about topics.
std::vector<TrainingMessage> safety_training(std::vector<TrainingMessage> safety,
                                             const std::vector<TrainingMessage>& ordinary);

bool is_crisis(std::string_view kind);
bool is_clinical_or_past(std::string_view kind);
bool is_benign(std::string_view kind);

}  // namespace knowledge
