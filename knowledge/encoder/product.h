#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace knowledge {

inline constexpr std::size_t kPanel = 16;  ///< columns multiplied together
inline constexpr std::size_t kBlockMax = 24;

/// The product of a block of rows with one panel of one-byte weights. `values` holds the rows value
/// by value (that of every row at 0, at 1, ...); `panel` holds `depth` times kPanel weights; `sums`
/// takes kPanel floats a row.
using Product = void (*)(const float* values, std::size_t rows, const std::int8_t* panel,
                         std::size_t depth, float* sums);

/// A product and the numbers of rows that it has code for, ascending.
struct ProductKernel {
  Product multiply;
  std::array<std::size_t, 7> rows;
};

/// The fastest that this machine can run; asked once, at the first call.
const ProductKernel& product_kernel();

// The ones to choose from; nullopt where this machine lacks the instructions.
ProductKernel plain_kernel();
std::optional<ProductKernel> avx2_kernel();
std::optional<ProductKernel> avx512_kernel();

// One source file each, compiled for its instructions.
void multiply_plain(const float*, std::size_t, const std::int8_t*, std::size_t, float*);
void multiply_avx2(const float*, std::size_t, const std::int8_t*, std::size_t, float*);
void multiply_avx512(const float*, std::size_t, const std::int8_t*, std::size_t, float*);

}  // namespace knowledge
