#pragma once

#include <map>
#include <string>
#include <vector>

namespace knowledge {

/// ISO 639-1 code in lower case: "en", "es". config/bot.yaml lists the ones that are served; the
/// first of the list is the default. Content must hold every listed language, or loading fails.
using Language = std::string;
using Languages = std::vector<Language>;

/// One text in every served language. Loaders guarantee that `in` finds it.
struct Localized {
  std::map<Language, std::string> by_language;

  const std::string& in(const Language& language) const { return by_language.at(language); }
  bool empty() const { return by_language.empty(); }
};

/// What the visitor reads on a screen, and the short form for a phone (at most 306 GSM-7
/// characters: two segments).
struct Wording {
  std::string web;
  std::string sms;
};

struct LocalizedWording {
  std::map<Language, Wording> by_language;

  const Wording& in(const Language& language) const { return by_language.at(language); }
  bool empty() const { return by_language.empty(); }
};

}  // namespace knowledge
