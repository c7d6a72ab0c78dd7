#include "dialogs/topics.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "dialogs/form.h"
#include "dialogs/permission.h"
#include "dialogs/request.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

/// Beside a detail, only a topic this likely is answered.
constexpr double kSureEnough = 0.6;

/// Above this an inferred wish is as good as a plain one; erasing asks first below it.
constexpr double kPlain = 0.9;

bool is_plain(const knowledge::Match& match) {
  return match.layer == knowledge::Layer::exact || match.score >= kPlain;
}

/// What a detail by itself sounds like to the classifier: "I have Cigna" is no question.
bool only_sounds_like(std::string_view topic, std::string_view slot) {
  constexpr std::pair<std::string_view, std::string_view> kSoundsLike[] = {
      {"insurer", "gap_specific_insurer"}, {"insurer", "insurance_coverage"},
      {"insurer", "insurance_verification"}, {"callback_time", "schedule_flexibility"},
      {"callback_time", "availability"},     {"phone", "contact_phone"}};
  return std::find(std::begin(kSoundsLike), std::end(kSoundsLike),
                   std::pair(slot, topic)) != std::end(kSoundsLike);
}

bool is_only_a_detail(const Move& move, const knowledge::Match& match) {
  if (match.layer == knowledge::Layer::exact || move.input.text.find('?') != std::string::npos)
    return false;
  return std::any_of(move.given.begin(), move.given.end(), [&](const std::string& slot) {
    return only_sounds_like(match.topic, slot);
  });
}

/// In a form an inferred yes, no or wish to start over is more likely a poor answer. "Don't leave
/// a voicemail" is no wish for no call.
bool is_too_vague(const Move& move, const knowledge::Match& match) {
  const bool is_about_the_call = match.topic == kCancelCallback || match.topic == kChangeDetails;
  if (is_about_the_call && !is_plain(match))
    return !refused_permissions(knowledge::normalize(move.input.text)).empty();
  const bool moves_the_form =
      match.topic == kAffirm || match.topic == kDeny || match.topic == kStartOver;
  return moves_the_form && pending(move) && !is_plain(match);
}

}  // namespace

bool answer_topics(Move& move) {
  bool answered = false;
  bool wants_call = false;
  for (const knowledge::Match& match : move.input.understanding.topics) {
    const auto& done = move.turn.topics;
    const bool is_done = std::find(done.begin(), done.end(), match.topic) != done.end();
    if (!is_done && (is_too_vague(move, match) || is_only_a_detail(move, match))) continue;
    answered = true;
    if (is_done) continue;
    if (match.topic == kRequestCallback) wants_call = true;
    else act(move, match.topic, is_plain(match));
  }
  if (wants_call) act(move, kRequestCallback, true);
  // "No" to a question of the form is one more time that it was not answered.
  const bool only_denied = move.turn.topics == std::vector<std::string>{kDeny} && pending(move);
  if (answered && !only_denied) move.session().misses = 0;
  return answered;
}

bool asks_for(const Move& move, std::string_view topic) {
  const auto& matches = move.input.understanding.topics;
  return std::any_of(matches.begin(), matches.end(),
                     [&](const knowledge::Match& match) { return match.topic == topic; });
}

bool asks_beside_detail(const Move& move, bool unmistakable) {
  const auto& matches = move.input.understanding.topics;
  if (move.input.text.find('?') != std::string::npos) return !matches.empty();
  return std::any_of(matches.begin(), matches.end(), [&](const knowledge::Match& match) {
    const auto* topic = move.script.knowledge->find_topic(match.topic);
    if (!topic || topic->kind == knowledge::TopicKind::request) return false;
    return unmistakable && match.score >= kSureEnough;
  });
}

}  // namespace dialogs
