#include "recognize/lstm/kernel_table.h"
#include "recognize/lstm/neon_vectors.h"

namespace banwen::lstm {
namespace {

// A product of two int8 fits 16 bits, and four of them are added pair by pair to 32.
struct Neon : NeonVectors {
    static constexpr int kDepth = 4;

    static Ints spread(const Value* values) {
        std::int32_t four = 0;
        __builtin_memcpy(&four, values, sizeof four);
        return Ints{} + four;
    }
    static void add_products(Ints& sums, Ints values, Ints weights) {
        const int8x16_t a = vreinterpretq_s8_s32(int32x4_t(values)),
                        b = vreinterpretq_s8_s32(int32x4_t(weights));
        const int32x4_t low = vpaddlq_s16(vmull_s8(vget_low_s8(a), vget_low_s8(b)));
        const int32x4_t high = vpaddlq_s16(vmull_high_s8(a, b));
        sums += Ints(vpaddq_s32(low, high));
    }

    template <int kRows, int kVectors>
    static void tile(const Weight* weights, const Rows<Neon>& rows, int first_inputs, int second_inputs,
                     Sums<Neon, kRows, kVectors>& sums) {
        tile_of_products<Neon, kRows, kVectors>(weights, rows, first_inputs, second_inputs, sums);
    }
};

}  // namespace

Kernels neon_kernels() {
    return kernels_of<Neon>("neon", ValueForm::int8);
}

}  // namespace banwen::lstm
