#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <utility>

#include "bot/assistant.h"
#include "tests/bot/content_of_the_clinic.h"

namespace tests {

/// A visitor who talks with the assistant as it is shipped, over a store in memory. The clock
/// stands at Thursday, 12 March 2026, 2:30 pm in Los Angeles, until waited for.
class Talk {
 public:
  explicit Talk(const std::string& channel, const std::string& language = {},
                const std::string& sender = "+13235550142",
                const std::string& zone = "America/Los_Angeles")
      : store_({}, bot::Keys::random()),
        assistant_(content_of_the_clinic().config, *content_of_the_clinic().knowledge,
                   *content_of_the_clinic().script, store_, [this] { return now_ms_; }) {
    message_.channel = channel == "sms" ? dialogs::Channel::sms : dialogs::Channel::web;
    if (channel == "sms") message_.sender = sender;
    message_.language = language;
    message_.zone = zone;
  }

  nlohmann::json say(const std::string& text) {
    message_.message_id = "m" + std::to_string(++count_);
    message_.text = text;
    message_.choice.clear();
    return send();
  }

  /// Presses the button that was last shown with this label; null where there is none.
  nlohmann::json press(const std::string& label) {
    const auto button = buttons_.find(label);
    if (button == buttons_.end()) return nullptr;
    message_.message_id = "m" + std::to_string(++count_);
    message_.text = label;
    message_.choice = button->second;
    return send();
  }

  /// The network delivers the last message once more.
  nlohmann::json again() { return send(); }

  /// "(3 hours later)", "(2 days later)", "(20 minutes later)"; false where it is no such line.
  bool wait(const std::string& line) {
    static const std::regex form(R"(\((\d+) (minute|hour|day)s? later\))");
    std::smatch found;
    if (!std::regex_match(line, found, form)) return false;
    const std::map<std::string, std::int64_t> unit_ms = {
        {"minute", 60'000}, {"hour", 3'600'000}, {"day", 86'400'000}};
    now_ms_ += std::stoll(found[1]) * unit_ms.at(found[2]);
    return true;
  }

  const bot::Store& store() const { return store_; }

 private:
  nlohmann::json send() {
    const auto result = assistant_.handle(message_);
    auto turn = nlohmann::json::parse(std::get<bot::Answered>(result).turn_json);
    if (message_.channel == dialogs::Channel::web)
      message_.token = turn.at("conversation").get<std::string>();
    for (const auto& reply : turn.at("replies"))
      for (const auto& button : reply.at("quick_replies"))
        buttons_[button.at("label")] = button.at("id");
    return turn;
  }

  std::int64_t now_ms_ = 1'773'351'000'000;
  bot::Store store_;
  bot::Assistant assistant_;
  bot::IncomingMessage message_;
  std::map<std::string, std::string> buttons_;
  int count_ = 0;
};

}  // namespace tests
