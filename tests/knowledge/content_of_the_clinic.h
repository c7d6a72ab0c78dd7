#pragma once

#include <doctest/doctest.h>

#include "knowledge/reviewed_content.h"

namespace tests {

/// The reviewed content that we ship, loaded once for all tests of this program.
inline const knowledge::ReviewedContent& content() {
  static const knowledge::ReviewedContent loaded = [] {
    knowledge::Problems problems;
    auto result =
        knowledge::load_reviewed_content(PROJECT_FOLDER "/knowledge", {"en", "es"}, problems);
    for (const auto& problem : problems) FAIL_CHECK(to_string(problem));
    return result;
  }();
  return loaded;
}

}  // namespace tests
