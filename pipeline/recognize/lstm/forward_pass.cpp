#include "recognize/lstm/forward_pass.h"

#include <algorithm>
#include <cstring>

namespace banwen::lstm {
namespace {

// 0 in the form of the kernels' values.
std::byte zero_of(ValueForm form) {
    return form == ValueForm::offset8 ? std::byte{128} : std::byte{0};
}

void encode(std::int8_t value, ValueForm form, std::byte* values, std::size_t at) {
    if (form == ValueForm::int16)
        reinterpret_cast<std::int16_t*>(values)[at] = value;
    else
        values[at] = static_cast<std::byte>(form == ValueForm::offset8 ? value + 128 : value);
}

std::size_t product(int a, int b) {
    return static_cast<std::size_t>(a) * static_cast<std::size_t>(b);
}

// How many values a patch around pixel `at` has beyond an edge, on one axis.
int beyond(int at, int reach, int length) {
    return std::min(std::max(0, reach - at) + std::max(0, at + reach - length + 1), 2 * reach + 1);
}

}  // namespace

ForwardPass::ForwardPass(const Network& network, const Kernels& kernels, std::int64_t noise_seed)
    : network_(network), kernels_(kernels), noise_(noise_seed), packed_(pack_network(network, kernels)) {}

int ForwardPass::steps_of(const GrayImage& line) const {
    return line.height / network_.pooling.height > 0 ? line.width / network_.pooling.width : 0;
}

std::byte* ForwardPass::zeroed(AlignedBuffer& buffer, std::size_t values) const {
    const std::size_t bytes = values * kernels_.value_size();
    std::byte* const memory = buffer.hold(bytes);
    std::fill_n(memory, bytes, zero_of(kernels_.form));
    return memory;
}

// Lines with more than `step` steps: they stand in front.
int ForwardPass::active(int step) const {
    const auto more = [step](int steps) { return steps > step; };
    return static_cast<int>(std::partition_point(result_.steps_.begin(), result_.steps_.end(), more) -
                            result_.steps_.begin());
}

void ForwardPass::lay_out_steps(std::span<const GrayImage* const> lines) {
    result_.steps_.clear();
    for (const GrayImage* line : lines)
        result_.steps_.push_back(steps_of(*line));
    const int longest = lines.empty() ? 0 : result_.steps_.front();
    result_.first_row_.assign(1, 0);
    for (int step = 0; step < longest; ++step)
        result_.first_row_.push_back(result_.first_row_.back() + static_cast<std::size_t>(active(step)));
}

// Column by column, as a patch is read. What stands in the border does not matter, as noise takes its place.
void ForwardPass::place_image(const GrayImage& line) {
    const int reach_x = network_.convolution.half_width, reach_y = network_.convolution.half_height;
    const int width = line.width + 2 * reach_x, height = line.height + 2 * reach_y;
    std::byte* const image = zeroed(image_, product(width, height) + kPatchSlack);
    const std::vector<std::int8_t> values = values_of(line);
    for (int x = 0; x < line.width; ++x)
        for (int y = 0; y < line.height; ++y)
            encode(values[product(y, line.width) + static_cast<std::size_t>(x)], kernels_.form, image,
                   product(x + reach_x, height) + static_cast<std::size_t>(y + reach_y));
}

// Where the patches of each row take their noise. All lines have the same: the more of it, the longer they
// are.
void ForwardPass::place_noise(const GrayImage& line) {
    const int reach_x = network_.convolution.half_width, reach_y = network_.convolution.half_height;
    const int patch_width = 2 * reach_x + 1, patch_height = 2 * reach_y + 1;
    columns_beyond_.assign(1, 0);
    for (int x = 0; x < line.width; ++x)
        columns_beyond_.push_back(columns_beyond_.back() + beyond(x, reach_x, line.width));
    const int outside = columns_beyond_.back(), inside = line.width * patch_width - outside;
    row_noise_.assign(1, 0);
    for (int y = 0; y < line.height; ++y)
        row_noise_.push_back(row_noise_.back() + outside * patch_height +
                             inside * beyond(y, reach_y, line.height));
    const auto needed = static_cast<std::size_t>(row_noise_.back()) * kernels_.value_size();
    for (std::size_t at = noise_values_.size() / kernels_.value_size(); noise_values_.size() < needed; ++at) {
        noise_values_.resize(noise_values_.size() + kernels_.value_size());
        encode(noise_.next(), kernels_.form, noise_values_.data(), at);
    }
}

// Leaves the pooled rows in pooled_; says how many there are.
int ForwardPass::convolve(const GrayImage& line) {
    place_image(line);
    place_noise(line);
    const int reach_x = network_.convolution.half_width, reach_y = network_.convolution.half_height;
    const Pooling& pool = network_.pooling;
    ConvolutionTask task{.matrix = packed_.convolution.view(),
                         .image = image_.data(),
                         .column_stride = static_cast<std::size_t>(line.height + 2 * reach_y),
                         .image_width = line.width,
                         .image_height = line.height,
                         .patch_width = 2 * reach_x + 1,
                         .patch_height = 2 * reach_y + 1,
                         .pool_width = pool.width,
                         .pool_height = pool.height,
                         .width = line.width / pool.width,
                         .height = line.height / pool.height,
                         .channel_stride = static_cast<std::size_t>(packed_.channels),
                         .noise = noise_values_.data(),
                         .row_noise = row_noise_.data(),
                         .columns_beyond = columns_beyond_.data()};
    task.output = zeroed(pooled_, product(task.width, task.height) * task.channel_stride);
    kernels_.convolve(task);
    return task.height;
}

// The columns of one line are sequences from top to bottom that run side by side; the last output of each is
// the line's value at its step.
void ForwardPass::read_columns(const GrayImage& line, int index) {
    const int height = convolve(line);
    const int columns = result_.steps(index);
    const PackedMemory& memory = packed_.columns;
    const std::size_t state_size = product(columns, memory.units) * kernels_.value_size();
    std::byte* const states = zeroed(column_states_, 2 * product(columns, memory.units));
    auto* const cells =
        reinterpret_cast<float*>(column_cells_.hold(product(columns, memory.units) * sizeof(float)));
    std::fill_n(cells, product(columns, memory.units), 0.0F);
    const std::size_t row_size = product(columns, packed_.channels) * kernels_.value_size();
    for (int y = 0; y < height; ++y)
        kernels_.step_memory({.gates = memory.gates.view(),
                              .count = columns,
                              .input = pooled_.data() + static_cast<std::size_t>(y) * row_size,
                              .input_stride = static_cast<std::size_t>(packed_.channels),
                              .former = states + static_cast<std::size_t>(y % 2) * state_size,
                              .output = states + static_cast<std::size_t>((y + 1) % 2) * state_size,
                              .cells = cells,
                              .unit_stride = static_cast<std::size_t>(memory.units)});

    const std::byte* const last = states + static_cast<std::size_t>(height % 2) * state_size;
    const std::size_t size = static_cast<std::size_t>(memory.units) * kernels_.value_size();
    for (int step = 0; step < columns; ++step) {
        const std::size_t row =
            result_.first_row_[static_cast<std::size_t>(step)] + static_cast<std::size_t>(index);
        std::memcpy(rows_.data() + row * size, last + static_cast<std::size_t>(step) * size, size);
    }
}

// One memory along all lines at once: rows_ → rows_. A line that runs from the right joins in at its own end.
void ForwardPass::run_memory(const PackedMemory& memory, int inputs) {
    const int lines = result_.lines();
    const int longest = static_cast<int>(result_.first_row_.size()) - 1;
    const std::size_t state_size = product(lines, memory.units) * kernels_.value_size();
    std::byte* const states = zeroed(states_, 2 * product(lines, memory.units));
    auto* const cells = reinterpret_cast<float*>(cells_.hold(product(lines, memory.units) * sizeof(float)));
    std::fill_n(cells, product(lines, memory.units), 0.0F);
    const std::size_t value = kernels_.value_size();
    const std::size_t unit_stride = static_cast<std::size_t>(memory.units);
    next_rows_.hold(result_.first_row_.back() * unit_stride * value);
    for (int i = 0; i < longest; ++i) {
        const int step = memory.direction == Direction::from_left ? i : longest - 1 - i;
        const std::size_t row = result_.first_row_[static_cast<std::size_t>(step)];
        const int count = active(step);
        std::byte* const output = states + static_cast<std::size_t>((i + 1) % 2) * state_size;
        kernels_.step_memory({.gates = memory.gates.view(),
                              .count = count,
                              .input = rows_.data() + row * static_cast<std::size_t>(inputs) * value,
                              .input_stride = static_cast<std::size_t>(inputs),
                              .former = states + static_cast<std::size_t>(i % 2) * state_size,
                              .output = output,
                              .cells = cells,
                              .unit_stride = unit_stride});
        std::memcpy(next_rows_.data() + row * unit_stride * value, output,
                    product(count, memory.units) * value);
    }
    std::swap(rows_, next_rows_);
}

void ForwardPass::find_probabilities(int inputs) {
    const std::size_t rows = result_.first_row_.back();
    result_.width_ = static_cast<std::size_t>(packed_.output_width);
    auto* const output = reinterpret_cast<float*>(output_.hold(rows * result_.width_ * sizeof(float)));
    result_.rows_ = output;
    kernels_.find_probabilities({.matrix = packed_.output.view(),
                                 .codes = network_.codes(),
                                 .count = static_cast<int>(rows),
                                 .input = rows_.data(),
                                 .input_stride = static_cast<std::size_t>(inputs),
                                 .output = output,
                                 .output_stride = result_.width_});
}

const Probabilities& ForwardPass::run(std::span<const GrayImage* const> lines) {
    lay_out_steps(lines);
    if (result_.first_row_.back() == 0) return result_;
    rows_.hold(result_.first_row_.back() * static_cast<std::size_t>(packed_.columns.units) *
               kernels_.value_size());
    for (int i = 0; i < result_.lines(); ++i)
        if (result_.steps(i) > 0) read_columns(*lines[static_cast<std::size_t>(i)], i);
    int inputs = packed_.columns.units;
    for (const PackedMemory& memory : packed_.lines) {
        run_memory(memory, inputs);
        inputs = memory.units;
    }
    find_probabilities(inputs);
    return result_;
}

}  // namespace banwen::lstm
