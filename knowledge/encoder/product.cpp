#include "knowledge/encoder/product.h"

namespace knowledge {
namespace {

ProductKernel fastest() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw"))
    return {multiply_avx512, {1, 4, 8, 12, 16, 20, 24}};
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    return {multiply_avx2, {1, 2, 3, 4, 5, 6, 6}};
#endif
  return {multiply_plain, {1, 2, 2, 2, 2, 2, 2}};
}

}  // namespace

const ProductKernel& product_kernel() {
  static const ProductKernel kernel = fastest();
  return kernel;
}

}  // namespace knowledge
