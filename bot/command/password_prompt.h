#pragma once

#include <string>

namespace bot {

/// A new password: asked for twice without showing it on a terminal, else one line of standard
/// input. Never an argument, which others on the machine could see. Throws std::runtime_error where
/// none comes, or two that differ.
std::string ask_new_password();

}  // namespace bot
