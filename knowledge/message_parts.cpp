#include "knowledge/message_parts.h"

#include <algorithm>

namespace knowledge {
namespace {

constexpr std::string_view kParting = ".,?!";

bool is_word_byte(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && !is_word_byte(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_word_byte(text.back())) text.remove_suffix(1);
  return text;
}

/// Length of the joiner that stands as whole words at the start of `text`; 0 where none does.
std::size_t joiner_at(std::string_view text, const std::vector<std::string>& joiners) {
  std::size_t longest = 0;
  for (const auto& joiner : joiners)
    if (text.size() > joiner.size() && text.substr(0, joiner.size()) == joiner &&
        text[joiner.size()] == ' ')
      longest = std::max(longest, joiner.size());
  return longest;
}

}  // namespace

std::vector<std::string_view> message_parts(std::string_view normalized,
                                            const std::vector<std::string>& joiners) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  const auto end_part = [&](std::size_t end) {
    const auto part = trimmed(normalized.substr(begin, end - begin));
    if (!part.empty() && parts.size() < kPartsMax) parts.push_back(part);
  };
  for (std::size_t at = 0; at < normalized.size();) {
    const bool at_word = at == 0 || normalized[at - 1] == ' ';
    const std::size_t joiner = at_word ? joiner_at(normalized.substr(at), joiners) : 0;
    if (joiner > 0) {
      end_part(at);
      begin = at += joiner;
    } else if (kParting.find(normalized[at]) != std::string_view::npos) {
      end_part(at);
      begin = ++at;
    } else {
      ++at;
    }
  }
  end_part(normalized.size());
  if (parts.size() < 2) parts.clear();
  return parts;
}

}  // namespace knowledge
