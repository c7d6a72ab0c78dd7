#include "bot/account/password_rules.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_set>

#include "bot/account/common_passwords.h"
#include "bot/channel/visitor_text.h"

namespace bot {
namespace {

Rejection refused(std::string detail) {
  return {400, "password-refused", "This password cannot be taken.", std::move(detail)};
}

std::string lower(std::string_view text) {
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(),
                 [](unsigned char byte) { return static_cast<char>(std::tolower(byte)); });
  return folded;
}

/// "Dana-2026!" says no more than "dana".
std::string letters_of(std::string_view text) {
  std::string letters = lower(text);
  std::erase_if(letters, [](unsigned char byte) { return byte < 0x80 && !std::isalpha(byte); });
  return letters;
}

bool is_common(const std::string& password) {
  static const auto common = [] {
    std::unordered_set<std::string_view> words;
    for (auto left = kCommonPasswords; !left.empty();) {
      const auto end = left.find('\n');
      words.insert(left.substr(0, end));
      left.remove_prefix(end + 1);
    }
    return words;
  }();
  return common.contains(password);
}

long characters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
}

}  // namespace

std::optional<Rejection> refuse_password(std::string_view password, std::string_view account,
                                         std::string_view clinic) {
  if (!is_utf8(password) || password.find('\0') != std::string_view::npos)
    return refused("Use text.");
  if (characters(password) < kPasswordCharactersMin)
    return refused("Use at least " + std::to_string(kPasswordCharactersMin) +
                   " characters; fifteen or more are better, like four words in a row.");
  if (password.size() > kPasswordBytesMax)
    return refused("Use at most " + std::to_string(kPasswordBytesMax) + " bytes.");
  const auto letters = letters_of(password);
  const bool is_context = letters.empty() || letters == letters_of(account) ||
                          letters == letters_of(clinic) || letters == "admissions";
  const bool is_number = letters.empty() && password.size() < kPasswordCharactersMin * 2;
  if (is_common(lower(password)) || is_number || (is_context && !letters.empty()))
    return refused("It is among the first that anybody would try. Take another.");
  return std::nullopt;
}

}  // namespace bot
