// The network as values: what each layer is and its weights, as the model file gives them.
#pragma once

#include <cstdint>
#include <vector>

#include "recognize/lstm/byte_reader.h"

namespace banwen::lstm {

// One row of weights for each output: `inputs` of them, then the bias. The real weight is value × scale; an
// input or output of a layer is an int8 that stands for itself / 127.
struct Weights {
    int outputs = 0;
    int inputs = 0;                   // without the bias
    std::vector<std::int8_t> values;  // outputs × (inputs + 1)
    std::vector<float> scales;        // one for each output, divided by 127; finite, never negative

    std::int8_t at(int output, int input) const {
        return values[static_cast<std::size_t>(output) * static_cast<std::size_t>(inputs + 1) +
                      static_cast<std::size_t>(input)];
    }
    std::int8_t bias(int output) const { return at(output, inputs); }
};

// Looks at (2 half_width + 1) × (2 half_height + 1) pixels around each one. The inputs of its weights run
// down the patch's first column, then down the next.
struct Convolution {
    int half_width = 0;
    int half_height = 0;
    Weights weights;  // followed by tanh
};

// Keeps the greatest value of each width × height block; what is left at the right and the foot is dropped.
struct Pooling {
    int width = 1;
    int height = 1;
};

// One long short-term memory: each gate has a weight for each input and for each of its own former outputs.
struct Memory {
    int inputs = 0;
    int units = 0;
    Weights candidate, input_gate, forget_gate, output_gate;
};

enum class Direction { from_left, from_right };

struct LineMemory {
    Direction direction = Direction::from_left;
    Memory memory;
};

// pixels → convolution → tanh → pooling → a memory down each column, of which the last output is kept →
// memories along the line → probabilities of the codes.
struct Network {
    int input_height = 0;  // px; 0: any height up to 48
    Convolution convolution;
    Pooling pooling;
    Memory columns;
    std::vector<LineMemory> lines;
    Weights output;
    int codes() const { return output.outputs; }
};

// Reads a network from where the reader stands. Throws Error(model): damaged, or of a shape that this engine
// does not run.
Network read_network(ByteReader& reader);

}  // namespace banwen::lstm
