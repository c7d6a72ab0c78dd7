// A hundred thousand random turns over everything a visitor can do, from a fixed seed: whatever
// happens, the promises of the dialog hold.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "dialogs/step.h"
#include "tests/dialogs/script_of_the_clinic.h"

namespace {

using dialogs::Channel;
using dialogs::Effect;
using dialogs::Session;

constexpr std::int64_t kHourMs = 3600 * 1000;
constexpr std::int64_t kDayMs = 30 * kHourMs;
constexpr int kTurns = 100'000;
constexpr int kTurnsPerConversation = 40;

const std::vector<std::string>& things_said() {
  static const std::vector<std::string> list = {
      "for me",
      "for my son",
      "Dana",
      "my name is Jon",
      "213-555-0187",
      "555-0134",
      "911",
      "tomorrow at 10",
      "2am",
      "yesterday",
      "any time",
      "both",
      "neither",
      "text only",
      "yes",
      "no",
      "nothing",
      "name",
      "phone",
      "time",
      "messages",
      "don't call me",
      "skip",
      "back",
      "why do you need that?",
      "go on",
      "2",
      "1",
      "9",
      "blorp",
      "",
      "this is Carla, 661-555-0155, tomorrow after 4, I have Cigna",
      "sorry, it's 0178",
      "my number is 310-555-0111",
      "actually call me at 5pm",
      "\xF0\x9F\x98\x80",
      "para mi hija",
      "mañana a las 3",
      "STOP",
      "START",
      "HELP",
      "I want to stop drinking",
      "what? why? how?",
      "no sé",
      "omitir"};
  return list;
}

/// One random thing a visitor may do.
class Visitor {
 public:
  explicit Visitor(unsigned seed) : random_(seed) {}

  dialogs::Input act(const dialogs::Script& script, const Session& session, Channel channel) {
    dialogs::Input input;
    input.channel = channel;
    input.sender = channel == Channel::sms ? "+13235550142" : "";
    input.text = pick(things_said());
    input.understanding.language = chance(20) ? "es" : chance(20) ? "en" : session.language;
    const auto& topics = script.knowledge->topics();
    if (chance(3)) add_topic(input, topics);
    if (chance(12)) add_topic(input, topics);
    if (chance(8))
      input.understanding.near = {{pick(topics).id, 0.3, knowledge::Layer::classifier}};
    if (chance(15)) input.choice = "topic:" + pick(topics).id;
    if (chance(15) && !session.offered.empty()) input.choice = pick(session.offered);
    if (chance(40)) input.choice = "option:nowhere:nothing";
    if (chance(25)) {
      const auto level =
          chance(2) ? knowledge::SafetyLevel::emergency : knowledge::SafetyLevel::concern;
      input.understanding.safety = knowledge::SafetySignal{pick(script.knowledge->safety().ids()),
                                                           level, knowledge::Endangered::other};
    }
    return input;
  }

  bool chance(int one_in) { return random_() % static_cast<unsigned>(one_in) == 0; }

 private:
  template <typename List>
  auto pick(const List& list) -> typename List::value_type {
    return list[random_() % list.size()];
  }

  void add_topic(dialogs::Input& input, const std::vector<knowledge::Topic>& topics) {
    input.understanding.topics.push_back(
        {pick(topics).id, chance(2) ? 1.0 : 0.6,
         chance(2) ? knowledge::Layer::exact : knowledge::Layer::classifier});
  }

  std::mt19937 random_;
};

bool has(const dialogs::Turn& turn, Effect effect) {
  return std::find(turn.effects.begin(), turn.effects.end(), effect) != turn.effects.end();
}

/// A slot that was given is empty again only where it was skipped, its time has gone by, or the
/// form is over.
void check_slots(const Session& before, const Session& after) {
  if (before.flow.empty() || after.flow.empty()) return;
  const bool lay = after.last_at_ms - before.last_at_ms > 2 * kHourMs;
  const auto& flow = tests::script_of_the_clinic().flows.at(after.flow);
  const auto& skipped = after.skipped;
  for (const auto& [name, value] : before.slots) {
    const bool is_asked = flow.at(after.state).slot == name;
    const bool was_skipped = std::find(skipped.begin(), skipped.end(), name) != skipped.end();
    const bool may_have_gone_by = lay && std::holds_alternative<dialogs::CallbackTime>(value);
    if (!is_asked && !was_skipped && !may_have_gone_by)
      CHECK_MESSAGE(after.slots.contains(name), name);
  }
}

void check_lead(const Session& before, Channel channel, const dialogs::Turn& turn) {
  if (!has(turn, Effect::store_lead)) return;
  REQUIRE(turn.session.lead);
  const auto& lead = *turn.session.lead;
  CHECK(lead.fields.contains("name"));
  CHECK(lead.fields.contains("phone"));
  CHECK(!lead.consent.wording.empty());
  CHECK(!lead.consent.version.empty());
  CHECK(!before.flow.empty());  // a lead comes of a form that was open
  CHECK(turn.session.flow.empty());
  CHECK(lead.consent.channel == channel);
  for (const auto& permission : lead.permissions)
    CHECK(lead.fields.at(permission.id) == dialogs::SlotValue(std::string("yes")));
  CHECK(lead.sequence == (before.lead ? before.lead->sequence + 1 : 1));
}

void check_turn(const Session& before, const dialogs::Input& input, const dialogs::Turn& turn) {
  const auto& script = tests::script_of_the_clinic();
  const bool may_be_silent = input.channel == Channel::sms && turn.session.opted_out;
  if (!may_be_silent) CHECK(!turn.replies.empty());
  for (const auto& reply : turn.replies) {
    CHECK(!reply.text.empty());
    CHECK(reply.text.find('{') == std::string::npos);
  }
  const auto& signal = input.understanding.safety;
  const bool danger = signal && signal->level == knowledge::SafetyLevel::emergency;
  CHECK(danger == turn.safety.has_value());
  if (!turn.session.flow.empty()) {
    const auto& flow = script.flows.at(turn.session.flow);
    REQUIRE(flow.find(turn.session.state));
    if (!danger && !turn.session.opted_out) CHECK(!turn.asks.empty());
  } else {
    CHECK(turn.asks.empty());
  }
  check_lead(before, input.channel, turn);
  const auto& topics = turn.topics;
  const bool starts_anew = std::any_of(topics.begin(), topics.end(), [](const std::string& topic) {
    return topic == "cancel_callback" || topic == "start_over" || topic == "delete_my_data";
  });
  if (!starts_anew) check_slots(before, turn.session);
}

}  // namespace

TEST_CASE(
    "random walk: no lost slot, no dead end, no turn without a reply, no lead without consent") {
  const auto& script = tests::script_of_the_clinic();
  Visitor visitor(20261124);
  std::int64_t now_ms = 1773351000000;
  int leads = 0;
  for (int turn_number = 0; turn_number < kTurns;) {
    Session session;
    const Channel channel = visitor.chance(2) ? Channel::web : Channel::sms;
    for (int i = 0; i < kTurnsPerConversation; ++i, ++turn_number) {
      const auto input = visitor.act(script, session, channel);
      now_ms += visitor.chance(60) ? kDayMs : visitor.chance(10) ? 3 * kHourMs : 20 * 1000;
      const auto turn = dialogs::step(script, session, input, {now_ms, "America/New_York"});
      check_turn(session, input, turn);
      leads += has(turn, Effect::store_lead) ? 1 : 0;
      session = turn.session;
    }
  }
  CHECK(leads > 100);  // else the walk proves nothing about leads
}
