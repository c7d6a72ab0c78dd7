#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogs/move.h"

namespace dialogs {

/// The permissions (slots may_text, may_voicemail, may_say_clinic) that a message takes back:
/// "don't leave voicemails", "sin mensajes de texto". A question takes nothing back, and a no in
/// one clause does not reach the next.
std::vector<std::string> taken_back(std::string_view normalized);

/// Takes back what was granted in the form or in the stored request, and says so. True when
/// something changed.
bool take_back_permissions(Move& move);

/// "Please don't call my work number": the wish is about how to call, not about whether.
bool limits_the_call(std::string_view normalized);

}  // namespace dialogs
