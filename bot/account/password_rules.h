#pragma once

#include <optional>
#include <string_view>

#include "bot/rejection.h"

namespace bot {

inline constexpr int kPasswordCharactersMin = 8;   // fifteen are advised
inline constexpr int kPasswordBytesMax = 512;

/// Why a password cannot be chosen, if so: too short or too long, among the most used ones, or
/// nothing but the account's or the clinic's name with some digits. No rule asks for kinds of
/// characters, and none changes what was typed (ASVS 6.2).
std::optional<Rejection> refuse_password(std::string_view password, std::string_view account,
                                         std::string_view clinic);

}  // namespace bot
