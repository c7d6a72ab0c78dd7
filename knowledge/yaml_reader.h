#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/language.h"
#include "knowledge/problem.h"

namespace knowledge {

/// A strict reader of one YAML mapping. Every key must be asked for, exactly once; `finish` reports
/// the ones nobody asked for. Mistakes become Problems with file and line and reading goes on with
/// an empty value, so that one run shows them all: a missing mapping is one problem, and whatever
/// is then asked of it is none. `problems` outlives the map and all maps read from it.
class YamlMap {
 public:
  /// Reads a file whose root is a mapping. Unreadable or malformed files are problems.
  static YamlMap read_file(const std::filesystem::path& file, const std::filesystem::path& root,
                           Problems& problems);

  std::string text(std::string_view key);                             ///< required, not blank
  std::string text_or(std::string_view key, std::string fallback);    ///< not blank if there
  long number(std::string_view key, long minimum, long maximum);      ///< required
  double real(std::string_view key, double minimum, double maximum);  ///< required
  bool flag_or(std::string_view key, bool fallback);
  std::vector<std::string> texts(std::string_view key);  ///< optional list of non-blank texts
  YamlMap map(std::string_view key);                     ///< required
  std::vector<YamlMap> maps(std::string_view key);       ///< optional list of mappings
  bool has(std::string_view key) const;
  std::vector<std::string> keys() const;  ///< in file order

  /// One text per language: a served language that is missing and a key that is not two lower-case
  /// letters are problems; other languages stand ready in the content and are not read.
  Localized localized(std::string_view key, const Languages& languages);
  /// A list of texts per language, which may be empty; languages as for localized().
  std::map<Language, std::vector<std::string>> localized_texts(std::string_view key,
                                                               const Languages& languages);
  /// {en: {web, sms}, ...}, languages as for localized(). The sms text is given as to_gsm7() makes
  /// it; over kSmsSeptetsMax, or still not GSM-7, it is a problem.
  LocalizedWording wording(std::string_view key, const Languages& languages);

  /// Reports keys that were never asked for. Call last.
  void finish();

  void problem(std::string message, std::string_view at_key = {});
  /// At a nested key, or at the deepest part of the path that is there.
  void problem_in(std::string message, std::initializer_list<std::string_view> path);
  const std::string& file() const;
  int line() const;
  /// Line of a nested key, as for problem_in().
  int line_of(std::initializer_list<std::string_view> path) const;

 private:
  struct State;
  explicit YamlMap(std::shared_ptr<State> state);
  std::vector<Language> language_keys(std::string_view key, YamlMap& map,
                                      const Languages& languages);
  std::shared_ptr<State> state_;
};

}  // namespace knowledge
