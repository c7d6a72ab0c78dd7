#pragma once

#include <string>
#include <string_view>

namespace bot {

/// The token of the desk's cookie in a Cookie header. Empty where there is none, or more than one:
/// then somebody else has put one there.
std::string session_token(std::string_view cookie_header);

/// Set-Cookie. The "__Host-" prefix holds browsers to Secure, this host alone and the whole path,
/// so that no other site, and no plain connection, can set or see it. It ends with the browser, or
/// with the session.
std::string session_cookie(std::string_view token);
std::string no_session_cookie();

}  // namespace bot
