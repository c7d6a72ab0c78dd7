#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

#include "bot/assistant.h"
#include "bot/service/http_message.h"
#include "bot/store/audit_log.h"
#include "bot/store/callback_queue.h"
#include "knowledge/knowledge.h"

namespace bot {

/// What the routes of the desk share. Thread-safe.
struct Desk {
  const Config& config;
  const knowledge::Knowledge& knowledge;
  Store& store;
  AuditLog& audit;
  Clock clock;
  CallbackQueue queue{store};

  std::int64_t lease_ms() const { return config.desk.lease_minutes * kMsOfMinute; }
  const std::string& zone() const { return config.desk.rules.clinic_zone; }

  /// Who works: the account of a person; what a machine says in `holder`. A holder that is missing,
  /// cannot be used or is another than the person is refused.
  std::variant<std::string, Rejection> holder(const HttpRequest& request,
                                              const nlohmann::json& body) const;
  /// The callback as lists show it, or why the change was not made.
  HttpOutcome told(Verdict verdict, const std::string& id) const;
  /// The whole card with its tag. That the caller reads it stands in the audit first, once in a
  /// while; after a change, too, because a change that is sent again is not audited again.
  HttpOutcome card(const HttpRequest& request);
  void note_in_audit(const HttpRequest& request, std::string what, std::string about,
                     std::string detail = {});
};

extern const Rejection kUnknownCallback;
/// Why a change was refused; never asked for Verdict::done.
Rejection rejection_of(Verdict verdict);

/// The text of a member; empty where it is missing or no text.
std::string text_member(const nlohmann::json& body, const char* name);

}  // namespace bot
