#include "recognize/lstm/layer_tree.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "core/error.h"

namespace banwen::lstm {
namespace {

constexpr int kInt8Mode = 1, kCurrentFormat = 128;
constexpr int kOwnLearningRates = 64;
constexpr int kDeepestNesting = 16;
constexpr int kMostSide = 1 << 14;  // outputs or inputs of a layer: sums then fit 32 bits

constexpr std::array<std::string_view, 6> kFullyConnected = {"Tanh",   "Logistic", "Relu",
                                                             "Linear", "Softmax",  "SoftmaxNoCTC"};
constexpr std::array<std::string_view, 7> kContainers = {
    "Series", "Parallel", "Replicated", "ParBidiLSTM", "RTLReversed", "TTBReversed", "XYTranspose"};

bool is_among(std::string_view type, auto& types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

// Sides of a matrix of which each value takes `bytes`.
struct Sides {
    int rows = 0;
    int columns = 0;
    std::size_t size() const { return static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns); }
};

Sides read_sides(ByteReader& reader, std::size_t bytes) {
    const Sides sides{reader.i32(), reader.i32()};
    const bool sound =
        sides.rows > 0 && sides.columns > 1 && sides.rows <= kMostSide && sides.columns <= kMostSide;
    if (!sound || sides.size() > reader.left() / bytes) damaged("a matrix has impossible sides");
    return sides;
}

float checked_scale(double scale) {
    const auto as_float = static_cast<float>(scale);
    if (!std::isfinite(as_float) || as_float < 0) damaged("a weight is no number");
    return as_float;
}

constexpr double kGreatest = 127;

Weights read_int8(ByteReader& reader) {
    const Sides sides = read_sides(reader, 1);
    reader.i8();
    Weights weights{sides.rows, sides.columns - 1, {}, {}};
    for (const std::uint8_t value : reader.take(sides.size()))
        weights.values.push_back(static_cast<std::int8_t>(value));
    const std::size_t scales = reader.count(sizeof(double));
    if (scales < static_cast<std::size_t>(sides.rows)) damaged("a matrix has too few scales");
    for (std::size_t i = 0; i < scales; ++i) {
        const float scale = checked_scale(reader.f64() / kGreatest);
        if (i < static_cast<std::size_t>(sides.rows)) weights.scales.push_back(scale);
    }
    return weights;
}

// Each row's greatest weight becomes ±127.
Weights read_float(ByteReader& reader) {
    const Sides sides = read_sides(reader, sizeof(double));
    reader.f64();
    Weights weights{sides.rows, sides.columns - 1, {}, {}};
    std::vector<double> row(static_cast<std::size_t>(sides.columns));
    for (int i = 0; i < sides.rows; ++i) {
        double greatest = 0;
        for (double& value : row) {
            value = reader.f64();
            if (!std::isfinite(value)) damaged("a weight is no number");
            greatest = std::max(greatest, std::abs(value));
        }
        const double scale = greatest > 0 ? greatest / kGreatest : 1;
        weights.scales.push_back(checked_scale(scale / kGreatest));
        for (const double value : row)
            weights.values.push_back(static_cast<std::int8_t>(std::lround(value / scale)));
    }
    return weights;
}

Weights read_weights(ByteReader& reader) {
    const int mode = reader.u8();
    if ((mode & kCurrentFormat) == 0)
        throw Error(ExitCode::model, "the model is in a format of before 2017, which is not known here");
    return (mode & kInt8Mode) != 0 ? read_int8(reader) : read_float(reader);
}

void read_sizes(ByteReader& reader, int count, Layer& layer) {
    for (int i = 0; i < count; ++i)
        layer.sizes.push_back(reader.i32());
}

Layer read_layer(ByteReader& reader, int depth);

void read_children(ByteReader& reader, int flags, int depth, Layer& layer) {
    constexpr std::size_t kLeastLayer = 27;  // bytes
    const std::size_t children = reader.count(kLeastLayer);
    for (std::size_t i = 0; i < children; ++i)
        layer.children.push_back(read_layer(reader, depth + 1));
    if ((flags & kOwnLearningRates) != 0) reader.skip(reader.count(sizeof(float)) * sizeof(float));
}

// How many matrices a memory has: its gates, and one more where it also looks at its neighbour below.
int count_gates(ByteReader& reader, int inputs, int units) {
    const int gate_inputs = reader.i32();
    const std::int64_t two_dimensional = std::int64_t{inputs} + 2 * std::int64_t{units};
    return gate_inputs == two_dimensional ? 5 : 4;
}

Layer read_layer(ByteReader& reader, int depth) {
    if (depth > kDeepestNesting) damaged("its layers are nested too deep");
    if (reader.i8() != 0) throw Error(ExitCode::model, "the model is in a format that is not known here");
    Layer layer{reader.string(), {}, {}, {}};
    if (reader.i8() != 0)
        throw Error(ExitCode::model,
                    "the model is a checkpoint of a training; convert it with lstmtraining --stop_training");
    reader.i8();  // whether it passes on errors in training
    const int flags = reader.i32();
    const int inputs = reader.i32();
    const int outputs = reader.i32();
    reader.i32();  // count of weights
    reader.string();

    if (layer.type == "Input") {
        read_sizes(reader, 5, layer);
    } else if (layer.type == "Convolve" || layer.type == "Maxpool" || layer.type == "Reconfig") {
        read_sizes(reader, 2, layer);
    } else if (is_among(layer.type, kContainers)) {
        read_children(reader, flags, depth, layer);
    } else if (is_among(layer.type, kFullyConnected)) {
        layer.weights.push_back(read_weights(reader));
    } else if (layer.type == "LSTM" || layer.type == "SummLSTM") {
        for (int left = count_gates(reader, inputs, outputs); left > 0; --left)
            layer.weights.push_back(read_weights(reader));
    } else {
        throw Error(ExitCode::model, fmt::format("the model has a layer of a type that is not known here: {}",
                                                 layer.type.substr(0, 40)));
    }
    return layer;
}

}  // namespace

Layer read_layer_tree(ByteReader& reader) {
    return read_layer(reader, 0);
}

}  // namespace banwen::lstm
