#include "dialogs/fallback.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/form.h"
#include "dialogs/person.h"
#include "dialogs/request.h"

namespace dialogs {
namespace {

constexpr int kMissesBeforePerson = 3;

/// The nearest topics that make sense as a button: "Did you mean: Yes" does not.
std::vector<std::string> nearest(const Move& move) {
  constexpr std::string_view kNoButtons[] = {kAffirm, kDeny, kGoodbye, kThanks, kGreeting};
  std::vector<std::string> near;
  for (const knowledge::Match& match : move.input.understanding.near)
    if (std::find(std::begin(kNoButtons), std::end(kNoButtons), match.topic) ==
        std::end(kNoButtons))
      near.push_back(match.topic);
  return near;
}

void clarify(Move& move, const std::vector<std::string>& near) {
  say(move, ReplyKind::clarify, move.script.texts.did_you_mean);
  offer(move, topic_buttons(move, near));
  make_offer(move, near.front(), true);
}

const knowledge::Topic& topic_of(const Move& move, const char* id) {
  const auto* topic = move.script.knowledge->find_topic(id);
  assert(topic && "the script's loader checks that every request has a topic");
  return *topic;
}

}  // namespace

bool hear(Move& move) {
  const auto& signal = move.input.understanding.safety;
  if (!signal || !move.input.understanding.topics.empty()) return false;
  const bool in_form = pending(move) != nullptr;
  const auto& texts = move.script.texts;
  say(move, ReplyKind::info, in_form ? texts.heard_in_form : texts.heard);
  if (!in_form) make_offer(move, kRequestCallback, true);
  return true;
}

void fall_back(Move& move) {
  Session& session = move.session();
  if (++session.misses >= kMissesBeforePerson) {
    offer_person(move);
    return;
  }
  if (const auto near = nearest(move); !near.empty()) {
    clarify(move, near);
    return;
  }
  say(move, ReplyKind::fallback,
      session.misses == 1 ? topic_of(move, kOutOfScope).answer : move.script.texts.not_understood);
  offer(move, topic_buttons(move, topic_of(move, kHelpMenu).follow_ups));
}

}  // namespace dialogs
