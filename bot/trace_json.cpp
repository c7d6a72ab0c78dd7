#include "bot/trace_json.h"

#include "bot/store/session_json.h"

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

Json matches_json(const std::vector<knowledge::Match>& matches) {
  Json json = Json::array();
  for (const auto& match : matches)
    json.push_back({{"topic", match.topic},
                    {"score", match.score},
                    {"layer", match.layer == knowledge::Layer::exact ? "exact" : "classifier"}});
  return json;
}

Json safety_json(const std::optional<knowledge::SafetySignal>& safety) {
  if (!safety) return nullptr;
  return {{"id", safety->id},
          {"level",
           safety->level == knowledge::SafetyLevel::emergency ? "emergency" : "concern"},
          {"who", safety->who == knowledge::Endangered::self ? "self" : "other"}};
}

}  // namespace

std::string_view name_of(dialogs::Rung rung) {
  switch (rung) {
    case dialogs::Rung::safety: return "safety";
    case dialogs::Rung::keyword: return "keyword";
    case dialogs::Rung::request: return "request";
    case dialogs::Rung::pending: return "pending";
    case dialogs::Rung::topic: return "topic";
    case dialogs::Rung::fallback: break;
  }
  return "fallback";
}

std::string trace_json(const dialogs::Session& before, const knowledge::Understanding& understood,
                       const dialogs::Turn& turn) {
  Json entities = Json::array();
  for (const auto& entity : understood.entities)
    entities.push_back({{"kind", entity.kind}, {"id", entity.id}});
  return Json{{"rung", name_of(turn.rung)},
              {"language", understood.language},
              {"safety", safety_json(understood.safety)},
              {"topics", matches_json(understood.topics)},
              {"near", matches_json(understood.near)},
              {"entities", std::move(entities)},
              {"before", session_json(before)}}
      .dump();
}

dialogs::Session session_before(std::string_view trace) {
  return session_of(Json::parse(trace).at("before"));
}

}  // namespace bot
