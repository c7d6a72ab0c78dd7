#include "knowledge/encoder/product.h"

namespace knowledge {

ProductKernel plain_kernel() {
  return {multiply_plain, {1, 2, 2, 2, 2, 2, 2}};
}

std::optional<ProductKernel> avx2_kernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    return ProductKernel{multiply_avx2, {1, 2, 3, 4, 5, 6, 6}};
#endif
  return std::nullopt;
}

std::optional<ProductKernel> avx512_kernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw"))
    return ProductKernel{multiply_avx512, {1, 4, 8, 12, 16, 20, 24}};
#endif
  return std::nullopt;
}

const ProductKernel& product_kernel() {
  static const ProductKernel kernel =
      avx512_kernel().value_or(avx2_kernel().value_or(plain_kernel()));
  return kernel;
}

}  // namespace knowledge
