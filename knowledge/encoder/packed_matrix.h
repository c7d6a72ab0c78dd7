#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "knowledge/encoder/encoder_file.h"

namespace knowledge {

/// A matrix of one-byte weights, packed for products with few rows: panels of sixteen columns, each
/// panel row after row, so that a product reads the weights once, in order. A quarter of the memory
/// traffic of floats, which is what a short message spends its time on. Immutable; thread-safe.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  /// REQUIRES: `array` has codes, and columns that are a multiple of 16.
  explicit PackedMatrix(const EncoderArray& array);

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }

  /// out[i] += x[i] * this matrix, for `count` rows i. A row of `x` is rows() long and begins
  /// `x_stride` floats after the one before it: rows may overlap.
  void add_product(const float* x, std::size_t x_stride, std::size_t count, float* out,
                   std::size_t out_stride) const;

 private:
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  float scale_ = 1;
  std::vector<std::int8_t> panels_;
};

}  // namespace knowledge
