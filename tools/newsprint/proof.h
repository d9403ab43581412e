// A proof: the sheet drawn at a resolution, flat and without wear, and where its ink lies.
#pragma once

#include <cstdint>
#include <vector>

#include "sheet.h"

namespace banwen::newsprint {

// Eight bits a pixel, rows without padding. Of an ink plate 255 is full ink; of a scan 255 is white.
struct Raster {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    std::uint8_t& at(int x, int y) {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
    std::uint8_t at(int x, int y) const {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
};

struct Proof {
    Raster ink;
    // Per line of the sheet, the ink boxes of its pieces in pixels of the flat sheet.
    std::vector<std::vector<Box>> line_ink;
};

// Throws std::runtime_error when the sheet is larger than Cairo draws (32,767 pixels a side).
Proof draw_proof(const TypeCase& type_case, const Sheet& sheet, int dpi);

}  // namespace banwen::newsprint
