#pragma once

#include <sys/socket.h>

namespace bot {

/// Whether an address belongs to this machine or to a network that is not the public internet:
/// loopback, private, link-local, carrier-grade NAT, multicast, and what embeds one of them in
/// IPv6. Families that are not IP are private.
bool is_private_address(const sockaddr& address);

}  // namespace bot
