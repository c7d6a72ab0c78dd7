#include "dialogs/repeat.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/gsm7.h"

namespace dialogs {
namespace {

/// FNV-1a: the same on every machine and in every version, because sessions are stored.
std::uint64_t id_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001b3;
  }
  return hash;
}

bool holds_facts(const Move& move, const Reply& reply) {
  const auto* topic = move.script.knowledge->find_topic(reply.topic);
  return topic && topic->kind == knowledge::TopicKind::answer;
}

/// The words that go before `reply` when it comes a second time; nullptr where none may.
const knowledge::LocalizedWording* words_before(const Move& move, const Reply& reply) {
  const Texts& texts = move.script.texts;
  switch (reply.kind) {
    case ReplyKind::answer:
      return holds_facts(move, reply) ? &texts.as_mentioned : &texts.of_course;
    case ReplyKind::prompt:
      return move.turn.topics.empty() ? &texts.once_more : &texts.back_to_question;
    case ReplyKind::info:
    case ReplyKind::clarify:
    case ReplyKind::fallback: return &texts.i_hear_you;
    case ReplyKind::confirm:
    case ReplyKind::crisis: return nullptr;
  }
  return nullptr;
}

bool fits(const Move& move, const std::string& text) {
  const auto septets = move.by_sms() ? knowledge::gsm7_septets(text) : 0;
  return septets && *septets <= knowledge::kSmsSeptetsMax;
}

bool holds(const std::vector<std::uint64_t>& ids, std::uint64_t id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

void vary_repeated(Move& move) {
  std::vector<std::uint64_t> said;
  for (Reply& reply : move.turn.replies) {
    const auto* before = words_before(move, reply);
    if (before && holds(move.session().said, id_of(reply.text))) {
      std::string varied = words(move, *before) + " " + reply.text;
      if (fits(move, varied)) reply.text = std::move(varied);
    }
    said.push_back(id_of(reply.text));
  }
  move.session().said = std::move(said);
}

}  // namespace dialogs
