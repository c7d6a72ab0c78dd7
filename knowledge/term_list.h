#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/language.h"
#include "knowledge/problem.h"

namespace knowledge {

/// The names of conditions, therapies, substances, medicines, services and insurers, whether the
/// clinic has them or not, and what a text must not promise about them. Immutable after load.
class TermList {
 public:
  /// A term as a text names it.
  struct Mention {
    std::string term;   ///< id
    std::string shown;  ///< the longest synonym that was found
  };

  /// Reads terms.yaml. `languages`: every language that a text or the page is in.
  static TermList load(const std::filesystem::path& file, const std::filesystem::path& root,
                       const Languages& languages, Problems& problems);

  /// By any synonym in any language, so that "TEPT" and "PTSD" are one; ordered by term.
  std::vector<Mention> mentions(std::string_view text) const;

  /// "We offer ..." with none of "not", "whether", ...; `sentence` in `language`.
  bool promises(std::string_view sentence, const Language& language) const;

  /// "Our page doesn't mention ..."; `sentence` in `language`.
  bool denies(std::string_view sentence, const Language& language) const;

  bool is_public_number(const std::string& digits) const {
    return public_numbers_.contains(digits);
  }

 private:
  struct Synonym {
    std::string words;  ///< as words_of() gives them
    std::string shown;
  };

  std::map<std::string, std::vector<Synonym>> synonyms_;  ///< by term id, longest first
  std::map<Language, std::vector<std::string>> offers_;
  std::map<Language, std::vector<std::string>> hedges_;
  std::map<Language, std::vector<std::string>> denials_;
  std::set<std::string> public_numbers_;
};

}  // namespace knowledge
