// A tile of products for processors whose vectors multiply groups of kDepth inputs and add them to 32-bit
// sums. Included by kernel files only; the rule of kernel_body.h holds here too.
#pragma once

#include "recognize/lstm/kernel_body.h"

namespace banwen::lstm {
namespace {

// Weights stand as [group of inputs][vector][lane][kDepth]. Cpu has: spread(Value*), kDepth values in each
// lane, and add_products(sums, values, weights). In a function of its own, as the compiler then keeps all
// sums in registers.
template <class Cpu, int kRows, int kVectors>
__attribute__((noinline)) void tile_of_products(const typename Cpu::Weight* weights, const Rows<Cpu>& rows,
                                                int first_inputs, int second_inputs,
                                                Sums<Cpu, kRows, kVectors>& result) {
    using Ints = typename Cpu::Ints;
    constexpr int kStep = kVectors * Cpu::kLanes * Cpu::kDepth;
    Ints sums[kRows][kVectors] = {};
    const typename Cpu::Value* row = rows.first;
    std::size_t stride = rows.first_stride;
    int inputs = first_inputs;
    for (int part = 0; part < 2; ++part) {
        for (int at = 0; at < inputs; at += Cpu::kDepth, weights += kStep) {
            Ints group[kVectors];
            for (int vector = 0; vector < kVectors; ++vector)
                group[vector] = load_ints<Cpu>(weights + vector * Cpu::kLanes * Cpu::kDepth);
            for (int i = 0; i < kRows; ++i) {
                const Ints values = Cpu::spread(row + static_cast<std::size_t>(i) * stride + at);
                for (int vector = 0; vector < kVectors; ++vector)
                    Cpu::add_products(sums[i][vector], values, group[vector]);
            }
        }
        row = rows.second;
        stride = rows.second_stride;
        inputs = second_inputs;
    }
    __builtin_memcpy(&result, &sums, sizeof sums);
}

}  // namespace
}  // namespace banwen::lstm
