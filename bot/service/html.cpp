#include "bot/service/html.h"

#include <algorithm>
#include <iterator>

namespace bot {

std::string html_escaped(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (const char character : text) {
    switch (character) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default: html += character;
    }
  }
  return html;
}

std::string phone_link(std::string_view phone) {
  constexpr std::size_t kUsDigits = 10;
  std::string digits;
  std::copy_if(phone.begin(), phone.end(), std::back_inserter(digits),
               [](char byte) { return byte >= '0' && byte <= '9'; });
  return digits.size() == kUsDigits ? "+1" + digits : digits;
}

}  // namespace bot
