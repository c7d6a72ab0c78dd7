#pragma once

#include <string>

namespace bot {

/// What an address is counted by: an IPv6 address by its /64, which one household or server has to
/// itself, an IPv4 address, also one mapped into IPv6, by itself. What is no address stays as it
/// is.
std::string address_key(const std::string& address);

}  // namespace bot
