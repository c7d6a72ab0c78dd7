#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

namespace knowledge {

/// Gives a text its sentence vector; thread-safe.
using Encode = std::function<std::vector<float>(std::string_view)>;

/// The sentence encoder of `file`, which remembers the last few texts of each thread: topics and
/// safety ask for the same ones. Empty where the file is absent or damaged.
Encode remembering_encoder(const std::filesystem::path& file);

}  // namespace knowledge
