#include "knowledge/encoder/packed_matrix.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "knowledge/encoder/product.h"

namespace knowledge {

PackedMatrix::PackedMatrix(const EncoderArray& array)
    : rows_(array.rows), columns_(array.columns), scale_(array.scale) {
  assert(columns_ % kPanel == 0 && array.codes().size() == rows_ * columns_);
  panels_.resize(rows_ * columns_);
  for (std::size_t panel = 0; panel < columns_ / kPanel; ++panel)
    for (std::size_t row = 0; row < rows_; ++row)
      std::memcpy(&panels_[(panel * rows_ + row) * kPanel],
                  &array.codes()[row * columns_ + panel * kPanel], kPanel);
}

void PackedMatrix::add_product(const float* x, std::size_t x_stride, std::size_t count, float* out,
                               std::size_t out_stride) const {
  const ProductKernel& kernel = product_kernel();
  thread_local std::vector<float> values;
  float sums[kBlockMax * kPanel];
  const std::size_t blocks = (count + kernel.rows.back() - 1) / kernel.rows.back();
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::size_t begin = count * block / blocks, end = count * (block + 1) / blocks;
    const std::size_t rows =
        *std::lower_bound(kernel.rows.begin(), kernel.rows.end(), end - begin);
    values.assign(rows * rows_, 0);
    for (std::size_t k = 0; k < rows_; ++k)
      for (std::size_t i = begin; i < end; ++i) values[k * rows + i - begin] = x[i * x_stride + k];
    for (std::size_t panel = 0; panel < columns_ / kPanel; ++panel) {
      kernel.multiply(values.data(), rows, &panels_[panel * rows_ * kPanel], rows_, sums);
      for (std::size_t i = begin; i < end; ++i)
        for (std::size_t column = 0; column < kPanel; ++column)
          out[i * out_stride + panel * kPanel + column] +=
              sums[(i - begin) * kPanel + column] * scale_;
    }
  }
}

}  // namespace knowledge
