#pragma once

#include <cstddef>
#include <string>

namespace bot {

/// `bytes` random bytes in hex. Sixteen cannot be guessed.
std::string random_token(std::size_t bytes);

}  // namespace bot
