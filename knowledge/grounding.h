#pragma once

#include <vector>

#include "knowledge/entity_catalog.h"
#include "knowledge/problem.h"
#include "knowledge/source_page.h"
#include "knowledge/term_list.h"
#include "knowledge/topic_loader.h"

namespace knowledge {

/// Proves, text by text, that the assistant says nothing that the clinic's page does not:
/// - answer: every number with its unit, every date and every term stands in the cited section;
/// - gap: the clinic's phone is named, no number is from elsewhere, and nothing that the page does
///   not name is promised;
/// - request: numbers, dates and terms stand somewhere on the page;
/// - all: a phone number is the page's. Public emergency numbers are free.
/// An answer to those who named something is proven with every name of its kind: what does not
/// stand on its ground is never promised, what stands on the page is never denied, and with the
/// longest names the text still fits.
/// What cannot be proven is a problem at the text's line.
void prove_grounding(const SourcePage& page, const TermList& terms, const EntityCatalog& entities,
                     const std::vector<LoadedTopic>& topics, Problems& problems);

}  // namespace knowledge
