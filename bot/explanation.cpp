#include "bot/explanation.h"

#include <date/date.h>

#include <chrono>
#include <cstdio>

#include "bot/store/session_json.h"

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

std::string line(const char* name, const std::string& text) {
  constexpr std::size_t kNameWidth = 11;
  std::string padded = name;
  padded.resize(kNameWidth, ' ');
  return "  " + padded + (text.empty() ? "-" : text) + "\n";
}

std::string utc(std::int64_t at_ms) {
  return date::format("%FT%TZ", date::sys_time<std::chrono::milliseconds>(
                                    std::chrono::milliseconds(at_ms)));
}

std::string matches(const Json& list) {
  std::string text;
  for (const auto& match : list) {
    char score[16];
    std::snprintf(score, sizeof score, " %.3f", match.at("score").get<double>());
    text += (text.empty() ? "" : ", ") + match.at("topic").get<std::string>() + score + " (" +
            match.at("layer").get<std::string>() + ")";
  }
  return text;
}

std::string entities(const Json& list) {
  std::string text;
  for (const auto& entity : list)
    text += (text.empty() ? "" : ", ") + entity.at("kind").get<std::string>() + " " +
            entity.at("id").get<std::string>();
  return text;
}

std::string safety(const Json& signal) {
  if (signal.is_null()) return {};
  return signal.at("id").get<std::string>() + ", " + signal.at("level").get<std::string>() + ", " +
         signal.at("who").get<std::string>();
}

std::string place(const Json& session) {
  const auto flow = session.at("flow").get<std::string>();
  if (flow.empty()) return "no form open";
  return flow + ", asking " + session.at("state").get<std::string>();
}

std::string changes(const Json& before, const Json& after) {
  std::string lines;
  for (const auto& [name, value] : after.items()) {
    const Json old = before.value(name, Json());
    if (old != value) lines += line("", name + ": " + old.dump() + " -> " + value.dump());
  }
  return lines;
}

}  // namespace

std::string explanation(const StoredTurn& turn, int number,
                        const std::optional<dialogs::Session>& after) {
  std::string text = "turn " + std::to_string(number) + ", " + utc(turn.at_ms) + ", content " +
                     turn.content_version + "\n";
  const Json trace = Json::parse(turn.trace_json);
  if (trace.empty()) return text + "  erased at the visitor's wish\n";
  const Json& before = trace.at("before");
  text += line("visitor", turn.choice.empty() ? turn.text : "[" + turn.choice + "] " + turn.text);
  text += line("language", trace.at("language"));
  text += line("safety", safety(trace.at("safety")));
  text += line("matches", matches(trace.at("topics")));
  text += line("near", matches(trace.at("near")));
  text += line("entities", entities(trace.at("entities")));
  text += line("step", trace.at("rung"));
  text += line("before", place(before));
  if (after) {
    const Json now = session_json(*after);
    text += line("after", place(now)) + changes(before, now);
  }
  for (const auto& reply : Json::parse(turn.reply_json).at("replies"))
    text += line("reply", reply.at("kind").get<std::string>() + ": " +
                              reply.at("text").get<std::string>());
  return text;
}

}  // namespace bot
