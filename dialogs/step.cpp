#include "dialogs/step.h"

#include <algorithm>
#include <utility>

#include "dialogs/confirming.h"
#include "dialogs/detail.h"
#include "dialogs/fallback.h"
#include "dialogs/form.h"
#include "dialogs/keyword.h"
#include "dialogs/lead.h"
#include "dialogs/move.h"
#include "dialogs/offer.h"
#include "dialogs/pending.h"
#include "dialogs/repeat.h"
#include "dialogs/request.h"
#include "dialogs/resume.h"
#include "dialogs/safe_contact.h"
#include "dialogs/topics.h"

namespace dialogs {
namespace {

void settle_language(Move& move) {
  const auto& served = move.script.knowledge->languages();
  const auto& heard = move.input.understanding.language;
  Session& session = move.session();
  if (std::find(served.begin(), served.end(), heard) != served.end()) session.language = heard;
  if (session.language.empty()) session.language = served.front();
}

/// The way to a person, one tap from the words about danger.
void show_person(const Move& move, Reply& reply) {
  if (!move.by_sms()) reply.quick_replies = topic_buttons(move, {kTalkToHuman});
}

/// Danger first: the words for it, and nothing else. The pending question waits.
bool answer_danger(Move& move) {
  const auto& signal = move.input.understanding.safety;
  if (!signal || signal->level != knowledge::SafetyLevel::emergency) return false;
  const auto& wording = move.script.knowledge->safety().wording(signal->id);
  show_person(move, say(move, ReplyKind::crisis,
                        signal->who == knowledge::Endangered::self ? wording.self
                                                                   : wording.other));
  Session& session = move.session();
  session.paused = true;
  session.urgent = true;
  session.misses = 0;
  if (has_open_lead(session) && !session.lead->urgent) {
    session.lead->urgent = true;
    mark_updated(move);
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

void welcome(Move& move) {
  if (move.session().welcomed) return;
  say(move, ReplyKind::info, move.script.texts.disclosure);
  move.session().welcomed = true;
}

bool answer_requests(Move& move) {
  const auto& matches = move.input.understanding.topics;
  const bool first = std::any_of(matches.begin(), matches.end(), [](const auto& match) {
    return match.layer == knowledge::Layer::exact && goes_before_the_question(match.topic);
  });
  return first && answer_topics(move);
}

/// Nothing but a detail was said, and nobody waits for it yet.
void thank_for_detail(Move& move, const std::vector<std::string>& taken) {
  say_noted(move, taken);
  offer_call(move);
}

/// "Yes, please call" is pressed once more after the request was stored.
bool presses_old_button(Move& move) {
  if (!move.input.choice.starts_with("option:") || !has_open_lead(move.session())) return false;
  act(move, kCallbackStatus, true);
  return true;
}

/// Outside a form: a correction of the stored request, details offered unasked, topics. Whoever
/// leaves a number, or says when to call them, wants to be called.
bool answer_freely(Move& move) {
  if (pending(move)) return answer_topics(move);
  if (presses_old_button(move)) return true;
  if (take_correction(move) || take_promised_change(move)) return true;
  const auto taken = take_details(move, {});
  const bool left_a_number = std::find(taken.begin(), taken.end(), "phone") != taken.end();
  const bool wants_call = left_a_number || says_when_to_call(move, taken);
  const bool has_request = has_open_lead(move.session());
  const bool matters = wants_call || has_request || asks_for(move, kRequestCallback);
  if (matters) say_noted(move, taken);
  const bool only_details =
      has_request && !taken.empty() && !asks_beside_detail(move, left_a_number);
  const bool answered = !only_details && answer_topics(move);
  if (taken.empty()) return answered;
  if (wants_call && !has_request && !pending(move)) begin(move, kRequestCallback);
  if (!matters && !answered) thank_for_detail(move, taken);
  return true;
}

/// Outside a form, the first message after danger is still in its shadow ("no", "they put me on
/// hold"): the ways to help come once more, and nothing else unless it plainly asks for something.
bool stays_with_danger(Move& move) {
  const bool comes_back = move.back == Return::after_danger && !pending(move);
  if (!comes_back || !move.input.choice.empty()) return false;
  const auto& topics = move.input.understanding.topics;
  const bool asks = std::any_of(topics.begin(), topics.end(), [](const knowledge::Match& match) {
    return match.layer == knowledge::Layer::exact && match.topic != kAffirm &&
           match.topic != kDeny && match.topic != kGreeting;
  });
  Reply& help = say(move, ReplyKind::info, move.script.texts.after_danger);
  if (!asks) show_person(move, help);
  return !asks;
}

void climb(Move& move) {
  if (stays_with_danger(move)) {
    move.turn.rung = Rung::safety;
  } else if (refuse_permissions(move) || agree_and_answer(move) || say_what_to_change(move)) {
    move.turn.rung = Rung::request;
  } else if (answer_requests(move) || answer_offer(move)) {
    move.turn.rung = Rung::request;
  } else if (answer_pending(move)) {
    move.turn.rung = Rung::pending;
  } else if (answer_freely(move)) {
    move.turn.rung = Rung::topic;
  } else {
    move.turn.rung = Rung::fallback;
    if (!hear(move)) pending(move) ? miss_pending(move) : fall_back(move);
  }
  ask_again(move);
}

/// "It was a joke" right after words about danger sounds like a complaint and is none.
void drop_doubtful_complaint(std::vector<knowledge::Match>& topics) {
  std::erase_if(topics, [](const knowledge::Match& match) {
    return match.layer != knowledge::Layer::exact && match.topic == kComplaint;
  });
}

/// A number by SMS, or a button for a topic, says more exactly what is meant than any classifier.
Input resolved(const Session& session, const Input& input) {
  Input result = input;
  const bool digit = input.text.size() == 1 && input.text[0] >= '1' && input.text[0] <= '9';
  const auto index = digit ? static_cast<std::size_t>(input.text[0] - '1') : 0;
  const bool by_sms = input.channel == Channel::sms;
  if (by_sms && input.choice.empty() && digit && index < session.offered.size())
    result.choice = session.offered[index];
  constexpr std::string_view kTopic = "topic:";
  if (result.choice.starts_with(kTopic)) {
    result.understanding.topics = {
        {result.choice.substr(kTopic.size()), 1.0, knowledge::Layer::exact}};
    result.understanding.near.clear();
    result.understanding.entities.clear();
    result.text.clear();
  }
  if (session.paused) drop_doubtful_complaint(result.understanding.topics);
  return result;
}

Turn finished(Move& move) {
  Turn& turn = move.turn;
  const bool silent = turn.session.paused || turn.session.opted_out;
  if (!silent) turn.asks = asked_name(move);
  vary_repeated(move);
  turn.session.last_text = turn.session.flow.empty() ? std::string() : move.input.text;
  turn.session.last_at_ms = move.now.utc_ms;
  return std::move(turn);
}

}  // namespace

Turn step(const Script& script, const Session& session, const Input& input, const Now& now) {
  const Input meant = resolved(session, input);
  Move move{script, meant, now, {}};
  move.turn.session = session;
  Session& after = move.session();
  if (after.paused) move.back = Return::after_danger;
  move.standing_offer = std::exchange(after.offer, {});
  move.offer_was_spoken = std::exchange(after.offer_is_spoken, false);
  after.paused = false;
  after.offered.clear();
  settle_language(move);

  if (answer_danger(move)) return finished(move);
  if (move.by_sms() && handle_keyword(move)) {
    move.turn.rung = Rung::keyword;
    return finished(move);
  }
  welcome(move);
  take_up(move);
  show_concern(move);
  climb(move);
  return finished(move);
}

}  // namespace dialogs
