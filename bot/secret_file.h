#pragma once

#include <filesystem>
#include <string>

namespace bot {

/// A secret of one line, without white space at its ends. Throws std::runtime_error with what to do
/// where the file cannot be read, is empty, or can be read by others than its owner.
std::string read_secret(const std::filesystem::path& file);

/// As read_secret, after making the file with 64 random hex digits and mode 0600 where it is
/// absent.
std::string read_or_make_secret(const std::filesystem::path& file);

}  // namespace bot
