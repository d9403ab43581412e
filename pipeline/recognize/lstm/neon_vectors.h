// Vectors of four lanes, for the kernels of 64-bit ARM.
#pragma once

#include <arm_neon.h>

#include "recognize/lstm/tile_of_products.h"

namespace banwen::lstm {
namespace {

struct NeonVectors {
    static constexpr int kLanes = 4;
    static constexpr int kTileRows = 5;  // × 4 vectors of sums, of the 32 registers
    using Value = std::int8_t;
    using Weight = std::int8_t;
    using Floats = float __attribute__((vector_size(16)));
    using Ints = std::int32_t __attribute__((vector_size(16)));

    static Floats multiply_add(Floats a, Floats b, Floats c) {
        return Floats(vfmaq_f32(float32x4_t(c), float32x4_t(a), float32x4_t(b)));
    }
    static Floats lesser(Floats a, Floats b) { return Floats(vminq_f32(float32x4_t(a), float32x4_t(b))); }
    static Floats greater(Floats a, Floats b) { return Floats(vmaxq_f32(float32x4_t(a), float32x4_t(b))); }
    static void encode(Ints values, Value* to) {
        for (int lane = 0; lane < kLanes; ++lane)
            to[lane] = static_cast<Value>(values[lane]);
    }
};

}  // namespace
}  // namespace banwen::lstm
