// A line image as the network's input values.
#pragma once

#include <cstdint>
#include <vector>

#include "core/image.h"

namespace banwen::lstm {

// Values -127 … 127, row by row: ink below 0, paper above it, stretched so that most of either reaches the
// end.
std::vector<std::int8_t> values_of(const GrayImage& line);

// Tesseract's noise, which it gives the network for pixels beyond the image: what it was trained with, as
// nothing else reads as well.
class Noise {
  public:
    explicit Noise(std::int64_t seed);
    std::int8_t next();

  private:
    std::uint64_t state_;
};

}  // namespace banwen::lstm
