// Draws pages of type for the tests: squares of random strokes, set in lines and columns as a newspaper sets
// its body, with stops in the lower left of their squares. Everything follows from the seed.
#pragma once

#include <cstdint>

#include "core/geometry.h"
#include "core/image.h"

namespace banwen {

struct PagePlan {
    int width = 900;
    int height = 1200;
    int type_size = 20;  // px, pitch of a character
    int columns = 3;
    bool vertical = false;  // lines from top to bottom, right to left, stops at the upper right
    bool stops = true;
    std::uint32_t seed = 1;
};

// Dark type on white paper.
GrayImage draw_page(const PagePlan& plan);

// The page turned clockwise by `degrees` about its middle, in a frame that holds all of it, white around.
GrayImage turned_clockwise(const GrayImage& page, double degrees);

// The page turned clockwise by quarters: 90, 180 or 270 degrees.
GrayImage quarter_turned(const GrayImage& page, int degrees);

// Grey values drawn evenly from the whole range.
GrayImage draw_noise(int width, int height, std::uint32_t seed);

// Black dots of `size` px at random places on the page, `count` of them.
GrayImage peppered(GrayImage page, int count, int size, std::uint32_t seed);

// The ink of a page of dark type on white: everything darker than a light grey.
GrayImage dark_pixels(const GrayImage& page);

void fill(GrayImage& image, const Box& box, std::uint8_t shade);

// The mean tone within the box, which must lie in the image.
double mean_tone(const GrayImage& image, const Box& box);

}  // namespace banwen
