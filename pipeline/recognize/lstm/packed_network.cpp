#include "recognize/lstm/packed_network.h"

#include <array>
#include <functional>

namespace banwen::lstm {
namespace {

constexpr int kInputUnit = 127;  // what stands for 1: the bias is the weight of such an input
constexpr int kOffset = 128;

int padded(int count, int to) {
    return (count + to - 1) / to * to;
}

// One row of a packed matrix; without weights it is padding.
struct Source {
    const Weights* weights = nullptr;
    int row = 0;
    float factor = 1;  // of its scale
};

// What a packed matrix is made of. A row's inputs are `first` and then `second` ones, each padded.
struct Plan {
    int vectors = 1;  // in a block
    int blocks = 0;
    int first = 0, first_padded = 0;
    int second = 0, second_padded = 0;
    std::function<Source(int block, int vector, int lane)> source;
    int inputs() const { return first_padded + second_padded; }
};

class Packer {
  public:
    Packer(const Kernels& kernels, const Plan& plan)
        : kernels_(kernels), plan_(plan), rows_(plan.vectors * kernels.lanes) {}

    PackedMatrix pack() {
        const auto rows = static_cast<std::size_t>(plan_.blocks) * static_cast<std::size_t>(rows_);
        const std::size_t bytes = rows * static_cast<std::size_t>(plan_.inputs()) * kernels_.value_size();
        packed_.shape = {nullptr, nullptr, nullptr, plan_.blocks, plan_.first_padded, plan_.second_padded};
        std::fill_n(packed_.weights.hold(bytes), bytes, std::byte{0});
        packed_.bias.assign(rows, 0);
        packed_.scale.assign(rows, 0.0F);
        for (int block = 0; block < plan_.blocks; ++block)
            for (int vector = 0; vector < plan_.vectors; ++vector)
                for (int lane = 0; lane < kernels_.lanes; ++lane)
                    place_row(plan_.source(block, vector, lane), block, vector * kernels_.lanes + lane);
        return std::move(packed_);
    }

  private:
    std::size_t place_of(int block, int row, int input) const {
        const int depth = kernels_.depth == 0 ? plan_.inputs() : kernels_.depth;
        const auto in_block =
            static_cast<std::size_t>(input / depth * rows_ * depth + row * depth + input % depth);
        return static_cast<std::size_t>(block) * static_cast<std::size_t>(rows_ * plan_.inputs()) + in_block;
    }

    void place(std::size_t at, std::int8_t weight) {
        if (kernels_.form == ValueForm::int16)
            reinterpret_cast<std::int16_t*>(packed_.weights.data())[at] = weight;
        else
            reinterpret_cast<std::int8_t*>(packed_.weights.data())[at] = weight;
    }

    void place_row(const Source& source, int block, int row) {
        if (source.weights == nullptr) return;
        std::int32_t sum = 0;
        for (int input = 0; input < plan_.first + plan_.second; ++input) {
            const std::int8_t weight = source.weights->at(source.row, input);
            const int at = input < plan_.first ? input : plan_.first_padded + input - plan_.first;
            place(place_of(block, row, at), weight);
            sum += weight;
        }
        const auto index = static_cast<std::size_t>(block * rows_ + row);
        packed_.bias[index] = kInputUnit * source.weights->bias(source.row);
        if (kernels_.form == ValueForm::offset8) packed_.bias[index] -= kOffset * sum;
        packed_.scale[index] = source.weights->scales[static_cast<std::size_t>(source.row)] * source.factor;
    }

    const Kernels& kernels_;
    const Plan& plan_;
    int rows_;
    PackedMatrix packed_;
};

PackedMatrix pack(const Kernels& kernels, const Plan& plan) {
    return Packer(kernels, plan).pack();
}

PackedMemory pack_memory(const Memory& memory, Direction direction, const Kernels& kernels) {
    const std::array<const Weights*, kGates> gates = {&memory.candidate, &memory.input_gate,
                                                      &memory.forget_gate, &memory.output_gate};
    const int units = padded(memory.units, kWidestVector);
    const auto source = [&](int block, int vector, int lane) {
        const int unit = block * kernels.lanes + lane;
        const float factor = vector == 0 ? kernels.tanh_factor : kernels.logistic_factor;
        return unit < memory.units ? Source{gates[static_cast<std::size_t>(vector)], unit, factor} : Source{};
    };
    return {direction, units,
            pack(kernels, {kGates, units / kernels.lanes, memory.inputs, padded(memory.inputs, kWidestVector),
                           memory.units, units, source})};
}

// Rows of one matrix in their own order, their scales multiplied with `factor`.
struct RowPlan {
    float factor = 1;
    int vectors = 1;  // in a block
    int rows = 0;     // padded
    int deepest = 1;  // what the inputs are padded to
};

PackedMatrix pack_rows(const Weights& weights, const RowPlan& plan, const Kernels& kernels) {
    const auto source = [&](int block, int vector, int lane) {
        const int row = (block * plan.vectors + vector) * kernels.lanes + lane;
        return row < weights.outputs ? Source{&weights, row, plan.factor} : Source{};
    };
    const int blocks = plan.rows / (plan.vectors * kernels.lanes);
    return pack(kernels,
                {plan.vectors, blocks, weights.inputs, padded(weights.inputs, plan.deepest), 0, 0, source});
}

}  // namespace

Matrix PackedMatrix::view() const {
    Matrix matrix = shape;
    matrix.weights = weights.data();
    matrix.bias = bias.data();
    matrix.scale = scale.data();
    return matrix;
}

PackedNetwork pack_network(const Network& network, const Kernels& kernels) {
    constexpr int kDeepest = 4;
    PackedNetwork packed;
    const Weights& patches = network.convolution.weights;
    packed.channels = padded(patches.outputs, kWidestVector);
    packed.convolution = pack_rows(
        patches, {.factor = kernels.tanh_factor, .rows = packed.channels, .deepest = kDeepest}, kernels);
    packed.columns = pack_memory(network.columns, Direction::from_left, kernels);
    for (const LineMemory& line : network.lines)
        packed.lines.push_back(pack_memory(line.memory, line.direction, kernels));
    packed.output_width = padded(network.codes(), kGates * kWidestVector);
    packed.output = pack_rows(
        network.output, {.vectors = kGates, .rows = packed.output_width, .deepest = kWidestVector}, kernels);
    return packed;
}

}  // namespace banwen::lstm
