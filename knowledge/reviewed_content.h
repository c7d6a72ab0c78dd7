#pragma once

#include <filesystem>
#include <vector>

#include "knowledge/entity_catalog.h"
#include "knowledge/language.h"
#include "knowledge/problem.h"
#include "knowledge/source_page.h"
#include "knowledge/topic.h"

namespace knowledge {

/// The page and everything that is said on its strength, proven against it.
struct ReviewedContent {
  SourcePage page;
  EntityCatalog entities;
  std::vector<Topic> topics;  ///< ordered by id
};

/// Reads `content`/sources, `content`/entities and `content`/topics. Problems name files relative
/// to `content`.
ReviewedContent load_reviewed_content(const std::filesystem::path& content,
                                      const Languages& languages, Problems& problems);

}  // namespace knowledge
