#include "recognize/lstm/kernel_table.h"
#include "recognize/lstm/neon_vectors.h"

namespace banwen::lstm {
namespace {

struct NeonDotprod : NeonVectors {
    static constexpr int kDepth = 4;

    // Four values of a row in each lane.
    static Ints spread(const Value* values) {
        std::int32_t four = 0;
        __builtin_memcpy(&four, values, sizeof four);
        return Ints{} + four;
    }
    static void add_products(Ints& sums, Ints values, Ints weights) {
        sums = Ints(vdotq_s32(int32x4_t(sums), vreinterpretq_s8_s32(int32x4_t(values)),
                              vreinterpretq_s8_s32(int32x4_t(weights))));
    }

    template <int kRows, int kVectors>
    static void tile(const Weight* weights, const Rows<NeonDotprod>& rows, int first_inputs,
                     int second_inputs, Sums<NeonDotprod, kRows, kVectors>& sums) {
        tile_of_products<NeonDotprod, kRows, kVectors>(weights, rows, first_inputs, second_inputs, sums);
    }
};

}  // namespace

Kernels neon_dotprod_kernels() {
    return kernels_of<NeonDotprod>("neondotprod", ValueForm::int8);
}

}  // namespace banwen::lstm
