// The container of a Tesseract model: one file that holds numbered components.
#pragma once

#include <array>

#include "recognize/lstm/byte_reader.h"

namespace banwen::lstm {

// The components that a line recognizer needs; the numbers are the file's own.
enum class Component {
    config = 0,
    network = 17,
    punctuation_dawg = 18,
    word_dawg = 19,
    number_dawg = 20,
    unicharset = 21,
    recoder = 22,
};

// Views into the file's bytes, which outlive it.
class TrainedData {
  public:
    // Throws Error(model) when the table of components does not fit the bytes.
    explicit TrainedData(Bytes file);

    // Empty when the file does not have it.
    Bytes component(Component which) const { return components_[static_cast<std::size_t>(which)]; }

  private:
    static constexpr std::size_t kMostComponents = 64;
    std::array<Bytes, kMostComponents> components_;
};

}  // namespace banwen::lstm
