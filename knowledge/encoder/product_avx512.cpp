#include <immintrin.h>

#include "knowledge/encoder/product.h"

namespace knowledge {
namespace {

/// A sum a row stays in a register of its own, up to 24 of the 32: unrolled, or GCC keeps them in
/// memory and takes twice the time.
template <std::size_t kRows>
void multiply_rows(const float* values, const std::int8_t* panel, std::size_t depth, float* sums) {
  __m512 all[kRows] = {};
  for (std::size_t k = 0; k < depth; ++k) {
    const __m128i codes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(panel + k * kPanel));
    const __m512 weights = _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(codes));
#pragma GCC unroll 24
    for (std::size_t i = 0; i < kRows; ++i)
      all[i] = _mm512_fmadd_ps(_mm512_set1_ps(values[k * kRows + i]), weights, all[i]);
  }
#pragma GCC unroll 24
  for (std::size_t i = 0; i < kRows; ++i) _mm512_storeu_ps(sums + i * kPanel, all[i]);
}

/// With one row every sum would wait for the one before it: four of them take turns.
void multiply_one(const float* values, const std::int8_t* panel, std::size_t depth, float* sums) {
  constexpr std::size_t kTurns = 4;
  __m512 all[kTurns] = {};
  std::size_t k = 0;
  const auto weights = [&](std::size_t at) {
    return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(panel + at * kPanel))));
  };
  for (; k + kTurns <= depth; k += kTurns)
#pragma GCC unroll 4
    for (std::size_t i = 0; i < kTurns; ++i)
      all[i] = _mm512_fmadd_ps(_mm512_set1_ps(values[k + i]), weights(k + i), all[i]);
  for (; k < depth; ++k) all[0] = _mm512_fmadd_ps(_mm512_set1_ps(values[k]), weights(k), all[0]);
  _mm512_storeu_ps(sums, _mm512_add_ps(_mm512_add_ps(all[0], all[1]),
                                       _mm512_add_ps(all[2], all[3])));
}

}  // namespace

void multiply_avx512(const float* values, std::size_t rows, const std::int8_t* panel,
                     std::size_t depth, float* sums) {
  switch (rows) {
    case 1: return multiply_one(values, panel, depth, sums);
    case 4: return multiply_rows<4>(values, panel, depth, sums);
    case 8: return multiply_rows<8>(values, panel, depth, sums);
    case 12: return multiply_rows<12>(values, panel, depth, sums);
    case 16: return multiply_rows<16>(values, panel, depth, sums);
    case 20: return multiply_rows<20>(values, panel, depth, sums);
    default: return multiply_rows<24>(values, panel, depth, sums);
  }
}

}  // namespace knowledge
