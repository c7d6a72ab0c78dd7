#pragma once

#include <string>
#include <string_view>

#include "dialogs/move.h"
#include "knowledge/problem.h"

namespace dialogs {

/// Topic ids with a meaning of their own in the dialog; every other topic is simply answered.
inline constexpr const char* kRequestCallback = "request_callback";
inline constexpr const char* kTalkToHuman = "talk_to_human";
inline constexpr const char* kChangeDetails = "change_details";
inline constexpr const char* kCallbackStatus = "callback_status";
inline constexpr const char* kCancelCallback = "cancel_callback";
inline constexpr const char* kDeleteMyData = "delete_my_data";
inline constexpr const char* kGreeting = "greeting";
inline constexpr const char* kThanks = "thanks";
inline constexpr const char* kGoodbye = "goodbye";
inline constexpr const char* kHelpMenu = "help_menu";
inline constexpr const char* kStartOver = "start_over";
inline constexpr const char* kSwitchLanguage = "switch_language";
inline constexpr const char* kAffirm = "affirm";
inline constexpr const char* kDeny = "deny";
inline constexpr const char* kComplaint = "complaint";
inline constexpr const char* kOutOfScope = "out_of_scope";

/// The one topic of kind answer that tells the form something: for whom.
inline constexpr const char* kHelpForLovedOne = "help_for_loved_one";

/// Acts on one topic of kind request; the pending question is left as it is unless the request
/// says otherwise. `plain` is false where the wish was inferred: then erasing asks first.
void act(Move& move, const std::string& topic, bool plain);

/// Whether a request goes before the pending question's answer. The others (greeting, thanks, yes,
/// no) are read by the question first.
bool goes_before_the_question(std::string_view topic);

/// Every request that the dialog knows must be a topic of that kind, and the other way round.
void check_requests(const knowledge::Knowledge& knowledge, knowledge::Problems& problems);

}  // namespace dialogs
