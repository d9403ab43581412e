// Binarize: which pixels are ink.
//
// Sauvola's rule: a pixel is ink when it is darker than the mean of its surroundings, lowered the more the
// flatter they are. The surroundings are a square of two characters, so that there is always paper and ink in
// it where there is type.
//
// The rule alone goes wrong at both ends: the middle of a black area has no paper near it, and on empty paper
// there is no ink to compare with. So the threshold is held between two tones taken from the whole page
// (Otsu's split of its histogram): darker than the lower one is always ink, lighter than the upper one never.
// A page whose two sides of the split hardly differ has no ink at all; a page of one tone, black or white, is
// blank.
#pragma once

#include "core/image.h"

namespace banwen {

// `flat`: a page whose background is white (see flatten_background.h). `type_size` in its px.
// Same size; 255 = ink, 0 = paper.
GrayImage binarize(const GrayImage& flat, double type_size);

}  // namespace banwen
