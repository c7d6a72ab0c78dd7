#pragma once

#include <string_view>

namespace bot {

/// The most used passwords, each followed by a line's end. Made of common_passwords.txt at build
/// time.
extern const std::string_view kCommonPasswords;

}  // namespace bot
