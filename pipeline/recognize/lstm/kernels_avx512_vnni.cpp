#include <immintrin.h>

#include "recognize/lstm/kernel_table.h"
#include "recognize/lstm/tile_of_products.h"

namespace banwen::lstm {
namespace {

struct Avx512Vnni {
    static constexpr int kLanes = 16;
    static constexpr int kDepth = 4;
    static constexpr int kTileRows = 6;  // × 4 vectors of sums, of the 32 registers
    using Value = std::uint8_t;
    using Weight = std::int8_t;
    using Floats = float __attribute__((vector_size(64)));
    using Ints = std::int32_t __attribute__((vector_size(64)));

    static Floats multiply_add(Floats a, Floats b, Floats c) { return _mm512_fmadd_ps(a, b, c); }
    static Floats lesser(Floats a, Floats b) { return _mm512_min_ps(a, b); }
    static Floats greater(Floats a, Floats b) { return _mm512_max_ps(a, b); }
    static void encode(Ints values, Value* to) {
        const __m128i bytes = _mm512_cvtepi32_epi8(reinterpret_cast<__m512i>(values));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_xor_si128(bytes, _mm_set1_epi8(-128)));
    }

    // The instruction itself, as the compiler moves sums to memory and back around the intrinsic.
    static void add_products(Ints& sums, Ints values, Ints weights) {
        asm("vpdpbusd %2, %1, %0" : "+v"(sums) : "v"(values), "v"(weights));
    }

    // Four values of a row in each lane.
    static Ints spread(const Value* values) {
        std::int32_t four = 0;
        __builtin_memcpy(&four, values, sizeof four);
        return Ints{} + four;
    }

    template <int kRows, int kVectors>
    static void tile(const Weight* weights, const Rows<Avx512Vnni>& rows, int first_inputs, int second_inputs,
                     Sums<Avx512Vnni, kRows, kVectors>& sums) {
        tile_of_products<Avx512Vnni, kRows, kVectors>(weights, rows, first_inputs, second_inputs, sums);
    }
};

}  // namespace

Kernels avx512_vnni_kernels() {
    return kernels_of<Avx512Vnni>("avx512vnni", ValueForm::offset8);
}

}  // namespace banwen::lstm
