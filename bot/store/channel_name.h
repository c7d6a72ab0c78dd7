#pragma once

#include <string_view>

#include "dialogs/session.h"

namespace bot {

/// The names of channels in the database, the API and the logs.
constexpr std::string_view name_of(dialogs::Channel channel) {
  return channel == dialogs::Channel::sms ? "sms" : "web";
}

constexpr dialogs::Channel channel_of(std::string_view name) {
  return name == "sms" ? dialogs::Channel::sms : dialogs::Channel::web;
}

}  // namespace bot
