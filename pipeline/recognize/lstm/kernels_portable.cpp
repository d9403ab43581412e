#include "recognize/lstm/kernel_body.h"
#include "recognize/lstm/kernel_table.h"

namespace banwen::lstm {
namespace {

// Plain loops that a compiler turns into what its target has.
struct Portable {
    static constexpr int kLanes = 4;
    static constexpr int kDepth = 0;  // a row's weights stand one behind the other
    static constexpr int kTileRows = 4;
    using Value = std::int16_t;
    using Weight = std::int16_t;
    using Floats = float __attribute__((vector_size(16)));
    using Ints = std::int32_t __attribute__((vector_size(16)));

    // As a fused multiplication gives it: in doubles the product is exact, and the sum all but always.
    static Floats multiply_add(Floats a, Floats b, Floats c) {
        using Doubles = double __attribute__((vector_size(32)));
        const Doubles sum = __builtin_convertvector(a, Doubles) * __builtin_convertvector(b, Doubles) +
                            __builtin_convertvector(c, Doubles);
        return __builtin_convertvector(sum, Floats);
    }
    static Floats lesser(Floats a, Floats b) { return a < b ? a : b; }
    static Floats greater(Floats a, Floats b) { return a > b ? a : b; }
    static void encode(Ints values, Value* to) {
        for (int lane = 0; lane < kLanes; ++lane)
            to[lane] = static_cast<Value>(values[lane]);
    }

    static std::int32_t product(const Value* values, const Weight* weights, int count) {
        std::int32_t sum = 0;
        for (int i = 0; i < count; ++i)
            sum += static_cast<std::int32_t>(values[i]) * static_cast<std::int32_t>(weights[i]);
        return sum;
    }

    template <int kRows, int kVectors>
    static void tile(const Weight* weights, const Rows<Portable>& rows, int first_inputs, int second_inputs,
                     Sums<Portable, kRows, kVectors>& sums) {
        for (int vector = 0; vector < kVectors; ++vector)
            for (int lane = 0; lane < kLanes; ++lane, weights += first_inputs + second_inputs)
                for (int i = 0; i < kRows; ++i) {
                    const auto skipped = static_cast<std::size_t>(i);
                    std::int32_t sum =
                        product(rows.first + skipped * rows.first_stride, weights, first_inputs);
                    if (second_inputs > 0)
                        sum += product(rows.second + skipped * rows.second_stride, weights + first_inputs,
                                       second_inputs);
                    sums.values[i][vector][lane] = sum;
                }
    }
};

}  // namespace

Kernels portable_kernels() {
    return kernels_of<Portable>("portable", ValueForm::int16);
}

}  // namespace banwen::lstm
