#include "knowledge/neighbours.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace knowledge;

namespace {

constexpr std::size_t kSize = 512;

/// Of length 1, all of it in one value.
std::vector<float> pointing(std::size_t where) {
  std::vector<float> vector(kSize, 0);
  vector[where] = 1;
  return vector;
}

std::vector<float> votes(const Neighbours& neighbours, const std::vector<float>& vector) {
  std::vector<float> values(3, 0);
  neighbours.add_votes(vector, 0.5F, values);
  return values;
}

}  // namespace

TEST_CASE("the nearest examples share out all of the weight, the nearer the more") {
  const auto neighbours =
      Neighbours::of(kSize, {{pointing(1), {0}}, {pointing(2), {1, 2}}, {pointing(3), {2}}});
  const auto shares = votes(neighbours, pointing(1));
  CHECK(shares[0] + shares[1] + shares[2] == doctest::Approx(0.5));
  CHECK(shares[0] > shares[2]);
  CHECK(shares[2] > shares[1]);
}

TEST_CASE("without examples nothing votes") {
  CHECK(votes(Neighbours(), pointing(0)) == std::vector<float>{0, 0, 0});
}

TEST_CASE("what was written votes as before; what is damaged is refused") {
  const auto neighbours = Neighbours::of(kSize, {{pointing(1), {0}}, {pointing(2), {2}}});
  std::ostringstream out;
  neighbours.write(out);
  const auto read_back = [](const std::string& bytes, std::size_t labels) {
    std::istringstream in(bytes);
    Neighbours made;
    return std::pair(made.read(in, labels), std::move(made));
  };
  auto [is_read, same] = read_back(out.str(), 3);
  REQUIRE(is_read);
  CHECK(votes(same, pointing(2)) == votes(neighbours, pointing(2)));
  CHECK_FALSE(read_back(out.str(), 2).first);
  CHECK_FALSE(read_back(out.str().substr(0, out.str().size() / 2), 3).first);
}
