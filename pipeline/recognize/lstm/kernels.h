// Kernels: the network's arithmetic for one kind of processor. Each kind is a row of a table; all give the
// same results, but for the last digits of a probability.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace banwen::lstm {

// How a kernel keeps the network's int8 values, of layers' outputs and of weights.
enum class ValueForm {
    offset8,  // outputs of layers as bytes + 128, weights as int8
    int16,    // both as int16
    int8,     // both as int8
};

// A matrix laid out for a kernel, in blocks of `vectors` × lanes rows. Every product is of a row with one
// line of inputs that stands in two parts, `first` and `second`, padded to `first_inputs` and `second_inputs`
// values.
struct Matrix {
    const void* weights = nullptr;       // block by block, see place_in_block()
    const std::int32_t* bias = nullptr;  // one for each row of each block, what its sum begins with
    const float* scale = nullptr;        // one for each row of each block
    int blocks = 0;
    int first_inputs = 0;
    int second_inputs = 0;
};

// One step of a memory for `count` sequences at once. Rows of values stand `…_stride` values apart.
struct MemoryStep {
    Matrix gates;  // in each block: candidate, input, forget and output gate of `lanes` units
    int count = 0;
    const void* input = nullptr;
    std::size_t input_stride = 0;
    const void* former = nullptr;  // outputs of the step before
    void* output = nullptr;
    float* cells = nullptr;       // read and written
    std::size_t unit_stride = 0;  // of former, output and cells
};

// Probabilities of the codes for `count` rows of values.
struct OutputTask {
    Matrix matrix;
    int codes = 0;
    int count = 0;
    const void* input = nullptr;
    std::size_t input_stride = 0;
    float* output = nullptr;        // count rows of probabilities
    std::size_t output_stride = 0;  // a multiple of the matrix's rows
};

// Convolution, tanh and pooling of one line image. Values stand column by column, with a border on each side
// as wide as the patch reaches and kPatchSlack values behind the last one. What a patch has beyond the
// image's edge is not the border but noise, drawn anew for every patch: patches take their values one behind
// the other, in the order of their middle pixels, row by row.
struct ConvolutionTask {
    Matrix matrix;  // blocks of one vector; one part of inputs
    const void* image = nullptr;
    std::size_t column_stride = 0;
    int image_width = 0, image_height = 0;  // without the border
    int patch_width = 0, patch_height = 0;
    int pool_width = 0, pool_height = 0;
    int width = 0, height = 0;  // after pooling
    void* output = nullptr;     // rows of `width` × `channel_stride` values
    std::size_t channel_stride = 0;
    const void* noise = nullptr;
    const int* row_noise = nullptr;  // for each image row the noise that patches above it take
    const int* columns_beyond =
        nullptr;  // for each image column the columns that patches left of it have beyond
};
constexpr int kPatchSlack = 16;

struct Kernels {
    std::string_view name;  // as $BANWEN_CPU has it
    ValueForm form = ValueForm::int16;
    int lanes = 0;  // rows of a matrix in one vector
    int depth = 0;  // inputs of a row that stand together; 0: all of them
    // What the scales are multiplied with, of rows whose sums go through tanh and through the logistic
    // function.
    float tanh_factor = 1;
    float logistic_factor = 1;
    void (*step_memory)(const MemoryStep&) = nullptr;
    void (*find_probabilities)(const OutputTask&) = nullptr;
    void (*convolve)(const ConvolutionTask&) = nullptr;

    std::size_t value_size() const { return form == ValueForm::int16 ? 2 : 1; }
};

constexpr int kGates = 4;          // vectors in a block of a memory's or the output's matrix
constexpr int kWidestVector = 16;  // lanes; rows of values are padded to it

// Best first: those that this program was built with and this processor can run. The last one always can.
const std::vector<Kernels>& usable_kernels();

// The kernels named by $BANWEN_CPU where that is set, else the best. Throws Error(usage) for a name that is
// neither "exact" nor one of usable_kernels().
const Kernels& chosen_kernels();

// Tesseract's own arithmetic, for comparing with it: ten times slower.
const Kernels& exact_kernels();

}  // namespace banwen::lstm
