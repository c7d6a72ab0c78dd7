#include "knowledge/message_parts.h"

#include <algorithm>

namespace knowledge {
namespace {

constexpr std::string_view kSentenceEnds = ".?!";
constexpr char kComma = ',';

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

/// The sentences of a message from its first question mark on: what a long story tells before is
/// not what it asks. All of them where there is no question mark.
std::vector<std::string_view> asking_sentences(std::string_view normalized) {
  bool has_asked = normalized.find('?') == std::string_view::npos;
  std::vector<std::string_view> sentences;
  for (std::size_t begin = 0; begin < normalized.size();) {
    const auto end = std::min(normalized.find_first_of(kSentenceEnds, begin), normalized.size());
    const auto after =
        std::min(normalized.find_first_not_of(kSentenceEnds, end), normalized.size());
    const auto marks = normalized.substr(end, after - end);
    has_asked = has_asked || marks.find('?') != std::string_view::npos;
    if (has_asked) sentences.push_back(normalized.substr(begin, end - begin));
    begin = after;
  }
  return sentences;
}

/// Parts one sentence at its commas and joiners.
void part_sentence(std::string_view sentence, const std::vector<std::string>& joiners,
                   std::vector<std::string_view>& parts) {
  std::size_t begin = 0;
  const auto end_part = [&](std::size_t end) {
    const auto part = trimmed(sentence.substr(begin, end - begin));
    if (!part.empty() && parts.size() < kPartsMax) parts.push_back(part);
  };
  for (std::size_t at = 0; at < sentence.size();) {
    const bool at_word = at == 0 || sentence[at - 1] == ' ';
    const std::size_t joiner = at_word ? joiner_at(sentence.substr(at), joiners) : 0;
    if (joiner > 0 || sentence[at] == kComma) {
      end_part(at);
      begin = at += std::max<std::size_t>(joiner, 1);
    } else {
      ++at;
    }
  }
  end_part(sentence.size());
}

}  // namespace

std::vector<std::string_view> message_parts(std::string_view normalized,
                                            const std::vector<std::string>& joiners) {
  std::vector<std::string_view> parts;
  for (const auto sentence : asking_sentences(normalized)) part_sentence(sentence, joiners, parts);
  if (parts.size() < 2) parts.clear();
  return parts;
}

}  // namespace knowledge
