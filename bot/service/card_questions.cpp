#include "bot/service/card_questions.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace bot {
namespace {

using nlohmann::ordered_json;

constexpr std::ptrdiff_t kOpenTextsMax = 50;

/// The notice of who answers may stand before it.
bool is_unanswered(const StoredTurn& turn, const ordered_json& reply) {
  const auto replies = reply.value("replies", ordered_json::array());
  return !turn.text.empty() && std::any_of(replies.begin(), replies.end(), [](const auto& one) {
    return one.value("kind", "") == "fallback";
  });
}

}  // namespace

bool is_question(const knowledge::Knowledge& knowledge, std::string_view topic) {
  const auto* known = knowledge.find_topic(topic);
  return known == nullptr || known->kind != knowledge::TopicKind::request;
}

CardQuestions card_questions(const std::vector<StoredTurn>& turns,
                             const knowledge::Knowledge& knowledge) {
  std::vector<ordered_json> replies;
  std::ptrdiff_t too_old = -kOpenTextsMax;
  for (const auto& turn : turns) {
    replies.push_back(ordered_json::parse(turn.reply_json));
    if (is_unanswered(turn, replies.back())) ++too_old;
  }
  CardQuestions questions;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    for (const auto& topic : replies[i].value("topics", std::vector<std::string>())) {
      if (!is_question(knowledge, topic) || !seen.insert(topic).second) continue;
      questions.topics.push_back(topic);
      if (topic.starts_with("gap_")) questions.open.push_back(topic);
    }
    if (is_unanswered(turns[i], replies[i]) && too_old-- <= 0)
      questions.open.push_back(turns[i].text);
  }
  return questions;
}

}  // namespace bot
