#pragma once

#include <vector>

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
/// What cannot be proven is a problem at the text's line.
void prove_grounding(const SourcePage& page, const TermList& terms,
                     const std::vector<LoadedTopic>& topics, Problems& problems);

}  // namespace knowledge
