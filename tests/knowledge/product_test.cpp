#include "knowledge/encoder/product.h"

#include <doctest/doctest.h>

#include <random>

using namespace knowledge;

namespace {

constexpr std::size_t kDepth = 67;  // no multiple of anything that a kernel takes at once

struct Kernel {
  const char* name;
  ProductKernel kernel;
};

/// Those that this machine can run.
std::vector<Kernel> kernels() {
  std::vector<Kernel> all = {{"plain", plain_kernel()}};
  if (const auto avx2 = avx2_kernel()) all.push_back({"avx2", *avx2});
  if (const auto avx512 = avx512_kernel()) all.push_back({"avx512", *avx512});
  return all;
}

}  // namespace

TEST_CASE("every kernel gives the sums of a product written out") {
  std::mt19937 random(1);
  std::uniform_real_distribution<float> value(-1, 1);
  std::uniform_int_distribution<int> code(-128, 127);
  std::vector<std::int8_t> panel(kDepth * kPanel);
  for (auto& weight : panel) weight = static_cast<std::int8_t>(code(random));
  for (const auto& [name, kernel] : kernels())
    for (const std::size_t rows : kernel.rows) {
      CAPTURE(name);
      CAPTURE(rows);
      std::vector<float> values(kDepth * rows), sums(rows * kPanel);
      for (auto& one : values) one = value(random);
      kernel.multiply(values.data(), rows, panel.data(), kDepth, sums.data());
      for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < kPanel; ++column) {
          double wanted = 0;
          for (std::size_t k = 0; k < kDepth; ++k)
            wanted += static_cast<double>(values[k * rows + row]) * panel[k * kPanel + column];
          CHECK(static_cast<double>(sums[row * kPanel + column]) ==
                doctest::Approx(wanted).epsilon(1e-3));
        }
    }
}

TEST_CASE("the kernel that is used is the fastest of them") {
  const bool is_fastest = product_kernel().multiply == kernels().back().kernel.multiply;
  CHECK(is_fastest);
}
