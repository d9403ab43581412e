#include "recognize/lstm/model_files.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "recognize/find_model.h"
#include "recognize/lstm/byte_reader.h"
#include "recognize/model_table.h"

namespace banwen::test {
namespace {

using lstm::ByteReader;
using lstm::Component;

template <typename Value>
void append(ModelBytes& to, Value value) {
    const auto at = to.size();
    to.resize(at + sizeof value);
    std::memcpy(to.data() + at, &value, sizeof value);
}

void append(ModelBytes& to, lstm::Bytes bytes) {
    to.insert(to.end(), bytes.begin(), bytes.end());
}

// Copies a network and turns each matrix of it into floats on the way.
class FloatCopy {
  public:
    explicit FloatCopy(const ModelBytes& network) : reader_({network.data(), network.size()}, "network") {}

    ModelBytes copied() {
        copy_layer();
        copy_string();  // the shape; sets of characters and codes of the tested model have components of
                        // their own
        append(copy_, reader_.i32() & ~1);
        append(copy_, reader_.take(reader_.left()));
        return std::move(copy_);
    }

  private:
    template <typename Value>
    Value copy(Value value) {
        append(copy_, value);
        return value;
    }

    std::string copy_string() {
        std::string text = reader_.string();
        append(copy_, static_cast<std::uint32_t>(text.size()));
        copy_.insert(copy_.end(), text.begin(), text.end());
        return text;
    }

    void copy_weights() {
        reader_.u8();
        copy(std::uint8_t{128});
        const auto rows = static_cast<std::size_t>(copy(reader_.i32()));
        const auto columns = static_cast<std::size_t>(copy(reader_.i32()));
        reader_.i8();
        copy(0.0);
        const lstm::Bytes weights = reader_.take(rows * columns);
        std::vector<double> scales;
        for (std::uint32_t left = reader_.u32(); left > 0; --left)
            scales.push_back(reader_.f64());
        for (std::size_t i = 0; i < weights.size(); ++i)
            copy(static_cast<std::int8_t>(weights[i]) * scales[i / columns]);
    }

    void copy_layer() {
        copy(reader_.i8());
        const std::string type = copy_string();
        copy(reader_.i8());
        copy(reader_.i8());
        const std::int32_t flags = copy(reader_.i32());
        for (int i = 0; i < 3; ++i)
            copy(reader_.i32());
        copy_string();
        static const std::map<std::string, int> sizes = {{"Input", 5}, {"Convolve", 2}, {"Maxpool", 2}};
        static const std::map<std::string, int> matrices = {
            {"Tanh", 1}, {"Softmax", 1}, {"LSTM", 4}, {"SummLSTM", 4}};
        if (const auto found = sizes.find(type); found != sizes.end()) {
            for (int i = 0; i < found->second; ++i)
                copy(reader_.i32());
        } else if (const auto weights = matrices.find(type); weights != matrices.end()) {
            if (weights->second == 4) copy(reader_.i32());
            for (int i = 0; i < weights->second; ++i)
                copy_weights();
        } else {
            for (std::uint32_t left = copy(reader_.u32()); left > 0; --left)
                copy_layer();
            constexpr std::int32_t kOwnRates = 64;
            if ((flags & kOwnRates) != 0) append(copy_, reader_.take(sizeof(float) * copy(reader_.u32())));
        }
    }

    ByteReader reader_;
    ModelBytes copy_;
};

}  // namespace

ModelBytes model_file(const std::string& name) {
    const std::vector<ModelRow>& rows = built_in_models();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const ModelRow& each) { return each.name == name; });
    const ModelFile file = find_model(*row, model_folders());
    return {file.bytes.begin(), file.bytes.end()};
}

ModelBytes with_float_weights(const ModelBytes& file) {
    return with_component(file, Component::network,
                          FloatCopy(component_of(file, Component::network)).copied());
}

}  // namespace banwen::test
