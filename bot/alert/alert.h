#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bot {

/// Something that the desk should hear of, and the way it is told. Holds an id and nothing of the
/// visitor: it passes through the mail and other firms' systems.
struct Alert {
  std::string id;     ///< the same at every try, so that a receiver can tell a repetition
  std::string kind;   ///< "new", "urgent", "urgent_waiting"
  std::string about;  ///< a callback's id; a conversation's where there is no callback
  std::string way;    ///< "webhook", "email"
  std::int64_t created_at_ms = 0;
  int tries = 0;
};

/// What came of telling it.
struct Telling {
  enum class Result { told, later, never };
  Result result = Result::later;
  std::string why;        ///< short, of ours: "status 503", "no connection"
  int retry_after_s = 0;  ///< as the receiver asks; 0: it does not
};

constexpr std::string_view name_of(Telling::Result result) {
  constexpr std::string_view kNames[] = {"told", "later", "never"};
  return kNames[static_cast<std::size_t>(result)];
}

}  // namespace bot
