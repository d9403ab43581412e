#include "recognize/lstm/avx2_vectors.h"
#include "recognize/lstm/kernel_table.h"

namespace banwen::lstm {
namespace {

struct AvxVnni : Avx2Vectors {
    static constexpr int kDepth = 4;
    static constexpr int kTileRows = 2;  // × 4 vectors of sums, of the 16 registers
    using Value = std::uint8_t;
    using Weight = std::int8_t;

    static void encode(Ints values, Value* to) {
        const __m128i words = narrowed(values);
        const __m128i bytes = _mm_xor_si128(_mm_packs_epi16(words, words), _mm_set1_epi8(-128));
        _mm_storel_epi64(reinterpret_cast<__m128i*>(to), bytes);
    }
    static Ints spread(const Value* values) { return spread_bits(values); }
    static void add_products(Ints& sums, Ints values, Ints weights) {
        asm("%{vex%} vpdpbusd %2, %1, %0" : "+x"(sums) : "x"(values), "x"(weights));
    }

    template <int kRows, int kVectors>
    static void tile(const Weight* weights, const Rows<AvxVnni>& rows, int first_inputs, int second_inputs,
                     Sums<AvxVnni, kRows, kVectors>& sums) {
        tile_of_products<AvxVnni, kRows, kVectors>(weights, rows, first_inputs, second_inputs, sums);
    }
};

}  // namespace

Kernels avx_vnni_kernels() {
    return kernels_of<AvxVnni>("avxvnni", ValueForm::offset8);
}

}  // namespace banwen::lstm
