#include "knowledge/topic_chooser.h"

#include <algorithm>
#include <cmath>

#include "knowledge/training_set.h"

namespace knowledge {
namespace {

std::size_t best_of(const std::vector<double>& values) {
  return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

void add(std::vector<Match>& matches, const std::string& topic, double score) {
  for (Match& match : matches)
    if (match.topic == topic) {
      match.score = std::max(match.score, score);
      return;
    }
  if (matches.size() < kTopicsMax) matches.push_back({topic, score, Layer::classifier});
}

/// Where in the message the best topic of the whole is asked: the part that leans to it most.
std::size_t home_of(std::size_t label, const std::vector<std::vector<double>>& parts) {
  std::size_t home = 0;
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (parts[i][label] > parts[home][label]) home = i;
  return home;
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

std::vector<double> probabilities(const std::vector<float>& decision_values, double slope) {
  const double highest = static_cast<double>(
      *std::max_element(decision_values.begin(), decision_values.end()));
  std::vector<double> made;
  double sum = 0;
  for (const float value : decision_values) {
    made.push_back(std::exp(slope * (static_cast<double>(value) - highest)));
    sum += made.back();
  }
  for (double& share : made) share /= sum;
  return made;
}

Probabilities probabilities(const Decisions& decisions, double slope) {
  Probabilities made{probabilities(decisions.whole, slope), {}};
  for (const auto& part : decisions.parts) made.parts.push_back(probabilities(part, slope));
  return made;
}

Choice choose_topics(const std::vector<std::string>& labels, const Probabilities& probable,
                     const Thresholds& thresholds) {
  Choice choice;
  const std::size_t best = best_of(probable.whole);
  const bool is_sure =
      labels[best] != kOutOfScope && probable.whole[best] >= thresholds.answer;
  const std::size_t home = home_of(best, probable.parts);
  for (std::size_t i = 0; i < probable.parts.size(); ++i) {
    const auto& part = probable.parts[i];
    const std::size_t asked = best_of(part);
    if (is_sure && i == home) add(choice.topics, labels[best], probable.whole[best]);
    if (labels[asked] != kOutOfScope && part[asked] >= thresholds.part &&
        probable.whole[asked] >= thresholds.support)
      add(choice.topics, labels[asked], part[asked]);
  }
  if (is_sure && choice.topics.empty()) add(choice.topics, labels[best], probable.whole[best]);
  if (choice.topics.empty() && labels[best] != kOutOfScope)
    choice.near = nearest(labels, probable.whole, thresholds.near);
  return choice;
}

}  // namespace knowledge
