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

DecidedMessage decided(const HeldOutMessage& one) {
  return {one.text, {one.parts.begin(), one.parts.end()}, one.ngrams, one.decisions, one.strange};
}

/// What the n-grams alone would decide.
DecidedMessage decided_by_ngrams(const HeldOutMessage& one) {
  return {one.text, {}, one.ngrams, {one.ngrams, {}}, one.strange};
}

Topics answered(const Validated& validated, const DecidedMessage& message,
                const Sureness& sureness) {
  return topics_of(choose_topics(validated.messages.labels, message, sureness,
                                 validated.question_words));
}

/// Whether the n-grams are sure enough not to ask the encoder.
bool is_sure_alone(const HeldOutMessage& one, const Sureness& sureness) {
  if (!one.parts.empty()) return false;
  const auto alone = probabilities(one.ngrams, sureness.slope);
  return *std::max_element(alone.begin(), alone.end()) >= sureness.alone;
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

ReadingScore score(const Validated& validated, const Sureness& sureness,
                   const Language& language) {
  ReadingScore made;
  for (const auto& one : validated.messages.held_out) {
    if (!language.empty() && one.message->language != language) continue;
    const Topics asked = asked_by(one), given = answered(validated, decided(one), sureness);
    if (asked.empty()) {
      ++made.out_of_scope;
      if (!given.empty()) ++made.answered_out;
    } else {
      ++made.asking;
      if (given == asked) ++made.exact;
      if (given.empty()) ++made.silent;
      if (has_other(given, asked)) ++made.wrong;
    }
    if (!is_sure_alone(one, sureness)) continue;
    ++made.by_ngrams;
    if (answered(validated, decided_by_ngrams(one), sureness) != given) ++made.changed;
  }
  return made;
}

std::vector<TopicScore> topic_scores(const Validated& validated,
                                     const Sureness& sureness) {
  std::map<std::string, TopicScore> by_topic;
  for (const auto& one : validated.messages.held_out) {
    const Topics given = answered(validated, decided(one), sureness);
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

std::vector<Confusion> confusions(const Validated& validated, const Sureness& sureness) {
  std::map<std::pair<std::string, std::string>, std::size_t> counts;
  for (const auto& one : validated.messages.held_out) {
    const Topics asked = asked_by(one), given = answered(validated, decided(one), sureness);
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

namespace {

/// The judges under which each topic that a message may ask for is weighed best.
void learn_judges(const Validated& validated, Sureness& sureness) {
  std::vector<Judge::Case> main_cases, further_cases;
  for (const auto& one : validated.messages.held_out) {
    const Topics asked = asked_by(one);
    const auto is_asked = [&](std::size_t label) {
      return asked.contains(validated.messages.labels[label]);
    };
    const auto evidence = topic_evidence(validated.messages.labels, decided(one), sureness.slope,
                                         validated.question_words);
    const auto& main = evidence.main;
    main_cases.push_back({{main.numbers.begin(), main.numbers.end()}, is_asked(main.label)});
    for (const auto& topic : evidence.further)
      further_cases.push_back(
          {{topic.numbers.begin(), topic.numbers.end()}, is_asked(topic.label)});
  }
  sureness.main_judge = Judge::fit(kMainEvidence, main_cases);
  sureness.further_judge = Judge::fit(kFurtherEvidence, further_cases);
}

/// The value of one threshold, of those tried, that is worth most.
void choose(const Validated& validated, Sureness& sureness, double Sureness::* threshold,
            double wrong_cost) {
  constexpr double kLowest = 0.3, kHighest = 0.8, kStep = 0.05;
  double most = -1e9, best = kHighest;
  for (double tried = kLowest; tried <= kHighest; tried += kStep) {
    sureness.*threshold = tried;
    const double worth = score(validated, sureness).worth(wrong_cost);
    if (worth <= most) continue;
    most = worth;
    best = tried;
  }
  sureness.*threshold = best;
}

}  // namespace

Sureness choose_sureness(const Validated& validated, Sureness start, double wrong_cost) {
  start.alone = 1;
  learn_judges(validated, start);
  choose(validated, start, &Sureness::main, wrong_cost);
  choose(validated, start, &Sureness::further, wrong_cost);
  constexpr double kLeastAlone = 0.5, kStep = 0.01;
  for (Sureness tried = start; tried.alone > kLeastAlone;) {
    tried.alone -= kStep;
    const auto made = score(validated, tried);
    if (static_cast<double>(made.changed) > kChangedMax * static_cast<double>(made.by_ngrams))
      break;
    start = tried;
  }
  return start;
}

}  // namespace knowledge
