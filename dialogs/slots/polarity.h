#pragma once

#include <optional>

#include "dialogs/slots/token.h"

namespace dialogs {

/// Whether a sentence grants or denies, by counting its words for and against: "you have my
/// permission" grants, "the number is wrong" denies. nullopt where it says neither, doubts, or
/// speaks of anything else.
std::optional<bool> grants(const Tokens& tokens);

}  // namespace dialogs
