#pragma once

#include <string>
#include <utility>

#include "bot/store/store.h"

namespace tests {

/// Plays one conversation against a store: each call is the record of the next turn, ready to
/// commit. Message ids are m1, m2, ...; times go on by a second a turn.
class Visitor {
 public:
  explicit Visitor(std::string id, std::string sms_sender = {}) {
    conversation_.id = std::move(id);
    conversation_.sender = std::move(sms_sender);
    conversation_.zone = "America/Los_Angeles";
    if (!conversation_.sender.empty()) conversation_.channel = dialogs::Channel::sms;
  }

  std::string token() const {
    return conversation_.sender.empty() ? "token-of-" + conversation_.id : std::string();
  }

  bot::TurnRecord says(const std::string& text, std::vector<dialogs::Effect> effects = {}) {
    bot::TurnRecord turn;
    turn.conversation_is_new = conversation_.turns == 0;
    conversation_.turns += 1;
    conversation_.session.language = "en";
    turn.conversation = conversation_;
    turn.token = token();
    turn.message_id = "m" + std::to_string(conversation_.turns);
    turn.text = text;
    turn.reply_json = R"({"replies":[{"text":"reply to )" + text + R"("}]})";
    turn.trace_json = R"({"heard":")" + text + R"("})";
    turn.content_version = "1";
    turn.at_ms = kStart + 1000 * conversation_.turns;
    turn.effects = std::move(effects);
    return turn;
  }

  bot::TurnRecord leaves_details(const std::string& name, const std::string& phone,
                                 bool urgent = false) {
    dialogs::Lead lead;
    lead.sequence = conversation_.session.lead ? conversation_.session.lead->sequence + 1 : 1;
    lead.urgent = urgent;
    lead.fields = {{"name", name}, {"phone", phone}};
    lead.consent = {"callback", "2026-03-01", "You may call.", kStart, conversation_.channel};
    lead.stored_at_ms = kStart;
    conversation_.session.lead = lead;
    return says("yes", {dialogs::Effect::store_lead});
  }

  bot::Conversation& conversation() { return conversation_; }

  static constexpr std::int64_t kStart = 1'773'351'000'000;  // 12 March 2026

 private:
  bot::Conversation conversation_;
};

}  // namespace tests
