#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/language.h"
#include "knowledge/problem.h"

namespace YAML {
class Node;
}

namespace knowledge {

/// A strict reader of one YAML mapping. Every key must be asked for, exactly once; `finish` reports
/// the ones nobody asked for. Mistakes become Problems with file and line and reading goes on with
/// an empty value, so that one run shows them all.
class YamlMap {
 public:
  /// Reads a file whose root is a mapping. Unreadable or malformed files are problems.
  static YamlMap read_file(const std::filesystem::path& file, const std::filesystem::path& root,
                           Problems& problems);

  std::string text(std::string_view key);                        ///< required, not blank
  std::string text_or(std::string_view key, std::string fallback);
  long number(std::string_view key, long minimum, long maximum);  ///< required
  double real(std::string_view key, double minimum, double maximum);  ///< required
  bool flag_or(std::string_view key, bool fallback);
  std::vector<std::string> texts(std::string_view key);  ///< optional list of non-blank texts
  YamlMap map(std::string_view key);                     ///< required
  std::vector<YamlMap> maps(std::string_view key);       ///< optional list of mappings
  bool has(std::string_view key) const;
  std::vector<std::string> keys() const;  ///< in file order

  /// One text per language: missing and unknown languages are problems.
  Localized localized(std::string_view key, const Languages& languages);
  /// {en: {web, sms}, ...}; sms over `sms_units_max` GSM-7 septets or not GSM-7 is a problem.
  LocalizedWording wording(std::string_view key, const Languages& languages);

  /// Reports keys that were never asked for. Call last.
  void finish();

  void problem(std::string message, std::string_view at_key = {});
  const std::string& file() const;
  int line() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace knowledge
