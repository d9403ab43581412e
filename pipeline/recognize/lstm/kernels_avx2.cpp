#include "recognize/lstm/avx2_vectors.h"
#include "recognize/lstm/kernel_table.h"

namespace banwen::lstm {
namespace {

// Products of 8-bit values would overflow the 16 bits to which AVX2 adds them, so values are kept in 16.
struct Avx2 : Avx2Vectors {
    static constexpr int kDepth = 2;
    static constexpr int kTileRows = 2;  // × 4 vectors of sums, of the 16 registers
    using Value = std::int16_t;
    using Weight = std::int16_t;

    static void encode(Ints values, Value* to) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), narrowed(values));
    }
    static Ints spread(const Value* values) { return spread_bits(values); }
    static void add_products(Ints& sums, Ints values, Ints weights) {
        sums += reinterpret_cast<Ints>(
            _mm256_madd_epi16(reinterpret_cast<__m256i>(values), reinterpret_cast<__m256i>(weights)));
    }

    template <int kRows, int kVectors>
    static void tile(const Weight* weights, const Rows<Avx2>& rows, int first_inputs, int second_inputs,
                     Sums<Avx2, kRows, kVectors>& sums) {
        tile_of_products<Avx2, kRows, kVectors>(weights, rows, first_inputs, second_inputs, sums);
    }
};

}  // namespace

Kernels avx2_kernels() {
    return kernels_of<Avx2>("avx2", ValueForm::int16);
}

}  // namespace banwen::lstm
