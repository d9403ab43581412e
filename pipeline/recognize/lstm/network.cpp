#include "recognize/lstm/network.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "recognize/lstm/layer_tree.h"

namespace banwen::lstm {
namespace {

[[noreturn]] void of_another_shape(std::string_view what) {
    throw Error(ExitCode::model,
                fmt::format("the model's network is of a shape that is not known here: {}", what));
}

// Layers stand one behind the other, however they are nested.
void flatten(Layer& layer, std::vector<Layer*>& row) {
    if (layer.type != "Series") {
        row.push_back(&layer);
        return;
    }
    for (Layer& child : layer.children)
        flatten(child, row);
}

// Takes the layers of a row one by one, as the network expects them.
class Row {
  public:
    explicit Row(Layer& root) { flatten(root, layers_); }

    bool stands(std::string_view type) const { return at_ < layers_.size() && layers_[at_]->type == type; }

    Layer& take(std::string_view type) {
        if (!stands(type))
            of_another_shape(fmt::format("{} where {} should stand",
                                         at_ < layers_.size() ? layers_[at_]->type : "its end", type));
        return *layers_[at_++];
    }

    bool at_end() const { return at_ == layers_.size(); }

  private:
    std::vector<Layer*> layers_;
    std::size_t at_ = 0;
};

Layer& only_child(Layer& layer, std::string_view type) {
    if (layer.children.size() != 1 || layer.children.front().type != type)
        of_another_shape(fmt::format("{} without one {}", layer.type, type));
    return layer.children.front();
}

Memory memory_of(Layer& layer, int inputs) {
    constexpr std::size_t kGates = 4;
    if (layer.weights.size() != kGates) of_another_shape("a two-dimensional memory");
    Memory memory{inputs,
                  layer.weights.front().outputs,
                  std::move(layer.weights[0]),
                  std::move(layer.weights[1]),
                  std::move(layer.weights[2]),
                  std::move(layer.weights[3])};
    for (const Weights* gate :
         {&memory.candidate, &memory.input_gate, &memory.forget_gate, &memory.output_gate})
        if (gate->outputs != memory.units || gate->inputs != inputs + memory.units)
            damaged("a memory's gates do not fit each other");
    return memory;
}

Weights only_weights(Layer& layer, int inputs) {
    if (layer.weights.size() != 1) damaged("a layer without weights");
    if (layer.weights.front().inputs != inputs) damaged("two layers do not fit each other");
    return std::move(layer.weights.front());
}

int part(const Layer& layer, std::size_t index, int least, int most) {
    const int value = index < layer.sizes.size() ? layer.sizes[index] : -1;
    if (value < least || value > most)
        of_another_shape(fmt::format("{} with a size of {}", layer.type, value));
    return value;
}

constexpr int kMostHeight = 48, kMostReach = 4, kMostPool = 8;

std::vector<LineMemory> take_line_memories(Row& row, int inputs) {
    std::vector<LineMemory> memories;
    while (row.stands("LSTM") || row.stands("RTLReversed")) {
        const bool reversed = row.stands("RTLReversed");
        Layer& layer = row.take(reversed ? "RTLReversed" : "LSTM");
        memories.push_back({reversed ? Direction::from_right : Direction::from_left,
                            memory_of(reversed ? only_child(layer, "LSTM") : layer, inputs)});
        inputs = memories.back().memory.units;
    }
    return memories;
}

}  // namespace

Network read_network(ByteReader& reader) {
    Layer root = read_layer_tree(reader);
    Row row(root);
    Network network;
    const Layer& input = row.take("Input");
    network.input_height = part(input, 1, 0, kMostHeight);
    part(input, 3, 1, 1);  // grey, not coloured

    const Layer& patch = row.take("Convolve");
    network.convolution.half_width = part(patch, 0, 0, kMostReach);
    network.convolution.half_height = part(patch, 1, 0, kMostReach);
    const int patch_size =
        (2 * network.convolution.half_width + 1) * (2 * network.convolution.half_height + 1);
    network.convolution.weights = only_weights(row.take("Tanh"), patch_size);

    const Layer& pool = row.take("Maxpool");
    network.pooling = {part(pool, 0, 1, kMostPool), part(pool, 1, 1, kMostPool)};
    network.columns =
        memory_of(only_child(row.take("XYTranspose"), "SummLSTM"), network.convolution.weights.outputs);
    network.lines = take_line_memories(row, network.columns.units);
    const int last = network.lines.empty() ? network.columns.units : network.lines.back().memory.units;
    network.output = only_weights(row.take("Softmax"), last);
    if (!row.at_end()) of_another_shape("layers behind its output");
    return network;
}

}  // namespace banwen::lstm
