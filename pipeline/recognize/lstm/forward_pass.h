// The network's forward pass over a batch of line images: pixels → the probability of each code at each step.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/image.h"
#include "recognize/lstm/aligned_buffer.h"
#include "recognize/lstm/kernels.h"
#include "recognize/lstm/line_values.h"
#include "recognize/lstm/packed_network.h"

namespace banwen::lstm {

// Rows of probabilities, one for each step of each line. Valid until the next pass of the same ForwardPass.
class Probabilities {
  public:
    int lines() const { return static_cast<int>(steps_.size()); }
    int steps(int line) const { return steps_[static_cast<std::size_t>(line)]; }
    const float* at(int line, int step) const {
        return rows_ + (first_row_[static_cast<std::size_t>(step)] + static_cast<std::size_t>(line)) * width_;
    }

  private:
    friend class ForwardPass;
    const float* rows_ = nullptr;
    std::size_t width_ = 0;
    std::vector<int> steps_;              // of each line, never rising
    std::vector<std::size_t> first_row_;  // of each step: the lines that have it stand one behind the other
};

// Belongs to one thread; what it works in is kept from batch to batch.
class ForwardPass {
  public:
    // Both outlive it.
    ForwardPass(const Network& network, const Kernels& kernels, std::int64_t noise_seed);

    // Steps that a line of this width has; 0 for one that is too small to be read.
    int steps_of(const GrayImage& line) const;

    // Dark on white, the widest line first. Lines do not influence each other.
    const Probabilities& run(std::span<const GrayImage* const> lines);

  private:
    void lay_out_steps(std::span<const GrayImage* const> lines);
    void place_image(const GrayImage& line);
    void place_noise(const GrayImage& line);
    int convolve(const GrayImage& line);
    void read_columns(const GrayImage& line, int index);
    void run_memory(const PackedMemory& memory, int inputs);
    void find_probabilities(int inputs);
    std::byte* zeroed(AlignedBuffer& buffer, std::size_t values) const;
    int active(int step) const;

    const Network& network_;
    const Kernels& kernels_;
    Noise noise_;
    std::vector<std::byte> noise_values_;  // as far as lines so far needed them
    std::vector<int> row_noise_, columns_beyond_;
    PackedNetwork packed_;
    Probabilities result_;
    AlignedBuffer image_, pooled_, column_states_, column_cells_, states_, cells_, rows_, next_rows_, output_;
};

}  // namespace banwen::lstm
