#include <re2/re2.h>

#include <string>

#include "dialogs/slots/readers.h"

namespace dialogs {
namespace {

constexpr std::size_t kEmailBytesMax = 254;  // RFC 5321, 4.5.3.1.3

/// The local part as browsers take it, and a domain with a dot in it.
const RE2& written() {
  static const RE2 pattern(
      R"(([A-Za-z0-9!#$%&'*+/=?^_`{|}~-][A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]*)@)"
      R"(((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}))");
  return pattern;
}

/// "dana at gmail dot com", "dana (arroba) gmail punto com", "dana @ gmail . com".
const RE2& spoken() {
  static const RE2 pattern(
      R"((?i)([a-z0-9](?:[a-z0-9._%+-]*[a-z0-9])?(?:\s+(?:dot|punto)\s+[a-z0-9_-]+)*))"
      R"(\s*(?:\s\(?at\)?\s|\[at\]|\(at\)|\s\(?arroba\)?\s|@)\s*)"
      R"(([a-z0-9-]+(?:\s*(?:\.|\sdot\s|\spunto\s)\s*[a-z0-9-]+)+))");
  return pattern;
}

std::string lower(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

std::string dotted(std::string text) {
  static const RE2 dot(R"((?i)\s*(?:\.|\s(?:dot|punto)\s)\s*)");
  RE2::GlobalReplace(&text, dot, ".");
  return text;
}

bool is_sound(std::string_view local, std::string_view domain) {
  const auto top = domain.substr(domain.rfind('.') + 1);
  const bool has_letters = top.size() >= 2 && top.find_first_of("0123456789-") == top.npos;
  return !local.empty() && local.back() != '.' && local.find("..") == local.npos && has_letters &&
         local.size() + 1 + domain.size() <= kEmailBytesMax;
}

std::vector<Found> found_by(const RE2& pattern, std::string_view text, bool is_spoken) {
  std::vector<Found> found;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece groups[3];
  std::size_t from = 0;
  while (pattern.Match(rest, from, rest.size(), RE2::UNANCHORED, groups, 3)) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    std::string local(groups[1].data(), groups[1].size());
    std::string domain(groups[2].data(), groups[2].size());
    while (!local.empty() && (local.front() == '\'' || local.front() == '.')) local.erase(0, 1);
    if (is_spoken) {
      local = dotted(std::move(local));
      domain = dotted(std::move(domain));
    }
    if (is_sound(local, domain))
      found.push_back({local + "@" + lower(domain), begin, begin + groups[0].size()});
    from = begin + std::max<std::size_t>(groups[0].size(), 1);
  }
  return found;
}

}  // namespace

std::vector<Found> find_emails(std::string_view text, const SlotContext&) {
  auto found = found_by(written(), text, false);
  return found.empty() ? found_by(spoken(), text, true) : found;
}

SlotReading read_email(std::string_view text, const SlotContext& context) {
  const auto found = find_emails(text, context);
  if (!found.empty()) return {found.front().value, Refusal::none};
  return {std::nullopt, text.find('@') == text.npos ? Refusal::unclear : Refusal::incomplete};
}

}  // namespace dialogs
