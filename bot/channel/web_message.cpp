#include "bot/channel/web_message.h"

#include <date/tz.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "bot/channel/flat_json.h"
#include "bot/channel/visitor_text.h"

namespace bot {
namespace {

constexpr std::size_t kTokenBytesMax = 128;
constexpr std::size_t kChoiceBytesMax = 64;
constexpr std::size_t kLanguageBytesMax = 35;  // BCP 47 recommends room for that much
constexpr std::size_t kZoneBytesMax = 64;

Rejection rejection(std::string type, std::string title, std::string detail) {
  return {400, std::move(type), std::move(title), std::move(detail)};
}

bool is_visible_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return byte > ' ' && byte <= '~'; });
}

std::string take(FlatJson& values, std::string_view key) {
  const auto found = values.find(key);
  return found == values.end() ? std::string() : std::move(found->second);
}

/// "es-MX" as "es"; empty where it is none of ours.
std::string spoken(std::string_view tag, const knowledge::Languages& languages) {
  std::string primary(tag.substr(0, tag.find_first_of("-_")));
  std::transform(primary.begin(), primary.end(), primary.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  const bool known = std::find(languages.begin(), languages.end(), primary) != languages.end();
  return known ? primary : std::string();
}

bool is_zone(const std::string& name) {
  if (name.size() > kZoneBytesMax) return false;
  try {
    date::locate_zone(name);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

std::optional<Rejection> refuse_ids(const IncomingMessage& message, const LimitsConfig& limits) {
  const auto id_max = static_cast<std::size_t>(limits.message_id_bytes_max);
  if (message.message_id.empty())
    return rejection("message-id-missing", "'message_id' is missing.",
                     "Give every message an id of its own, such as a UUID.");
  if (message.message_id.size() > id_max || !is_visible_ascii(message.message_id))
    return rejection(
        "message-id-invalid", "'message_id' cannot be used.",
        "Send at most " + std::to_string(id_max) + " visible ASCII characters, such as a UUID.");
  if (message.token.size() > kTokenBytesMax || !is_visible_ascii(message.token))
    return Rejection{404, "unknown-conversation", "There is no such conversation.",
                     "Start a new one by leaving out 'conversation'."};
  return std::nullopt;
}

std::optional<Rejection> refuse_words(const IncomingMessage& message, bool has_text,
                                      bool has_choice, const LimitsConfig& limits) {
  if (has_text == has_choice)
    return rejection("text-or-choice", "Either 'text' or 'choice' is needed.",
                     "Send one of the two.");
  if (has_text) return refuse_text(message.text, limits.text_characters_max);
  if (message.choice.empty() || message.choice.size() > kChoiceBytesMax ||
      !is_visible_ascii(message.choice))
    return rejection("choice-invalid", "'choice' is not the id of a quick reply.",
                     "Send the id as it came.");
  return std::nullopt;
}

std::optional<Rejection> refuse_place(const IncomingMessage& message, const LimitsConfig& limits) {
  if (message.language.size() > kLanguageBytesMax)
    return rejection("language-invalid", "'language' is no language tag.",
                     "Send a tag like en or es-MX, or leave it out.");
  if (!message.zone.empty() && !is_zone(message.zone))
    return rejection("unknown-zone", "'zone' is no time zone.",
                     "Send an IANA name like America/Los_Angeles, or leave it out.");
  const auto page_max = static_cast<std::size_t>(limits.page_bytes_max);
  const bool controls = std::any_of(message.page.begin(), message.page.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < ' ' || byte == '\x7f';
  });
  if (message.page.size() > page_max || controls)
    return rejection(
        "page-invalid", "'page' cannot be used.",
        "Send an address of at most " + std::to_string(page_max) + " bytes, or leave it out.");
  return std::nullopt;
}

}  // namespace

std::variant<IncomingMessage, Rejection> parse_web_message(std::string_view body,
                                                           const Config& config) {
  auto read = read_flat_json(
      body, {"conversation", "message_id", "text", "choice", "language", "zone", "page"});
  if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
  auto& values = std::get<FlatJson>(read);
  const bool has_text = values.contains("text");
  const bool has_choice = values.contains("choice");
  IncomingMessage message;
  message.channel = dialogs::Channel::web;
  message.token = take(values, "conversation");
  message.message_id = take(values, "message_id");
  message.text = take(values, "text");
  message.choice = take(values, "choice");
  message.language = take(values, "language");
  message.zone = take(values, "zone");
  message.page = take(values, "page");
  if (auto refused = refuse_ids(message, config.limits)) return *std::move(refused);
  if (auto refused = refuse_words(message, has_text, has_choice, config.limits))
    return *std::move(refused);
  if (auto refused = refuse_place(message, config.limits)) return *std::move(refused);
  message.language = spoken(message.language, config.languages);
  // A query or fragment may tell about the visitor.
  message.page.resize(std::min(message.page.find_first_of("?#"), message.page.size()));
  return message;
}

}  // namespace bot
