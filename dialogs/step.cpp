#include "dialogs/step.h"

#include <algorithm>
#include <utility>

#include "dialogs/detail.h"
#include "dialogs/form.h"
#include "dialogs/keyword.h"
#include "dialogs/move.h"
#include "dialogs/pending.h"
#include "dialogs/person.h"
#include "dialogs/request.h"
#include "dialogs/topics.h"

namespace dialogs {
namespace {

constexpr std::int64_t kHourMs = 60 * 60 * 1000;
constexpr std::int64_t kAwayMs = 2 * kHourMs;  ///< a form that lay longer is taken up with a word
constexpr int kMissesBeforePerson = 3;

void settle_language(Move& move) {
  const auto& served = move.script.knowledge->languages();
  const auto& heard = move.input.understanding.language;
  Session& session = move.session();
  if (std::find(served.begin(), served.end(), heard) != served.end()) session.language = heard;
  if (session.language.empty()) session.language = served.front();
}

/// Danger first: the words for it, and nothing else. The pending question waits.
bool answer_danger(Move& move) {
  const auto& signal = move.input.understanding.safety;
  if (!signal || signal->level != knowledge::SafetyLevel::emergency) return false;
  const auto& wording = move.script.knowledge->safety().wording(signal->id);
  say(move, ReplyKind::crisis,
      signal->who == knowledge::Endangered::self ? wording.self : wording.other);
  Session& session = move.session();
  session.paused = true;
  session.urgent = true;
  session.misses = 0;
  if (session.lead && session.lead->status == LeadStatus::open && !session.lead->urgent) {
    session.lead->urgent = true;
    move.turn.effects.push_back(Effect::update_lead);
  }
  move.turn.safety = signal;
  move.turn.rung = Rung::safety;
  return true;
}

/// One line about 988 where danger was named but is not there now.
void show_concern(Move& move) {
  const auto& signal = move.input.understanding.safety;
  if (!signal || signal->level != knowledge::SafetyLevel::concern) return;
  say(move, ReplyKind::info, move.script.knowledge->safety().wording(signal->id).concern);
}

void welcome(Move& move, bool after_danger) {
  Session& session = move.session();
  const Texts& texts = move.script.texts;
  if (!session.welcomed) say(move, ReplyKind::info, texts.disclosure);
  session.welcomed = true;
  if (session.flow.empty()) return;
  if (after_danger) say(move, ReplyKind::info, texts.resumed);
  else if (session.last_at_ms > 0 && move.now.utc_ms - session.last_at_ms > kAwayMs)
    say(move, ReplyKind::info, texts.welcome_back);
}

bool answer_requests(Move& move) {
  const auto& matches = move.input.understanding.topics;
  const bool first = std::any_of(matches.begin(), matches.end(), [](const auto& match) {
    return match.layer == knowledge::Layer::exact && goes_before_the_question(match.topic);
  });
  return first && answer_topics(move);
}

/// Outside a form: a correction of the stored request, details offered unasked, topics.
bool answer_freely(Move& move) {
  if (!pending(move) && take_correction(move)) return true;
  const auto taken = pending(move) ? std::vector<std::string>() : take_details(move, {});
  const bool answered = answer_topics(move);
  if (!pending(move) && !taken.empty()) {
    const bool left_a_number = std::find(taken.begin(), taken.end(), "phone") != taken.end();
    const auto& lead = move.session().lead;
    const bool has_request = lead && lead->status == LeadStatus::open;
    if (left_a_number || has_request) say_noted(move, taken);
    if (left_a_number && !has_request) begin(move, kRequestCallback);
    return answered || left_a_number || has_request;
  }
  return answered;
}

void clarify(Move& move) {
  const auto& near = move.input.understanding.near;
  std::vector<QuickReply> buttons;
  for (const knowledge::Match& match : near)
    if (const auto* topic = move.script.knowledge->find_topic(match.topic))
      buttons.push_back(topic_button(move, *topic));
  say(move, ReplyKind::clarify, move.script.texts.did_you_mean);
  offer(move, std::move(buttons));
  move.session().offer = near.front().topic;
}

void suggest_topics(Move& move) {
  const auto* menu = move.script.knowledge->find_topic(kHelpMenu);
  std::vector<QuickReply> buttons;
  for (const std::string& id : menu->follow_ups)
    if (const auto* topic = move.script.knowledge->find_topic(id))
      buttons.push_back(topic_button(move, *topic));
  offer(move, std::move(buttons));
}

/// First "did you mean" or a kind decline, then other words, then a person.
void fall_back(Move& move) {
  Session& session = move.session();
  if (++session.misses >= kMissesBeforePerson) {
    offer_person(move);
  } else if (!move.input.understanding.near.empty()) {
    clarify(move);
  } else if (session.misses == 1) {
    const auto* decline = move.script.knowledge->find_topic(kOutOfScope);
    say(move, ReplyKind::fallback, decline->answer);
    suggest_topics(move);
  } else {
    say(move, ReplyKind::fallback, move.script.texts.not_understood);
    suggest_topics(move);
  }
}

void climb(Move& move, bool after_danger) {
  if (answer_requests(move)) {
    move.turn.rung = Rung::request;
  } else if (answer_pending(move)) {
    move.turn.rung = Rung::pending;
  } else if (answer_freely(move)) {
    move.turn.rung = Rung::topic;
  } else {
    move.turn.rung = Rung::fallback;
    if (pending(move)) miss_pending(move, after_danger);
    else fall_back(move);
  }
  ask_again(move);
}

/// A number by SMS, or a button for a topic, says more exactly what is meant than any classifier.
Input resolved(const Session& session, const Input& input) {
  Input result = input;
  const bool digit = input.text.size() == 1 && input.text[0] >= '1' && input.text[0] <= '9';
  const auto index = digit ? static_cast<std::size_t>(input.text[0] - '1') : 0;
  if (input.choice.empty() && digit && index < session.offered.size())
    result.choice = session.offered[index];
  constexpr std::string_view kTopic = "topic:";
  if (result.choice.starts_with(kTopic)) {
    result.understanding.topics = {
        {result.choice.substr(kTopic.size()), 1.0, knowledge::Layer::exact}};
    result.understanding.near.clear();
    result.understanding.entities.clear();
    result.text.clear();
  }
  return result;
}

Turn finished(Move& move) {
  Turn& turn = move.turn;
  const State* state = pending(move);
  const bool silent = turn.session.paused || turn.session.opted_out;
  if (state && !silent) turn.asks = asked_name(*state);
  turn.session.last_at_ms = move.now.utc_ms;
  return std::move(turn);
}

}  // namespace

Turn step(const Script& script, const Session& session, const Input& input, const Now& now) {
  const Input meant = resolved(session, input);
  Move move{script, meant, now, {}};
  move.turn.session = session;
  Session& after = move.session();
  const bool after_danger = after.paused;
  move.standing_offer = std::exchange(after.offer, {});
  after.paused = false;
  after.offered.clear();
  settle_language(move);

  if (answer_danger(move)) return finished(move);
  if (move.by_sms() && handle_keyword(move)) {
    move.turn.rung = Rung::keyword;
    return finished(move);
  }
  welcome(move, after_danger);
  show_concern(move);
  climb(move, after_danger);
  return finished(move);
}

}  // namespace dialogs
