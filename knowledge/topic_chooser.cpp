#include "knowledge/topic_chooser.h"

#include <algorithm>

#include "knowledge/training_set.h"

namespace knowledge {
namespace {

/// A topic that is sure enough, and where in the message it is asked.
struct Sure {
  Match match;
  std::size_t part = 0;
};

std::vector<Sure> sure_topics(const std::vector<std::string>& labels,
                              const TopicEvidence& evidence, const Sureness& sureness) {
  std::vector<Sure> sure;
  const auto take = [&](std::size_t label, std::size_t part, double probable, double least) {
    if (probable >= least)
      sure.push_back({{labels[label], probable, Layer::classifier}, part});
  };
  const auto& main = evidence.main;
  take(main.label, main.part, sureness.main_judge.probability(main.numbers), sureness.main);
  for (const auto& one : evidence.further)
    take(one.label, one.part, sureness.further_judge.probability(one.numbers), sureness.further);
  return sure;
}

std::vector<Match> in_order_asked(std::vector<Sure> sure) {
  std::stable_sort(sure.begin(), sure.end(), [](const Sure& left, const Sure& right) {
    return left.match.score > right.match.score;
  });
  if (sure.size() > kTopicsMax) sure.resize(kTopicsMax);
  std::stable_sort(sure.begin(), sure.end(),
                   [](const Sure& left, const Sure& right) { return left.part < right.part; });
  std::vector<Match> topics;
  for (auto& one : sure) topics.push_back(std::move(one.match));
  return topics;
}

std::vector<Match> nearest(const std::vector<std::string>& labels,
                           const std::vector<double>& whole, double least) {
  std::vector<Match> near;
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (labels[i] != kOutOfScope && whole[i] >= least)
      near.push_back({labels[i], whole[i], Layer::classifier});
  std::sort(near.begin(), near.end(),
            [](const Match& left, const Match& right) { return left.score > right.score; });
  if (near.size() > kNearMax) near.resize(kNearMax);
  return near;
}

}  // namespace

Choice choose_topics(const std::vector<std::string>& labels, const DecidedMessage& message,
                     const Sureness& sureness, const std::vector<std::string>& question_words) {
  Choice choice;
  choice.topics = in_order_asked(sure_topics(
      labels, topic_evidence(labels, message, sureness.slope, question_words), sureness));
  if (!choice.topics.empty()) return choice;
  const auto whole = probabilities(message.decisions.whole, sureness.slope);
  const auto best = std::max_element(whole.begin(), whole.end()) - whole.begin();
  if (labels[static_cast<std::size_t>(best)] != kOutOfScope)
    choice.near = nearest(labels, whole, sureness.near);
  return choice;
}

}  // namespace knowledge
