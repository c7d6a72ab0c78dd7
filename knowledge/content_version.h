#pragma once

#include <filesystem>
#include <string>

namespace knowledge {

/// Hash (BLAKE2b-256, hex) of the names and bytes of all content under `content`: every .yaml file
/// and, in its subfolders, every .txt file. The same on every machine for the same files.
std::string content_version(const std::filesystem::path& content);

}  // namespace knowledge
