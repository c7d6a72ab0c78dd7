#include "bot/turn_json.h"

namespace bot {
namespace {

using nlohmann::ordered_json;

std::string_view name_of(dialogs::ReplyKind kind) {
  switch (kind) {
    case dialogs::ReplyKind::answer: return "answer";
    case dialogs::ReplyKind::prompt: return "prompt";
    case dialogs::ReplyKind::clarify: return "clarify";
    case dialogs::ReplyKind::crisis: return "crisis";
    case dialogs::ReplyKind::confirm: return "confirm";
    case dialogs::ReplyKind::info: return "info";
    case dialogs::ReplyKind::fallback: return "fallback";
  }
  return "info";
}

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

ordered_json reply_json(const dialogs::Reply& reply, const knowledge::SourcePage& page) {
  ordered_json json;
  json["kind"] = name_of(reply.kind);
  json["text"] = reply.text;
  json["topic"] = text_or_null(reply.topic);
  json["source"] = nullptr;
  if (!reply.source.empty())
    json["source"] = {
        {"title", page.title}, {"section", reply.source}, {"reviewed_on", page.reviewed_on}};
  json["quick_replies"] = ordered_json::array();
  for (const auto& button : reply.quick_replies)
    json["quick_replies"].push_back({{"id", button.id}, {"label", button.label}});
  return json;
}

ordered_json lead_json(const std::optional<dialogs::Lead>& lead, std::string_view conversation_id) {
  if (!lead) return nullptr;
  return {{"id", lead_id(conversation_id, *lead)},
          {"status", bot::name_of(lead->status)},
          {"fields", slots_json(lead->fields)}};
}

}  // namespace

ordered_json slot_value_json(const dialogs::SlotValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* time = std::get_if<dialogs::CallbackTime>(&value))
    return {{"day", time->day}, {"from", time->from}, {"to", time->to}};
  const auto& who = std::get<dialogs::ForWhom>(value);
  if (who.self) return {{"who", "self"}};
  return {{"who", "other"}, {"relation", text_or_null(who.relation)}};
}

ordered_json slots_json(const dialogs::Slots& slots) {
  ordered_json json = ordered_json::object();
  for (const auto& [name, value] : slots) json[name] = slot_value_json(value);
  return json;
}

std::string_view name_of(dialogs::LeadStatus status) {
  switch (status) {
    case dialogs::LeadStatus::open: return "open";
    case dialogs::LeadStatus::cancelled: return "cancelled";
    case dialogs::LeadStatus::erased: return "erased";
  }
  return "open";
}

std::string lead_id(std::string_view conversation_id, const dialogs::Lead& lead) {
  return std::string(conversation_id) + "-" + std::to_string(lead.sequence);
}

std::string turn_json(const dialogs::Turn& turn, std::string_view conversation_id,
                      std::string_view token, const knowledge::SourcePage& page) {
  ordered_json json;
  json["conversation"] = token.empty() ? conversation_id : token;
  json["replies"] = ordered_json::array();
  for (const auto& reply : turn.replies) json["replies"].push_back(reply_json(reply, page));
  json["topics"] = turn.topics;
  json["asks"] = text_or_null(turn.asks);
  json["slots"] = slots_json(turn.session.slots);
  json["safety"] = turn.safety ? ordered_json(turn.safety->id) : ordered_json(nullptr);
  json["lead"] = lead_json(turn.session.lead, conversation_id);
  json["opted_out"] = turn.session.opted_out;
  json["language"] = turn.session.language;
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace bot
