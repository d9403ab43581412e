// Find skew: by how much a page is turned out of the upright, to about half a degree; find_slope gives the
// rest.
//
// Type stands in lines, so the row sharpness (row_sharpness.h) is highest when the rows run along the lines;
// the same holds down the columns of the page for gutters, vertical rules and vertical type. Both are added
// up for a series of angles, and the highest wins.
//
// Counted over the whole width, the lines of neighbouring columns would be drawn into step with each other,
// which says nothing of the angle: columns need not share their lines. So bands narrower than a column are
// counted each for itself. A band may still hold parts of two columns; that is what limits the precision.
//
// Large dark marks (pictures) and what touches the image's edge (the scanner's border) are left out first:
// they need not stand as the type does. Confidence says how far the peak rises above the usual sharpness:
// noise and pictures have no peak. A peak at the end of the range is not believed.
#pragma once

#include "core/found.h"
#include "core/image.h"

namespace banwen {

// `darkness`: 0 = paper, 255 = ink. The soft edges of a grey page tell more than a mask of ink does, which
// serves too. Degrees, positive = the page stands turned clockwise; within ±max_deg. {0, 0} on a page without
// ink.
Found<double> find_skew(const GrayImage& darkness, double max_deg);

}  // namespace banwen
