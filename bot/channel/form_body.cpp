#include "bot/channel/form_body.h"

namespace bot {
namespace {

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
    const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
    if (text[at] == '+') {
      plain += ' ';
    } else if (text[at] == '%' && high >= 0 && low >= 0) {
      plain += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      plain += text[at];
    }
  }
  return plain;
}

}  // namespace

FormFields parse_form(std::string_view body) {
  FormFields fields;
  while (!body.empty()) {
    const auto one = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(one.size() + 1, body.size()));
    if (one.empty()) continue;
    const auto equals = std::min(one.find('='), one.size());
    fields.emplace_back(decoded(one.substr(0, equals)),
                        decoded(one.substr(std::min(equals + 1, one.size()))));
  }
  return fields;
}

std::string field(const FormFields& fields, std::string_view name) {
  for (const auto& [key, value] : fields)
    if (key == name) return value;
  return {};
}

}  // namespace bot
