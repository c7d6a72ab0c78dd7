#include "bot/service/idempotency_key.h"

namespace bot {
namespace {

constexpr std::size_t kKeyBytesMax = 128;

/// A machine may have the name of an account; no name of either holds a blank.
std::string sender(const Caller& caller) {
  return caller.is_person() ? caller.name : "machine " + caller.name;
}

}  // namespace

const Rejection kKeyReused{422, "idempotency-key-reused",
                           "This Idempotency-Key came with another request.",
                           "Give every request a key of its own."};

std::variant<Once, Rejection> read_once(const HttpRequest& request, const std::string& body) {
  const auto& key = request.idempotency_key;
  if (key.empty()) return Once{};
  if (key.size() > kKeyBytesMax)
    return Rejection{400, "idempotency-key-invalid", "The Idempotency-Key is too long.",
                     "Send at most 128 bytes."};
  return Once{sender(request.caller) + '\0' + key,
              request.method + " " + request.path + "\n" + body};
}

}  // namespace bot
