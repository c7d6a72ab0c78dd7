#pragma once

#include <string>
#include <string_view>

namespace bot {

/// What the plain form at /chat itself says. {clinic} and {phone} are filled in.
struct ChatWords {
  std::string_view language;  ///< "en"
  std::string_view title, note, help, leave, you, assistant, label, send, clear, cleared, ended,
      busy, unavailable, refused, source, reviewed, disclosure, other_language, other_language_name;
  std::string_view starters[3];
  std::string_view months[12];
};

/// "2024-10-07" as people write it; another text as it is.
std::string date_in(const ChatWords& words, const std::string& iso_date);

/// Spanish for "es", English for everything else.
const ChatWords& chat_words(std::string_view language);

}  // namespace bot
