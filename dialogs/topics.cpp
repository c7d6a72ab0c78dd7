#include "dialogs/topics.h"

#include <algorithm>

#include "dialogs/request.h"

namespace dialogs {
namespace {

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

}  // namespace dialogs
