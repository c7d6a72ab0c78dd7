#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/entity_catalog.h"
#include "knowledge/language.h"
#include "knowledge/problem.h"
#include "knowledge/safety_screen.h"
#include "knowledge/source_page.h"
#include "knowledge/topic.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// Where content is read and where trained models are kept.
struct KnowledgeFolders {
  std::filesystem::path content;  ///< the folder knowledge/
  /// Trained classifiers, named by the hash of their input; empty: none kept.
  std::filesystem::path cache;
  std::filesystem::path encoder;  ///< file of the sentence encoder; where absent, n-grams do
  /// Told how much of a training is done.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

/// All that the clinic says and all that is understood. Immutable after load; thread-safe.
class Knowledge {
 public:
  /// Loads, lints and (where the cache holds nothing fitting) trains. All mistakes are added to
  /// `problems`; the result is only usable if none were.
  static Knowledge load(const KnowledgeFolders& folders, const Languages& languages,
                        Problems& problems);

  Knowledge(Knowledge&&) noexcept;
  Knowledge& operator=(Knowledge&&) noexcept;
  ~Knowledge();

  const std::vector<Topic>& topics() const;            ///< ordered by id
  const Topic* find_topic(std::string_view id) const;  ///< nullptr where there is none
  const SourcePage& page() const;
  const EntityCatalog& entities() const;
  const SafetyScreen& safety() const;
  const Languages& languages() const;

  /// Hex hash of every byte of content that can change a reply. Stored with each turn.
  const std::string& version() const;

  /// Whether the sentence encoder was found; without it fewer messages are understood.
  bool has_encoder() const;

  /// Total, never throws: any bytes give an Understanding.
  Understanding understand(const Utterance& utterance) const;

 private:
  struct Content;
  explicit Knowledge(std::unique_ptr<const Content> content);
  std::unique_ptr<const Content> content_;
};

}  // namespace knowledge
