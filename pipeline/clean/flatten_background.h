// Flatten the background: paper becomes white wherever the light fell unevenly, the paper has yellowed, or a
// tint was printed under the type.
//
// The background at a point is what a grey closing leaves: the brightest tone within about one and a half
// characters, with the edges of large dark areas put back where they were. Strokes vanish from it, paper and
// tints stay. Each pixel is then divided by its background.
//
// Not every large area is paper. What is much darker than the paper around it (a photograph, a reversed
// headline box) is measured against that paper instead, so that it stays as dark as it was printed; between
// the two lies a soft transition, so that pictures keep their tones in order. The paper around is looked for
// in a coarse grid over the page; cells without any paper take it from their neighbours.
//
// Cannot tell a photograph's pale sky from a tint: both turn white. A page without any light tone is returned
// as it is.
#pragma once

#include "core/image.h"

namespace banwen {

// `type_size`: px of one body character, or a guess of it. Same size as `gray`; paper ≈ 255.
GrayImage flatten_background(const GrayImage& gray, double type_size);

}  // namespace banwen
