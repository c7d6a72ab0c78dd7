#pragma once

#include <httplib.h>

#include <cstddef>
#include <string>
#include <variant>

#include "bot/rejection.h"

namespace bot {

/// The body of `request`, read to its end whatever its length; longer than the limit, in a form of
/// several parts or cut short it is a rejection. Counts what arrives: the library holds only a
/// stated length against its limit, not chunks.
std::variant<std::string, Rejection> read_body(const httplib::Request& request,
                                               const httplib::ContentReader& reader,
                                               std::size_t bytes_max);

}  // namespace bot
