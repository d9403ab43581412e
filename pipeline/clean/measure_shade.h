// Measure the shade: how much darker than bare paper the ground is at each place, whatever type stands on it.
//
// A grey closing takes the strokes away and leaves the ground: paper, the tint under a box, the tones of a
// photograph. The light that fell on the paper changes smoothly over a page, so a quadratic surface through
// the light places of the page says how bright paper would be everywhere; places well below the surface do
// not count in its fit, which is repeated until only paper is left. The ground is divided by this surface.
//
// A photograph larger than half of the page is taken for its paper.
#pragma once

#include "core/image.h"

namespace banwen {

// A reduced picture of the page, about eight pixels a character: 255 = bare paper, less = darker ground.
// `type_size`: px of one body character of `gray`, or a guess of it. An empty page gives an empty picture.
GrayImage measure_shade(const GrayImage& gray, double type_size);

}  // namespace banwen
