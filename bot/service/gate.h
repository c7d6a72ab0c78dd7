#pragma once

#include <optional>
#include <string>

#include "bot/service/http_message.h"

namespace bot {

/// The one place that finds out who asks and whether they may. Immutable; thread-safe.
class Gate {
 public:
  /// `desk_token` is what coordinators' programs show; they may do what a coordinator may.
  explicit Gate(std::string desk_token);

  /// Puts the caller into `request`. A refusal, 401 for nobody and 403 for somebody who may not,
  /// where the route that needs `permission` must not run.
  std::optional<Rejection> refuse(Permission permission, HttpRequest& request) const;

 private:
  Caller caller_of(const HttpRequest& request) const;

  const std::string desk_token_;
};

}  // namespace bot
