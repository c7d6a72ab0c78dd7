// What YamlMap reads once per language, over its other readings.
#include <algorithm>

#include "knowledge/gsm7.h"
#include "knowledge/yaml_reader.h"

namespace knowledge {
namespace {

bool is_language_code(const std::string& key) {
  return key.size() == 2 &&
         std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string sms_text(YamlMap& wording) {
  const std::string text = to_gsm7(wording.text("sms"));
  const auto septets = gsm7_septets(text);
  if (!septets) {
    wording.problem("'" + first_not_gsm7(text) +
                        "' is not in the SMS alphabet (GSM-7) and would double the price of the "
                        "message: write it without",
                    "sms");
  } else if (*septets > kSmsSeptetsMax) {
    wording.problem("the sms text takes " + std::to_string(*septets) + " of " +
                        std::to_string(kSmsSeptetsMax) + " characters: shorten it",
                    "sms");
  }
  return text;
}

}  // namespace

std::vector<Language> YamlMap::language_keys(std::string_view key, YamlMap& map,
                                             const Languages& languages) {
  std::vector<Language> served;
  const auto found = map.keys();
  for (const auto& language : found) {
    if (!is_language_code(language))
      map.problem("'" + language + "' is not a language: use two lower-case letters such as en",
                  language);
  }
  for (const auto& language : languages) {
    if (map.has(language)) served.push_back(language);
    else if (!found.empty())
      problem("'" + std::string(key) + "' has no text in '" + language + "': write it", key);
  }
  return served;
}

Localized YamlMap::localized(std::string_view key, const Languages& languages) {
  Localized texts;
  YamlMap by_language = map(key);
  for (const auto& language : languages) texts.by_language[language];
  for (const auto& language : language_keys(key, by_language, languages))
    texts.by_language[language] = by_language.text(language);
  return texts;
}

std::map<Language, std::vector<std::string>> YamlMap::localized_texts(std::string_view key,
                                                                      const Languages& languages) {
  std::map<Language, std::vector<std::string>> lists;
  YamlMap by_language = map(key);
  for (const auto& language : languages) lists[language];
  for (const auto& language : language_keys(key, by_language, languages))
    lists[language] = by_language.texts(language);
  return lists;
}

LocalizedWording YamlMap::wording(std::string_view key, const Languages& languages) {
  LocalizedWording wordings;
  YamlMap by_language = map(key);
  for (const auto& language : languages) wordings.by_language[language];
  for (const auto& language : language_keys(key, by_language, languages)) {
    YamlMap texts = by_language.map(language);
    auto& wording = wordings.by_language[language];
    wording.web = texts.text("web");
    wording.sms = sms_text(texts);
    texts.finish();
  }
  return wordings;
}

}  // namespace knowledge
