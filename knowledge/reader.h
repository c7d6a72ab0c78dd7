#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "knowledge/entity_catalog.h"
#include "knowledge/language.h"
#include "knowledge/problem.h"
#include "knowledge/topic.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// Told how much of the training is done; called from several threads, one at a time.
using TrainingProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Reads what visitors write: language, exact templates, entities, several questions, classifier.
/// Immutable after load; thread-safe.
class Reader {
 public:
  /// Where a reader finds what it is made of.
  struct Sources {
    std::filesystem::path content;  ///< the folder knowledge/: messages/ ...
    /// Keeps the trained classifier, named by the hash of all that went into it; empty: none kept.
    std::filesystem::path cache;
    std::filesystem::path encoder;  ///< file of the sentence encoder; where absent, n-grams do
    TrainingProgress progress;
  };

  /// All mistakes are added to `problems`; the result is only usable if none were.
  static Reader load(const Sources& sources, const Languages& languages,
                     const std::vector<Topic>& topics, EntityCatalog entities, Problems& problems);

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// Everything but `safety`, which others set. Total, never throws: any bytes give an
  /// Understanding. `topics` never holds out_of_scope: it is empty where nothing is to be answered.
  Understanding read(const Utterance& utterance) const;

  const EntityCatalog& entities() const;
  bool has_encoder() const;

 private:
  struct Parts;
  explicit Reader(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace knowledge
