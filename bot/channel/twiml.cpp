#include "bot/channel/twiml.h"

#include <string_view>
#include <utility>

namespace bot {
namespace {

// Source: Twilio's errors 21617 (length of a message) and 14109 (messages in one answer).
constexpr std::size_t kMessageUnitsMax = 1600;
constexpr std::size_t kMessagesMax = 10;
constexpr std::string_view kBetween = "\n\n";

/// How many UTF-16 units the character takes whose UTF-8 this byte belongs to; counted at its
/// first.
std::size_t units_at(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  if ((value & 0xC0) == 0x80) return 0;
  return value >= 0xF0 ? 2 : 1;
}

std::size_t units(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += units_at(byte);
  return count;
}

/// How many bytes of `text` may go into one message.
std::size_t cut(std::string_view text, std::size_t units_max) {
  std::size_t count = 0;
  std::size_t after_space = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    count += units_at(text[at]);
    if (count > units_max) return after_space > 0 ? after_space : at;
    if (text[at] == ' ' || text[at] == '\n') after_space = at + 1;
  }
  return text.size();
}

std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    const auto value = static_cast<unsigned char>(byte);
    const auto character = text.substr(at, 3);
    if (character == "\uFFFE" || character == "\uFFFF") at += 2;
    else if (byte == '&') result += "&amp;";
    else if (byte == '<') result += "&lt;";
    else if (byte == '>') result += "&gt;";
    else if (value >= ' ' || byte == '\n' || byte == '\t') result += byte;
  }
  return result;
}

}  // namespace

std::vector<std::string> packed(const std::vector<std::string>& texts, std::size_t units_max) {
  std::vector<std::string> messages;
  for (std::string_view rest : texts) {
    if (!messages.empty() && units(messages.back()) + units(kBetween) + units(rest) <= units_max) {
      messages.back().append(kBetween).append(rest);
      continue;
    }
    while (!rest.empty()) {
      const auto size = cut(rest, units_max);
      messages.emplace_back(rest.substr(0, size));
      rest.remove_prefix(size);
    }
  }
  return messages;
}

std::string twiml(const std::vector<std::string>& texts) {
  const std::string head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
  auto messages = packed(texts, kMessageUnitsMax);
  if (messages.empty()) return head + "<Response/>";
  if (messages.size() > kMessagesMax) messages.resize(kMessagesMax);
  std::string document = head + "<Response>";
  for (const auto& message : messages) document += "<Message>" + escaped(message) + "</Message>";
  return document + "</Response>";
}

}  // namespace bot
