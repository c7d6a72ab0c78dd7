#include "knowledge/referral.h"

#include <algorithm>
#include <string_view>

#include "knowledge/topic_chooser.h"

namespace knowledge {
namespace {

/// "depression, and also ADHD": so few bytes between two things put them into one question.
constexpr std::size_t kListedTogetherBytes = 16;

const Topic* find(const std::vector<Topic>& topics, std::string_view id) {
  const auto found = std::lower_bound(
      topics.begin(), topics.end(), id,
      [](const Topic& topic, std::string_view wanted) { return topic.id < wanted; });
  return found != topics.end() && found->id == id ? &*found : nullptr;
}

bool answers_for(const Topic& topic, const Entity& entity) {
  return std::any_of(topic.named.begin(), topic.named.end(),
                     [&](const NamedAnswer& answer) { return answer.kind == entity.kind; });
}

/// What of `kind` was named: alone, or in one breath with what `topic` itself answers for.
struct Naming {
  bool alone = false;
  bool together = false;
};

Naming naming_of(const Topic& topic, std::string_view kind, const std::vector<Entity>& named) {
  Naming naming;
  bool own = false;
  for (std::size_t i = 0; i < named.size(); ++i) {
    own = own || answers_for(topic, named[i]);
    if (named[i].kind != kind) continue;
    naming.alone = true;
    for (const std::size_t other : {i - 1, i + 1}) {
      if (other >= named.size() || !answers_for(topic, named[other])) continue;
      const auto& [first, second] = std::minmax(named[i], named[other], [](auto& a, auto& b) {
        return a.begin < b.begin;
      });
      if (second.begin - first.end <= kListedTogetherBytes) naming.together = true;
    }
  }
  naming.alone = naming.alone && !own;
  return naming;
}

bool holds(const std::vector<Match>& matches, std::string_view topic) {
  return std::any_of(matches.begin(), matches.end(),
                     [&](const Match& match) { return match.topic == topic; });
}

}  // namespace

void refer_elsewhere(const std::vector<Topic>& topics, Understanding& understanding) {
  std::vector<Match> answering;
  for (const Match& match : understanding.topics) {
    const Topic* topic = find(topics, match.topic);
    Match referred = match;
    std::vector<Match> beside;
    if (topic != nullptr)
      for (const auto& [kind, other] : topic->elsewhere) {
        const Naming naming = naming_of(*topic, kind, understanding.entities);
        if (naming.alone) referred.topic = other;
        else if (naming.together) beside.push_back({other, match.score, match.layer});
      }
    if (!holds(answering, referred.topic)) answering.push_back(std::move(referred));
    for (Match& other : beside)
      if (!holds(answering, other.topic)) answering.push_back(std::move(other));
  }
  if (answering.size() > kTopicsMax) answering.resize(kTopicsMax);
  understanding.topics = std::move(answering);
}

}  // namespace knowledge
