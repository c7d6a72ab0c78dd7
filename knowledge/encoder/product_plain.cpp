#include "knowledge/encoder/product.h"

namespace knowledge {
namespace {

template <std::size_t kRows>
void multiply_rows(const float* values, const std::int8_t* panel, std::size_t depth, float* sums) {
  float all[kRows * kPanel] = {};
  for (std::size_t k = 0; k < depth; ++k)
    for (std::size_t i = 0; i < kRows; ++i)
      for (std::size_t j = 0; j < kPanel; ++j)
        all[i * kPanel + j] +=
            values[k * kRows + i] * static_cast<float>(panel[k * kPanel + j]);
  for (std::size_t i = 0; i < kRows * kPanel; ++i) sums[i] = all[i];
}

}  // namespace

void multiply_plain(const float* values, std::size_t rows, const std::int8_t* panel,
                    std::size_t depth, float* sums) {
  if (rows == 1) multiply_rows<1>(values, panel, depth, sums);
  else multiply_rows<2>(values, panel, depth, sums);
}

}  // namespace knowledge
