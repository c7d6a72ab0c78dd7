#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dialogs {

/// The permissions (slots may_text, may_voicemail, may_say_clinic) that a message refuses: "don't
/// leave voicemails", "text only", "sin mensajes de texto". A question refuses nothing, nor does a
/// story of what was or was not received, and a no in one clause does not reach the next.
std::vector<std::string> refused_permissions(std::string_view normalized);

/// What a message says when it is asked for permissions: slot -> "yes" or "no". A yes only where a
/// clause says nothing but that yes: "not text, voicemail is ok".
std::map<std::string, std::string> answered_permissions(std::string_view normalized);

/// "Please don't call my work number": the wish is about how to call, not about whether.
bool limits_the_call(std::string_view normalized);

/// Of a message that speaks of cancelling: "how do I cancel?", "can I cancel later?" only ask.
bool asks_how_to_cancel(std::string_view normalized);

}  // namespace dialogs
