#include <doctest/doctest.h>

#include <random>

#include "bot/store/session_json.h"

using dialogs::Session;

namespace {

/// Draws sessions of every shape, the odd ones too; the same ones in every run.
class Draw {
 public:
  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool flag() { return number(2) == 1; }

  std::string text() {
    static const std::vector<std::string> kTexts = {
        "", "a", "Zoë O'Neil-Núñez", "+12135550187", "\"quoted\\\" {}", "two\nlines", "😀", "null"};
    return kTexts[static_cast<std::size_t>(number(static_cast<int>(kTexts.size())))];
  }
  std::vector<std::string> texts() {
    std::vector<std::string> all(static_cast<std::size_t>(number(4)));
    for (auto& one : all) one = text();
    return all;
  }
  dialogs::Slots slots() {
    dialogs::Slots all;
    if (flag()) all["name"] = text();
    if (flag()) all["phone"] = std::string("+12135550187");
    if (flag()) all["callback_time"] = dialogs::CallbackTime{"mon,tue", "09:00", "12:00"};
    if (flag()) all["for_whom"] = dialogs::ForWhom{true, ""};
    if (flag()) all["for_another"] = dialogs::ForWhom{false, flag() ? "son" : ""};
    return all;
  }
  dialogs::Consent consent() {
    return {text(), text(), text(), number(1 << 30),
            flag() ? dialogs::Channel::sms : dialogs::Channel::web};
  }
  std::vector<dialogs::Consent> consents() {
    std::vector<dialogs::Consent> all(static_cast<std::size_t>(number(3)));
    for (auto& one : all) one = consent();
    return all;
  }
  dialogs::Lead lead() {
    dialogs::Lead lead;
    lead.sequence = number(9);
    lead.status = static_cast<dialogs::LeadStatus>(number(3));
    lead.urgent = flag();
    lead.fields = slots();
    lead.consent = consent();
    lead.permissions = consents();
    lead.stored_at_ms = number(1 << 30);
    return lead;
  }
  Session session() {
    Session session;
    session.language = flag() ? "es" : "";
    session.welcomed = flag();
    session.flow = text();
    session.state = text();
    session.path = texts();
    session.slots = slots();
    session.skipped = texts();
    session.permissions = consents();
    session.misses = number(4);
    session.paused = flag();
    session.resting = flag();
    session.urgent = flag();
    session.offered = texts();
    session.offer = text();
    session.offer_is_spoken = flag();
    session.opted_out = flag();
    session.last_text = text();
    if (flag()) session.lead = lead();
    session.last_at_ms = std::int64_t{1'773'351'000'000} + number(1 << 30);
    return session;
  }

 private:
  std::mt19937 random_{20261124};
};

}  // namespace

TEST_CASE("session: every session comes back equal from its JSON") {
  Draw draw;
  for (int i = 0; i < 2000; ++i) {
    const Session session = draw.session();
    const auto text = bot::session_json(session).dump();
    CHECK(bot::session_of(nlohmann::ordered_json::parse(text)) == session);
  }
}

TEST_CASE("session: what an older program stored is read, the newer members at their defaults") {
  CHECK(bot::session_of(nlohmann::ordered_json::object()) == Session{});
  const auto old = nlohmann::ordered_json::parse(
      R"({"language":"es","slots":{"name":"Rosa"},"lead":{"sequence":2},"no_longer":1})");
  const Session session = bot::session_of(old);
  CHECK(session.language == "es");
  CHECK(std::get<std::string>(session.slots.at("name")) == "Rosa");
  CHECK(session.lead->sequence == 2);
  CHECK(session.lead->status == dialogs::LeadStatus::open);
}
