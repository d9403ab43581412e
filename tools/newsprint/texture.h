// What makes surfaces uneven: fields that change slowly over a page, and fine noise of a given grain.
#pragma once

#include <array>
#include <vector>

#include "dice.h"

namespace banwen::newsprint {

// Values -1..1 over a page: a coarse net of throws, smoothly interpolated.
class SlowField {
  public:
    // width, height: px of the page, at least 1.
    SlowField(Dice& dice, int width, int height);

    // The values of row y, one a pixel.
    std::vector<float> row(int y) const;

  private:
    static constexpr int kSide = 7;

    std::array<float, kSide * kSide> knots_{};
    int width_;
    int height_;
};

// Normal noise of mean 0 and deviation 1 whose neighbours within about `grain` pixels are alike. Two tiles of
// unlike sides are laid over each other, so that no repetition is seen.
class Noise {
  public:
    Noise(Dice& dice, double grain);

    // The values of row y, one a pixel.
    std::vector<float> row(int y, int width) const;

  private:
    struct Tile {
        int side = 0;
        std::vector<float> values;
    };
    static Tile make_tile(Dice& dice, int side, double grain);

    std::array<Tile, 2> tiles_;
};

}  // namespace banwen::newsprint
