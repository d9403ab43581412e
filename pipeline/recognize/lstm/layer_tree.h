// The network as the file has it: a tree of layers of which each names its type.
#pragma once

#include <string>
#include <vector>

#include "recognize/lstm/network.h"

namespace banwen::lstm {

struct Layer {
    std::string type;
    std::vector<int> sizes;        // of Input, Convolve and Maxpool, in the file's order
    std::vector<Weights> weights;  // of a fully connected layer one, of a memory one for each gate
    std::vector<Layer> children;
};

// Throws Error(model) when the bytes are damaged or name a type of layer that no known model has. Weights
// that are stored as floats become int8.
Layer read_layer_tree(ByteReader& reader);

}  // namespace banwen::lstm
