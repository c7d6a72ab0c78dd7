#include "knowledge/reading_score.h"

#include <algorithm>
#include <set>

#include "knowledge/topic_chooser.h"

namespace knowledge {
namespace {

using Topics = std::set<std::string>;

Topics asked_by(const HeldOutMessage& one) {
  return {one.message->topics.begin(), one.message->topics.end()};
}

Topics topics_of(const Choice& choice) {
  Topics topics;
  for (const auto& match : choice.topics) topics.insert(match.topic);
  return topics;
}

/// What the n-grams alone answer, where they are sure enough not to ask the encoder.
bool is_sure_alone(const std::vector<double>& alone, const HeldOutMessage& one,
                   const Thresholds& thresholds) {
  return one.decisions.parts.empty() &&
         *std::max_element(alone.begin(), alone.end()) >= thresholds.alone;
}

Topics answered(const CrossValidation& validated, const HeldOutMessage& one,
                const Thresholds& thresholds) {
  return topics_of(choose_topics(validated.labels, probabilities(one.decisions, thresholds.slope),
                                 thresholds));
}

bool has_other(const Topics& given, const Topics& asked) {
  return !std::includes(asked.begin(), asked.end(), given.begin(), given.end());
}

/// The n-grams must agree with the encoder this often where they answer alone.
constexpr double kChangedMax = 0.003;

}  // namespace

double ReadingScore::worth(double wrong_cost) const {
  return static_cast<double>(exact) - wrong_cost * static_cast<double>(wrong + answered_out);
}

ReadingScore score(const CrossValidation& validated, const Thresholds& thresholds,
                   const Language& language) {
  ReadingScore made;
  for (const auto& one : validated.held_out) {
    if (!language.empty() && one.message->language != language) continue;
    const Topics asked = asked_by(one), given = answered(validated, one, thresholds);
    if (asked.empty()) {
      ++made.out_of_scope;
      if (!given.empty()) ++made.answered_out;
    } else {
      ++made.asking;
      if (given == asked) ++made.exact;
      if (given.empty()) ++made.silent;
      if (has_other(given, asked)) ++made.wrong;
    }
    auto alone = probabilities(one.ngrams, thresholds.slope);
    if (!is_sure_alone(alone, one, thresholds)) continue;
    ++made.by_ngrams;
    const Choice choice = choose_topics(validated.labels, {std::move(alone), {}}, thresholds);
    if (topics_of(choice) != given) ++made.changed;
  }
  return made;
}

std::vector<TopicScore> topic_scores(const CrossValidation& validated,
                                     const Thresholds& thresholds) {
  std::map<std::string, TopicScore> by_topic;
  for (const auto& one : validated.held_out) {
    const Topics given = answered(validated, one, thresholds);
    for (const auto& topic : one.message->topics) {
      auto& made = by_topic[topic];
      made.topic = topic;
      ++made.asked;
      if (given.contains(topic)) ++made.answered;
    }
  }
  std::vector<TopicScore> all;
  for (auto& [topic, made] : by_topic) all.push_back(std::move(made));
  std::sort(all.begin(), all.end(), [](const TopicScore& left, const TopicScore& right) {
    return left.answered * right.asked < right.answered * left.asked;
  });
  return all;
}

std::vector<Confusion> confusions(const CrossValidation& validated, const Thresholds& thresholds) {
  std::map<std::pair<std::string, std::string>, std::size_t> counts;
  for (const auto& one : validated.held_out) {
    const Topics asked = asked_by(one), given = answered(validated, one, thresholds);
    std::string other;
    for (const auto& topic : given)
      if (!asked.contains(topic)) other = topic;
    for (const auto& topic : asked)
      if (!given.contains(topic)) ++counts[{topic, other}];
    if (asked.empty() && !other.empty()) ++counts[{std::string(kOutOfScope), other}];
  }
  std::vector<Confusion> all(counts.begin(), counts.end());
  std::sort(all.begin(), all.end(), [](const Confusion& left, const Confusion& right) {
    return left.second != right.second ? left.second > right.second : left.first < right.first;
  });
  return all;
}

Thresholds choose_thresholds(const CrossValidation& validated, Thresholds start,
                             double wrong_cost) {
  constexpr int kRounds = 2;
  double best = score(validated, start).worth(wrong_cost);
  const auto improve = [&](double Thresholds::* value, std::initializer_list<double> steps) {
    for (const double step : steps) {
      Thresholds tried = start;
      tried.*value = step;
      const double worth = score(validated, tried).worth(wrong_cost);
      if (worth <= best) continue;
      best = worth;
      start = tried;
    }
  };
  for (int round = 0; round < kRounds; ++round) {
    improve(&Thresholds::answer, {.25, .3, .35, .4, .45, .5, .55, .6, .65, .7, .75});
    improve(&Thresholds::part, {.5, .6, .7, .8, .85, .9, .95});
    improve(&Thresholds::support, {.005, .01, .02, .05, .1, .15, .2});
    improve(&Thresholds::slope, {3, 4, 5, 6, 7});
  }
  for (start.alone = 1; start.alone > 0.5; start.alone -= 0.01) {
    Thresholds tried = start;
    tried.alone -= 0.01;
    const auto made = score(validated, tried);
    if (static_cast<double>(made.changed) > kChangedMax * static_cast<double>(made.by_ngrams))
      break;
  }
  return start;
}

}  // namespace knowledge
