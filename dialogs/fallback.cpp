#include "dialogs/fallback.h"

#include <re2/re2.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/form.h"
#include "dialogs/person.h"
#include "dialogs/request.h"
#include "knowledge/normalize.h"

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

/// Fear, grief or tears in so many words, with no danger in them: what is out of scope is answered
/// coldly, this is not.
bool sounds_hurt(const Move& move) {
  static const RE2 words(
      R"(\b(?:(?:i'?m|i am|im|feel|feeling|been|get|so|really|very) (?:so |really |very |just )*)"
      R"((?:scared|afraid|terrified|frightened|heartbroken|overwhelmed|desperate|exhausted|ashamed)"
      R"(|lonely|devastated|broken|worried sick)|crying|cried|passed away|grieving|grief|mourning)"
      R"(|(?:mom|dad|mother|father|wife|husband|son|daughter|brother|sister|friend|baby) died)"
      R"(|lost my (?:mom|dad|mother|father|wife|husband|son|daughter|brother|sister|friend|baby))"
      R"(|i can'?t (?:take|do) (?:it|this) any ?more)"
      R"(|(?:tengo|con|da) (?:mucho |tanto )?miedo|estoy (?:muy |tan |bien )?(?:asustad|triste)"
      R"(|desesperad|angustiad|agobiad|sol[oa]\b)|llorando|lloro|fallecio|se me murio|murio mi)"
      R"(|de luto|perdi a mi|no puedo mas|ya no aguanto))");
  return RE2::PartialMatch(knowledge::normalize(move.input.text), words);
}

}  // namespace

bool hear(Move& move) {
  const auto& signal = move.input.understanding.safety;
  if (!move.input.understanding.topics.empty()) return false;
  if (!signal && !sounds_hurt(move)) return false;
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
