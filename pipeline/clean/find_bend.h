// Find bend: by how much lines of type on a page that stands upright as a whole still lean and bow, place by
// place: paper that rose from the glass, a camera held askew, columns locked up out of true.
//
// Lines are traced as far as they hang together and cut into pieces; each piece is measured for itself
// (slope_curve.h), pieces of a neighbourhood add their curves, and a smooth bend is fitted to the slopes of
// all neighbourhoods (fit_bend.h). The page is straightened by it and measured again, with finer steps, until
// little is left.
//
// Lines across give the vertical displacement, lines set down the horizontal one; a page gets that of
// the direction in which most of its type runs. How lines stand to each other, and how a margin leans, it
// does not tell. Steeper than six degrees is not found.
//
// Confidence grows with the number of lines and with the share of the slopes that the bend explains: on a
// straight page, as on noise, that share is small.
#pragma once

#include "core/found.h"
#include "core/image.h"
#include "core/scan_map.h"

namespace banwen {

// `darkness`: 0 = paper, 255 = ink, soft edges wanted; `ink`: its mask; `type_size` in their px. An empty
// bend and confidence 0 without lines.
Found<Bend> find_bend(const GrayImage& darkness, const GrayImage& ink, double type_size);

}  // namespace banwen
