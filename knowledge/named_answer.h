#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/entity_catalog.h"
#include "knowledge/topic.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// "depression", "depression and OCD", "depression, anxiety and OCD".
std::string listed(const std::vector<std::string>& names, const std::string& joiner);

/// The names, in `language`, of what a visitor named of the answer's kind: each once, in the order
/// named. None where nothing of it was named, or more than NamedAnswer::names_max.
std::vector<std::string> names_for(const NamedAnswer& answer, const std::vector<Entity>& named,
                                   const EntityCatalog& catalog, const Language& language);

/// `text` with `names`, listed, in the place of {<kind>}.
std::string with_names(std::string_view text, const NamedAnswer& answer,
                       const std::vector<std::string>& names, const Language& language);

}  // namespace knowledge
