// Tesseract's arithmetic as it is, for comparing results: functions looked up in tables. Plain and slow; the
// other kernels are measured against it.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "recognize/lstm/kernels.h"

namespace banwen::lstm {
namespace {

using Value = std::int16_t;

constexpr std::size_t kTableSize = 4096;
constexpr float kTableScale = 256;
using Table = std::array<float, kTableSize>;

template <class Function>
Table table_of(Function function) {
    Table table;
    for (std::size_t i = 0; i < kTableSize; ++i)
        table[i] = static_cast<float>(function(static_cast<double>(i) / kTableScale));
    return table;
}

// For x >= 0; between two entries of the table a straight line.
float looked_up(const Table& table, float x) {
    x *= kTableScale;
    if (x >= static_cast<float>(kTableSize - 1)) return 1;
    const auto index = static_cast<std::size_t>(x);
    return table[index] + (table[index + 1] - table[index]) * (x - static_cast<float>(index));
}

float tanh_of(float x) {
    static const Table table = table_of([](double value) { return std::tanh(value); });
    return x < 0 ? -looked_up(table, -x) : looked_up(table, x);
}

float logistic_of(float x) {
    static const Table table = table_of([](double value) { return 1 / (1 + std::exp(-value)); });
    return x < 0 ? 1 - looked_up(table, -x) : looked_up(table, x);
}

Value quantized(float x) {
    x *= 127;
    const int whole = x >= 0 ? static_cast<int>(x + 0.5F) : -static_cast<int>(0.5F - x);
    return static_cast<Value>(std::clamp(whole, -127, 127));
}

// The activation of one row of the matrix; its inputs stand in two parts.
float activation(const Matrix& matrix, int row, const Value* first, const Value* second) {
    const Value* weights = static_cast<const Value*>(matrix.weights) +
                           static_cast<std::ptrdiff_t>(row) * (matrix.first_inputs + matrix.second_inputs);
    std::int32_t sum = matrix.bias[row];
    for (int i = 0; i < matrix.first_inputs; ++i)
        sum += weights[i] * first[i];
    for (int i = 0; i < matrix.second_inputs; ++i)
        sum += weights[matrix.first_inputs + i] * second[i];
    return static_cast<float>(sum) * matrix.scale[row];
}

void step_memory(const MemoryStep& step) {
    for (int i = 0; i < step.count; ++i) {
        const std::size_t place = static_cast<std::size_t>(i) * step.unit_stride;
        const Value* input =
            static_cast<const Value*>(step.input) + static_cast<std::size_t>(i) * step.input_stride;
        const Value* former = static_cast<const Value*>(step.former) + place;
        for (int unit = 0; unit < step.gates.blocks; ++unit) {
            const auto gate = [&](int which) {
                return activation(step.gates, unit * kGates + which, input, former);
            };
            float& cell = step.cells[place + static_cast<std::size_t>(unit)];
            cell = cell * logistic_of(gate(2));
            cell += tanh_of(gate(0)) * logistic_of(gate(1));
            cell = std::clamp(cell, -100.0F, 100.0F);
            static_cast<Value*>(step.output)[place + static_cast<std::size_t>(unit)] =
                quantized(tanh_of(cell) * logistic_of(gate(3)));
        }
    }
}

void find_probabilities(const OutputTask& task) {
    for (int i = 0; i < task.count; ++i) {
        const auto row = static_cast<std::size_t>(i);
        const Value* input = static_cast<const Value*>(task.input) + row * task.input_stride;
        float* const output = task.output + row * task.output_stride;
        for (int code = 0; code < task.codes; ++code)
            output[code] = activation(task.matrix, code, input, nullptr);
        const float greatest = *std::max_element(output, output + task.codes);
        float total = 0;
        for (int code = 0; code < task.codes; ++code) {
            output[code] = std::exp(std::clamp(output[code] - greatest, -86.0F, 0.0F));
            total += output[code];
        }
        for (int code = 0; code < task.codes; ++code)
            output[code] /= total;
    }
}

// The convolution's outputs for every pixel, row by row. Noise is drawn in the order of pixels and of the
// patch.
std::vector<Value> convolved(const ConvolutionTask& task) {
    const int reach_x = task.patch_width / 2, reach_y = task.patch_height / 2;
    const Value* noise = static_cast<const Value*>(task.noise);
    std::vector<Value> patch(static_cast<std::size_t>(task.matrix.first_inputs), 0), outputs;
    for (int y = 0; y < task.image_height; ++y)
        for (int x = 0; x < task.image_width; ++x) {
            std::size_t at = 0;
            for (int column = x - reach_x; column <= x + reach_x; ++column)
                for (int row = y - reach_y; row <= y + reach_y; ++row) {
                    const bool inside =
                        column >= 0 && column < task.image_width && row >= 0 && row < task.image_height;
                    const std::size_t pixel =
                        static_cast<std::size_t>(column + reach_x) * task.column_stride +
                        static_cast<std::size_t>(row + reach_y);
                    patch[at++] = inside ? static_cast<const Value*>(task.image)[pixel] : *noise++;
                }
            for (int channel = 0; channel < task.matrix.blocks; ++channel)
                outputs.push_back(
                    quantized(tanh_of(activation(task.matrix, channel, patch.data(), nullptr))));
        }
    return outputs;
}

void convolve(const ConvolutionTask& task) {
    const std::vector<Value> pixels = convolved(task);
    const auto channels = static_cast<std::size_t>(task.matrix.blocks);
    for (int y = 0; y < task.height * task.pool_height; ++y)
        for (int x = 0; x < task.width * task.pool_width; ++x) {
            Value* const pooled =
                static_cast<Value*>(task.output) +
                static_cast<std::size_t>(y / task.pool_height * task.width + x / task.pool_width) *
                    task.channel_stride;
            const Value* const pixel =
                pixels.data() + static_cast<std::size_t>(y * task.image_width + x) * channels;
            const bool first = y % task.pool_height == 0 && x % task.pool_width == 0;
            for (std::size_t channel = 0; channel < channels; ++channel)
                pooled[channel] = first ? pixel[channel] : std::max(pooled[channel], pixel[channel]);
        }
}

}  // namespace

const Kernels& exact_kernels() {
    static const Kernels kernels{"exact",     ValueForm::int16,   1,       0, 1, 1,
                                 step_memory, find_probabilities, convolve};
    return kernels;
}

}  // namespace banwen::lstm
