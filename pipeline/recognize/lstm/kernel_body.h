// The kernels' common body: the same arithmetic for every width of vector. Each kernel file includes it once,
// with its processor's own vectors and products (`Cpu`) and is compiled for that processor alone. Therefore
// nothing here may have external linkage, and no container or function of the standard library may be used:
// the linker would keep one copy of it for the whole program.
//
// All sums of products are exact. The floats are computed by the same operations in the same order at any
// width, so that all kernels give the same bytes.
//
// A Cpu has: kLanes, kDepth, kTileRows; Value, the form of a layer's output; Floats and Ints, vectors of
// kLanes; multiply_add(a, b, c) = a × b + c of Floats; lesser, greater; encode(Ints, Value*), which stores
// int8 values; and tile<rows, vectors>(…).
#pragma once

#include <cstddef>
#include <cstdint>

#include "recognize/lstm/kernels.h"

namespace banwen::lstm {
namespace {

constexpr float kLog2E = 1.4426950408889634F;

// One row of inputs in two parts, each `stride` values behind the row before.
template <class Cpu>
struct Rows {
    using Value = typename Cpu::Value;
    const Value* first = nullptr;
    std::size_t first_stride = 0;
    const Value* second = nullptr;
    std::size_t second_stride = 0;

    Rows from(int row) const {
        const auto skipped = static_cast<std::size_t>(row);
        return {first + skipped * first_stride, first_stride, second + skipped * second_stride,
                second_stride};
    }
};

// Products of a tile: rows × vectors × lanes.
template <class Cpu, int kRows, int kVectors>
struct alignas(64) Sums {
    std::int32_t values[kRows][kVectors][Cpu::kLanes];
};

template <class Cpu>
inline typename Cpu::Ints load_ints(const void* from) {
    typename Cpu::Ints ints;
    __builtin_memcpy(&ints, from, sizeof ints);
    return ints;
}

template <class Cpu>
inline typename Cpu::Floats load_floats(const float* from) {
    typename Cpu::Floats floats;
    __builtin_memcpy(&floats, from, sizeof floats);
    return floats;
}

template <class Cpu>
inline void store_floats(typename Cpu::Floats floats, float* to) {
    __builtin_memcpy(to, &floats, sizeof floats);
}

template <class Cpu>
inline typename Cpu::Floats all(float value) {
    return typename Cpu::Floats{} + value;
}

template <class Cpu>
inline typename Cpu::Floats clamp(typename Cpu::Floats x, float least, float most) {
    return Cpu::lesser(Cpu::greater(x, all<Cpu>(least)), all<Cpu>(most));
}

// 2^x for -126 < x < 127, off by at most about 2 units of the last place. Adding kMagic leaves x rounded to a
// whole number in the last bits, from where it goes to the exponent.
template <class Cpu>
inline typename Cpu::Floats power_of_two(typename Cpu::Floats x) {
    using Floats = typename Cpu::Floats;
    using Ints = typename Cpu::Ints;
    constexpr float kMagic = 12582912.0F;  // 1.5 × 2^23
    const Floats rounded = x + kMagic;
    const Floats rest = x - (rounded - kMagic);
    Floats value = all<Cpu>(1.339086336e-3F);
    value = Cpu::multiply_add(value, rest, all<Cpu>(9.676031918e-3F));
    value = Cpu::multiply_add(value, rest, all<Cpu>(5.550357114e-2F));
    value = Cpu::multiply_add(value, rest, all<Cpu>(0.2402210749F));
    value = Cpu::multiply_add(value, rest, all<Cpu>(0.6931471880F));
    value = Cpu::multiply_add(value, rest, all<Cpu>(1.000000075F));
    return Floats(Ints(value) + (Ints(rounded) << 23));
}

// Nearest int8 to 127 x, halves away from zero, for -1 <= x <= 1.
template <class Cpu>
inline typename Cpu::Ints quantized(typename Cpu::Floats x) {
    using Floats = typename Cpu::Floats;
    using Ints = typename Cpu::Ints;
    const Floats scaled = x * 127.0F;
    const Floats half = Floats((Ints(scaled) & INT32_MIN) | Ints(all<Cpu>(0.5F)));
    return __builtin_convertvector(scaled + half, Ints);
}

// Beyond this power of two every activation is at its end, and a product of three still fits a float.
constexpr float kGreatestPower = 28;
constexpr float kGreatestCell = 100;

template <class Cpu>
inline typename Cpu::Floats scaled(typename Cpu::Ints sums, const std::int32_t* bias, const float* scale) {
    const auto total = sums + load_ints<Cpu>(bias);
    return __builtin_convertvector(total, typename Cpu::Floats) * load_floats<Cpu>(scale);
}

// 2 to the power of the scaled sums. The scales of gates hold the factors that make it e to the minus
// activation, or, of what goes through tanh, to minus twice that.
template <class Cpu>
inline typename Cpu::Floats decay(typename Cpu::Ints sums, const std::int32_t* bias, const float* scale) {
    return power_of_two<Cpu>(clamp<Cpu>(scaled<Cpu>(sums, bias, scale), -kGreatestPower, kGreatestPower));
}

// New cells and outputs of one vector of units. With E(x) = e^-x: tanh(g) σ(i) = (1-E(2g)) / ((1+E(2g))
// (1+E(i))), so that the new cell takes one division and the output another.
template <class Cpu>
inline void update_units(const std::int32_t (*sums)[Cpu::kLanes], const std::int32_t* bias,
                         const float* scale, float* cells, typename Cpu::Value* output) {
    using Floats = typename Cpu::Floats;
    constexpr int kLanes = Cpu::kLanes;
    const Floats one = all<Cpu>(1);
    const Floats candidate = decay<Cpu>(load_ints<Cpu>(sums[0]), bias, scale);
    const Floats input = one + decay<Cpu>(load_ints<Cpu>(sums[1]), bias + kLanes, scale + kLanes);
    const Floats forget = one + decay<Cpu>(load_ints<Cpu>(sums[2]), bias + 2 * kLanes, scale + 2 * kLanes);
    const Floats show = one + decay<Cpu>(load_ints<Cpu>(sums[3]), bias + 3 * kLanes, scale + 3 * kLanes);
    const Floats entering = (one + candidate) * input;
    const Floats both = Cpu::multiply_add(load_floats<Cpu>(cells), entering, (one - candidate) * forget);
    const Floats cell = clamp<Cpu>(both / (entering * forget), -kGreatestCell, kGreatestCell);
    store_floats<Cpu>(cell, cells);
    const Floats cell_decay =
        power_of_two<Cpu>(clamp<Cpu>(cell * (-2 * kLog2E), -kGreatestPower, kGreatestPower));
    Cpu::encode(quantized<Cpu>((one - cell_decay) / ((one + cell_decay) * show)), output);
}

// The block's weights stay in the nearest cache while all rows go past them, a tile of rows at a time.
template <class Cpu, int kRows>
inline void step_tile(const MemoryStep& step, const Rows<Cpu>& rows, int block, int row) {
    constexpr int kLanes = Cpu::kLanes;
    const Matrix& gates = step.gates;
    const std::size_t place = static_cast<std::size_t>(block) * kGates * kLanes;
    const auto inputs = static_cast<std::size_t>(gates.first_inputs + gates.second_inputs);
    Sums<Cpu, kRows, kGates> sums;
    Cpu::template tile<kRows, kGates>(
        static_cast<const typename Cpu::Weight*>(gates.weights) + place * inputs, rows.from(row),
        gates.first_inputs, gates.second_inputs, sums);
    for (int i = 0; i < kRows; ++i) {
        const std::size_t unit =
            static_cast<std::size_t>(row + i) * step.unit_stride + static_cast<std::size_t>(block) * kLanes;
        update_units<Cpu>(sums.values[i], gates.bias + place, gates.scale + place, step.cells + unit,
                          static_cast<typename Cpu::Value*>(step.output) + unit);
    }
}

// The last rows, fewer than fill a tile, in one smaller tile.
template <class Cpu, int kRows>
inline void step_rest(const MemoryStep& step, const Rows<Cpu>& rows, int block, int row) {
    if constexpr (kRows > 0) {
        if (step.count - row == kRows)
            step_tile<Cpu, kRows>(step, rows, block, row);
        else
            step_rest<Cpu, kRows - 1>(step, rows, block, row);
    }
}

template <class Cpu>
void step_memory(const MemoryStep& step) {
    using Value = typename Cpu::Value;
    const Rows<Cpu> rows{static_cast<const Value*>(step.input), step.input_stride,
                         static_cast<const Value*>(step.former), step.unit_stride};
    for (int block = 0; block < step.gates.blocks; ++block) {
        int row = 0;
        for (; row + Cpu::kTileRows <= step.count; row += Cpu::kTileRows)
            step_tile<Cpu, Cpu::kTileRows>(step, rows, block, row);
        step_rest<Cpu, Cpu::kTileRows - 1>(step, rows, block, row);
    }
}

// Greatest of `count` floats, a multiple of kWidestVector.
template <class Cpu>
inline float greatest_of(const float* values, int count) {
    typename Cpu::Floats most = load_floats<Cpu>(values);
    for (int i = Cpu::kLanes; i < count; i += Cpu::kLanes)
        most = Cpu::greater(most, load_floats<Cpu>(values + i));
    float greatest = most[0];
    for (int lane = 1; lane < Cpu::kLanes; ++lane)
        greatest = most[lane] > greatest ? most[lane] : greatest;
    return greatest;
}

// Turns a row of logits into probabilities. The sum is taken in kWidestVector parts at any width of vector,
// so that it does not depend on it.
template <class Cpu>
inline void normalize(float* row, int codes, int padded) {
    using Floats = typename Cpu::Floats;
    constexpr float kLeastLogit = -86;  // below the greatest one
    constexpr float kNone = -1e30F;
    for (int i = codes; i < padded; ++i)
        row[i] = kNone;
    const float greatest = greatest_of<Cpu>(row, padded);
    constexpr int kParts = kWidestVector / Cpu::kLanes;
    Floats sums[kParts] = {};
    for (int i = 0; i < padded; i += kWidestVector)
        for (int part = 0; part < kParts; ++part) {
            float* const place = row + i + part * Cpu::kLanes;
            const Floats below = Cpu::greater(load_floats<Cpu>(place) - greatest, all<Cpu>(kLeastLogit));
            const Floats power = power_of_two<Cpu>(below * kLog2E);
            store_floats<Cpu>(power, place);
            sums[part] += power;
        }
    float total = 0;
    for (int part = 0; part < kParts; ++part)
        for (int lane = 0; lane < Cpu::kLanes; ++lane)
            total += sums[part][lane];
    const Floats share = all<Cpu>(1 / total);
    for (int i = 0; i < padded; i += Cpu::kLanes)
        store_floats<Cpu>(load_floats<Cpu>(row + i) * share, row + i);
}

template <class Cpu, int kRows>
inline void output_tile(const OutputTask& task, const Rows<Cpu>& rows, int block, int row) {
    constexpr int kLanes = Cpu::kLanes;
    const std::size_t place = static_cast<std::size_t>(block) * kGates * kLanes;
    Sums<Cpu, kRows, kGates> sums;
    Cpu::template tile<kRows, kGates>(static_cast<const typename Cpu::Weight*>(task.matrix.weights) +
                                          place * static_cast<std::size_t>(task.matrix.first_inputs),
                                      rows.from(row), task.matrix.first_inputs, 0, sums);
    for (int i = 0; i < kRows; ++i)
        for (int vector = 0; vector < kGates; ++vector) {
            const std::size_t at = place + static_cast<std::size_t>(vector * kLanes);
            store_floats<Cpu>(scaled<Cpu>(load_ints<Cpu>(sums.values[i][vector]), task.matrix.bias + at,
                                          task.matrix.scale + at),
                              task.output + static_cast<std::size_t>(row + i) * task.output_stride + at);
        }
}

// Some rows at a time, so that they are still at hand when their sums are known.
constexpr int kRowsAtHand = 48;

template <class Cpu>
void find_probabilities(const OutputTask& task) {
    const Rows<Cpu> rows{static_cast<const typename Cpu::Value*>(task.input), task.input_stride, nullptr, 0};
    for (int begin = 0; begin < task.count; begin += kRowsAtHand) {
        const int end = begin + kRowsAtHand < task.count ? begin + kRowsAtHand : task.count;
        for (int block = 0; block < task.matrix.blocks; ++block) {
            int row = begin;
            for (; row + Cpu::kTileRows <= end; row += Cpu::kTileRows)
                output_tile<Cpu, Cpu::kTileRows>(task, rows, block, row);
            for (; row < end; ++row)
                output_tile<Cpu, 1>(task, rows, block, row);
        }
        for (int row = begin; row < end; ++row)
            normalize<Cpu>(task.output + static_cast<std::size_t>(row) * task.output_stride, task.codes,
                           static_cast<int>(task.output_stride));
    }
}

constexpr int kPatches = 9;        // that are multiplied at once
constexpr int kMostPatch = 9 * 9;  // values

// Puts noise in the places of a patch around the pixel (x, y) that lie beyond the image.
template <class Cpu>
inline void add_noise(const ConvolutionTask& task, int x, int y, typename Cpu::Value* patch) {
    const int reach_x = task.patch_width / 2, reach_y = task.patch_height / 2;
    const int above = y < reach_y ? reach_y - y : 0;
    const int below = y + reach_y >= task.image_height ? y + reach_y - task.image_height + 1 : 0;
    const int beyond = above + below < task.patch_height ? above + below : task.patch_height;
    const int columns_beyond = task.columns_beyond[x];
    const auto* noise = static_cast<const typename Cpu::Value*>(task.noise) + task.row_noise[y] +
                        columns_beyond * task.patch_height + (x * task.patch_width - columns_beyond) * beyond;
    for (int column = x - reach_x; column <= x + reach_x; ++column, patch += task.patch_height) {
        const bool outside = column < 0 || column >= task.image_width;
        for (int row = 0; row < task.patch_height; ++row)
            if (outside || row < above || row >= task.patch_height - below) patch[row] = *noise++;
    }
}

template <class Cpu>
inline bool looks_beyond(const ConvolutionTask& task, int x, int y) {
    return x < task.patch_width / 2 || x + task.patch_width / 2 >= task.image_width ||
           y < task.patch_height / 2 || y + task.patch_height / 2 >= task.image_height;
}

// The patches of the pixels [from, from + kPatches) of a pool whose first one is (left, top), pixels counted
// down its columns. Behind its last pixel that one is taken again, which changes no maximum.
template <class Cpu>
inline void gather_patches(const ConvolutionTask& task, int left, int top, int from,
                           typename Cpu::Value* patches) {
    const int pixels = task.pool_width * task.pool_height;
    for (int i = 0; i < kPatches; ++i) {
        const int pixel = from + i < pixels ? from + i : pixels - 1;
        const int x = left + pixel / task.pool_height, y = top + pixel % task.pool_height;
        const auto* column = static_cast<const typename Cpu::Value*>(task.image) +
                             static_cast<std::size_t>(x) * task.column_stride + y;
        typename Cpu::Value* patch = patches + i * (kMostPatch + kPatchSlack);
        // Copies of one fixed size: what is too much is written over by the next one, or meets weights of 0.
        for (int k = 0; k < task.patch_width; ++k) {
            __builtin_memcpy(patch + k * task.patch_height, column, kPatchSlack * sizeof *column);
            column += task.column_stride;
        }
        if (looks_beyond<Cpu>(task, x, y)) add_noise<Cpu>(task, x, y, patch);
    }
}

// The greatest sums of a pool's pixels, then tanh of those alone: it grows with the sum.
template <class Cpu>
inline void convolve_pool(const ConvolutionTask& task, int left, int top, typename Cpu::Value* output) {
    using Floats = typename Cpu::Floats;
    using Ints = typename Cpu::Ints;
    typename Cpu::Value patches[kPatches * (kMostPatch + kPatchSlack)] = {};
    const Rows<Cpu> rows{patches, kMostPatch + kPatchSlack, nullptr, 0};
    const int pixels = task.pool_width * task.pool_height;
    for (int block = 0; block < task.matrix.blocks; ++block) {
        const std::size_t place = static_cast<std::size_t>(block) * Cpu::kLanes;
        Ints greatest = Ints{} + INT32_MIN;
        for (int from = 0; from < pixels; from += kPatches) {
            if (block == 0 || pixels > kPatches) gather_patches<Cpu>(task, left, top, from, patches);
            Sums<Cpu, kPatches, 1> sums;
            Cpu::template tile<kPatches, 1>(static_cast<const typename Cpu::Weight*>(task.matrix.weights) +
                                                place * static_cast<std::size_t>(task.matrix.first_inputs),
                                            rows, task.matrix.first_inputs, 0, sums);
            for (int i = 0; i < kPatches; ++i) {
                const Ints sum = load_ints<Cpu>(sums.values[i][0]);
                greatest = sum > greatest ? sum : greatest;
            }
        }
        const Floats one = all<Cpu>(1);
        const Floats power = decay<Cpu>(greatest, task.matrix.bias + place, task.matrix.scale + place);
        const Ints value = quantized<Cpu>((one - power) / (one + power));
        Cpu::encode(value, output + place);
    }
}

template <class Cpu>
void convolve(const ConvolutionTask& task) {
    for (int y = 0; y < task.height; ++y)
        for (int x = 0; x < task.width; ++x)
            convolve_pool<Cpu>(task, x * task.pool_width, y * task.pool_height,
                               static_cast<typename Cpu::Value*>(task.output) +
                                   static_cast<std::size_t>(y * task.width + x) * task.channel_stride);
}

template <class Cpu>
inline Kernels kernels_of(const char* name, ValueForm form) {
    return {name,         form,    Cpu::kLanes,      Cpu::kDepth,
            -2 * kLog2E,  -kLog2E, step_memory<Cpu>, find_probabilities<Cpu>,
            convolve<Cpu>};
}

}  // namespace
}  // namespace banwen::lstm
