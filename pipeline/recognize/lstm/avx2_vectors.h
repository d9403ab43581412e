// Vectors of eight lanes, for the kernels of processors with AVX2 and fused multiplication.
#pragma once

#include <immintrin.h>

#include "recognize/lstm/tile_of_products.h"

namespace banwen::lstm {
namespace {

struct Avx2Vectors {
    static constexpr int kLanes = 8;
    using Floats = float __attribute__((vector_size(32)));
    using Ints = std::int32_t __attribute__((vector_size(32)));

    static Floats multiply_add(Floats a, Floats b, Floats c) { return _mm256_fmadd_ps(a, b, c); }
    static Floats lesser(Floats a, Floats b) { return _mm256_min_ps(a, b); }
    static Floats greater(Floats a, Floats b) { return _mm256_max_ps(a, b); }

    // The same 32 bits in each lane.
    static Ints spread_bits(const void* from) {
        std::int32_t bits = 0;
        __builtin_memcpy(&bits, from, sizeof bits);
        return Ints{} + bits;
    }

    // The lanes, which fit 16 bits, as 16-bit values.
    static __m128i narrowed(Ints values) {
        const auto whole = reinterpret_cast<__m256i>(values);
        return _mm_packs_epi32(_mm256_castsi256_si128(whole), _mm256_extracti128_si256(whole, 1));
    }
};

}  // namespace
}  // namespace banwen::lstm
