#include <doctest/doctest.h>

#include "bot/desk/percentile.h"

TEST_CASE("percentile: as a spreadsheet's PERCENTILE has it") {
  CHECK(bot::percentile({}, 0.5) == 0);
  CHECK(bot::percentile({7}, 0.5) == 7);
  CHECK(bot::percentile({7}, 0.9) == 7);
  CHECK(bot::percentile({10, 20}, 0.5) == doctest::Approx(15));
  CHECK(bot::percentile({10, 20, 60}, 0.5) == doctest::Approx(20));
  CHECK(bot::percentile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.9) == doctest::Approx(9.1));
  CHECK(bot::percentile({1, 2, 3}, 0) == 1);
  CHECK(bot::percentile({1, 2, 3}, 1) == 3);
}
