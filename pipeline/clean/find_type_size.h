// Find type size: the pitch of one body character in pixels.
//
// Printed Chinese is set on a square: characters of one size follow each other at one pitch, whatever their
// strokes. Newspapers set nearly all of a page in one body size. So:
//
//  1. A first guess from the sizes of marks. Many Han characters are a single mark or have one part that is
//     as high as the whole, so the most frequent size, each weighted by itself, is about 0.9 of the pitch.
//     Of characters that touch in a row the shorter side counts.
//  2. Lines are traced with that guess, along the page and down the page; the direction with more of them
//     wins.
//  3. Within those lines ink comes and goes at the pitch of the characters: the first strong peak of the
//     autocorrelation near the lines' thickness is the pitch, to a fraction of a pixel. Without such a peak
//     (Latin type has none) the thickness of the lines stands in for it.
//
// Confidence grows with the number of characters that the lines can hold, and with the share of the
// type-sized ink that lies in lines: noise has marks, but no lines. Needs a page that stands within about 2°
// of upright.
#pragma once

#include "core/found.h"
#include "core/image.h"

namespace banwen {

// px of `ink`'s frame; {0, 0} on a page without type.
Found<double> find_type_size(const GrayImage& ink);

}  // namespace banwen
