#include <immintrin.h>

#include "knowledge/encoder/product.h"

namespace knowledge {
namespace {

/// Twelve sums, two weights and a value: the sixteen registers of AVX2. Unrolled, so that they are.
template <std::size_t kRows>
void multiply_rows(const float* values, const std::int8_t* panel, std::size_t depth, float* sums) {
  __m256 low[kRows] = {}, high[kRows] = {};
  for (std::size_t k = 0; k < depth; ++k) {
    const __m128i codes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(panel + k * kPanel));
    const __m256 left = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(codes));
    const __m256 right = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_srli_si128(codes, 8)));
#pragma GCC unroll 24
    for (std::size_t i = 0; i < kRows; ++i) {
      const __m256 value = _mm256_broadcast_ss(values + k * kRows + i);
      low[i] = _mm256_fmadd_ps(value, left, low[i]);
      high[i] = _mm256_fmadd_ps(value, right, high[i]);
    }
  }
#pragma GCC unroll 24
  for (std::size_t i = 0; i < kRows; ++i) {
    _mm256_storeu_ps(sums + i * kPanel, low[i]);
    _mm256_storeu_ps(sums + i * kPanel + kPanel / 2, high[i]);
  }
}

}  // namespace

void multiply_avx2(const float* values, std::size_t rows, const std::int8_t* panel,
                   std::size_t depth, float* sums) {
  switch (rows) {
    case 1: return multiply_rows<1>(values, panel, depth, sums);
    case 2: return multiply_rows<2>(values, panel, depth, sums);
    case 3: return multiply_rows<3>(values, panel, depth, sums);
    case 4: return multiply_rows<4>(values, panel, depth, sums);
    case 5: return multiply_rows<5>(values, panel, depth, sums);
    default: return multiply_rows<6>(values, panel, depth, sums);
  }
}

}  // namespace knowledge
