#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/language.h"
#include "knowledge/problem.h"
#include "knowledge/template.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// A thing that visitors name.
struct EntityEntry {
  std::string kind;  ///< "condition", "other_condition", "therapy", "insurer", "substance", ...
  std::string id;    ///< unique in its kind
  Localized name;    ///< as an answer writes it: "OCD", "el TOC"
  /// Naming it says nothing about the clinic ("your son"): nothing is to be proven.
  bool claims_nothing = false;
};

/// The things that visitors name, with their synonyms in every language. Immutable; thread-safe;
/// copies share what they know.
class EntityCatalog {
 public:
  EntityCatalog();  ///< knows nothing

  /// Reads every YAML file of `folder` (knowledge/entities). A synonym of two entries is a problem.
  static EntityCatalog load(const std::filesystem::path& folder, const Languages& languages,
                            Problems& problems);

  /// Whatever `text` names, in order, the longest synonym at each place. One pass over the words;
  /// synonyms of every language are found. Spans are bytes of `text`.
  std::vector<Entity> find(std::string_view text) const;

  /// nullptr where there is none.
  const EntityEntry* entry(std::string_view kind, std::string_view id) const;

  /// In the order of the file; none where the kind is unknown.
  std::vector<EntityEntry> entries_of(std::string_view kind) const;

  /// All synonyms by kind: what {insurer} stands for in a template.
  PhraseLists phrase_lists() const;

 private:
  struct Index;
  std::shared_ptr<const Index> index_;
};

}  // namespace knowledge
