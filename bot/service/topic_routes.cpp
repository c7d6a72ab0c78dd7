#include "bot/service/topic_routes.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "bot/channel/flat_json.h"
#include "bot/channel/media_type.h"
#include "bot/channel/visitor_text.h"
#include "bot/service/problem_response.h"
#include "bot/topic_draft.h"

namespace bot {
namespace {

constexpr const char* kJson = "application/json";

const Rejection kNoQuestion{400, "question-invalid", "There are no words in 'text'.",
                            "Send the question in words."};
const Rejection kBadLanguage{400, "language-invalid", "'language' is none that is spoken here.",
                             "Send a language of the configuration, like en."};

std::variant<TopicDraft, Rejection> draft(const HttpRequest& request, const Config& config,
                                          const knowledge::Knowledge& knowledge) {
  if (!is_media_type(request.content_type, kJson)) return kNotJson;
  auto read = read_flat_json(request.body, {"text", "language"});
  if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
  auto& values = std::get<FlatJson>(read);
  if (auto refused = refuse_text(values["text"], config.limits.text_characters_max))
    return *std::move(refused);
  const auto& languages = config.languages;
  const auto language = values["language"].empty() ? languages.front() : values["language"];
  if (std::find(languages.begin(), languages.end(), language) == languages.end())
    return kBadLanguage;
  if (auto made = draft_topic(values["text"], language, languages, knowledge))
    return *std::move(made);
  return kNoQuestion;
}

}  // namespace

void add_topic_routes(Router& router, const Config& config,
                      const knowledge::Knowledge& knowledge, AuditLog& audit, Clock clock) {
  router.add("POST", "/api/topics/draft", Permission::edit_content,
             [&config, &knowledge, &audit,
              clock = std::move(clock)](const HttpRequest& request) -> HttpOutcome {
               auto made = draft(request, config, knowledge);
               if (auto* refused = std::get_if<Rejection>(&made)) return *std::move(refused);
               const auto& [id, yaml] = std::get<TopicDraft>(made);
               // Its id is made of a visitor's words: the audit says only that there was one.
               audit.add(audited(request.caller, "topic-drafted", "", clock()));
               return HttpResponse{200, kJson,
                                   nlohmann::ordered_json{{"id", id}, {"yaml", yaml}}.dump()};
             });
}

}  // namespace bot
