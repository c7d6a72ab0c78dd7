#pragma once

#include <vector>

#include "knowledge/topic.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// Lets the topic answer that speaks of what was named (Topic::elsewhere). Asked about ADHD, the
/// topic of treated conditions gives way to the one of conditions that the page lacks; asked about
/// "anxiety and ADHD", both answer. `topics` is ordered by id. At most three matches stay.
void refer_elsewhere(const std::vector<Topic>& topics, Understanding& understanding);

}  // namespace knowledge
