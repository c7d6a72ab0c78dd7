#include "dialogs/topics.h"

#include <algorithm>

#include "dialogs/request.h"

namespace dialogs {
namespace {

/// Beside a detail, only a topic this likely is answered.
constexpr double kSureEnough = 0.6;

/// Above this an inferred wish is as good as a plain one; erasing asks first below it.
constexpr double kPlain = 0.9;

}  // namespace

bool answer_topics(Move& move) {
  const auto& matches = move.input.understanding.topics;
  bool wants_call = false;
  for (const knowledge::Match& match : matches) {
    const auto& done = move.turn.topics;
    if (std::find(done.begin(), done.end(), match.topic) != done.end()) continue;
    if (match.topic == kRequestCallback) {
      wants_call = true;
      continue;
    }
    act(move, match.topic, match.layer == knowledge::Layer::exact || match.score >= kPlain);
  }
  if (wants_call) act(move, kRequestCallback, true);
  if (!matches.empty()) move.session().misses = 0;
  return !matches.empty();
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
