// An 8-bit grey image as a plain value, so that rooms can pass pixels without sharing an image library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace banwen {

// `pixels` holds height rows of width bytes without padding; 0 is black, 255 is white. A mask uses 255 for
// "set".
struct GrayImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    bool empty() const { return width <= 0 || height <= 0; }
    std::uint8_t at(int x, int y) const { return pixels[index(x, y)]; }
    std::uint8_t& at(int x, int y) { return pixels[index(x, y)]; }

  private:
    std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }
};

// A width × height image of one shade.
inline GrayImage blank_image(int width, int height, std::uint8_t shade = 255) {
    GrayImage image{width, height, {}};
    image.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), shade);
    return image;
}

}  // namespace banwen
