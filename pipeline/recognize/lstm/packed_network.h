// The network's weights laid out as the chosen kernels read them, once for all lines.
#pragma once

#include <vector>

#include "recognize/lstm/aligned_buffer.h"
#include "recognize/lstm/kernels.h"
#include "recognize/lstm/network.h"

namespace banwen::lstm {

struct PackedMatrix {
    Matrix shape;  // without the pointers
    AlignedBuffer weights;
    std::vector<std::int32_t> bias;
    std::vector<float> scale;
    // Of use as long as this stays where it is.
    Matrix view() const;
};

struct PackedMemory {
    Direction direction = Direction::from_left;
    int units = 0;  // padded
    PackedMatrix gates;
};

// Channels, units and rows of the output are padded with ones that stay 0.
struct PackedNetwork {
    int channels = 0;  // of the convolution
    PackedMatrix convolution;
    PackedMemory columns;
    std::vector<PackedMemory> lines;
    PackedMatrix output;
    int output_width = 0;  // padded
};

PackedNetwork pack_network(const Network& network, const Kernels& kernels);

}  // namespace banwen::lstm
