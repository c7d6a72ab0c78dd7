#pragma once

#include "bot/content.h"

namespace tests {

/// The content that we ship, loaded once for all tests of this program.
const bot::Content& content_of_the_clinic();

}  // namespace tests
