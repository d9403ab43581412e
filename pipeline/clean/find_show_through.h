// Find show-through: what is printed on the sheet's other side and shines through.
//
// Thin paper lets the other side through at one tone, much paler than the page's own ink. So among all
// pieces of ink with thick strokes, whose tone no blur has changed, those of the other side make a
// group of their own, with hardly anything between it and print. And they lie across the page's own
// print wherever it stands, all over the page; what a page prints pale keeps clear of the rest. Where
// both is seen, ink paler than the gap between the groups that is no edge of a darker stroke is from
// the other side: where it is thick, and where it is paler than the group and lies away from print or
// has the soft edges that paper gives. Thin strokes with sharp edges are the page's own, faded as they
// may be.
//
// Cannot tell the sides apart where print has faded as far as what shines through, nor on a scan whose
// body type is too small for its strokes to be thick or thin; leaves the edges of what touches a stroke
// of print.
#pragma once

#include "clean/page_pixels.h"
#include "core/found.h"

namespace banwen {

struct ShowThrough {
    GrayImage mask;   // of the page's size; 255 = comes from the other side
    double tone = 0;  // by which it is darker than paper, where it is darkest; shades of 255
};

// `page`: a flattened page (see flatten_background.h) with its ink; `type_size` in its px. Confidence 0
// and no mask where nothing shines through, and on pages without type.
Found<ShowThrough> find_show_through(const PagePixels& page, double type_size);

// Both images with paper wherever the mask is set.
PagePixels without_show_through(PagePixels page, const GrayImage& mask);

// The page's shade (see measure_shade.h) without what the other side's pictures add to it: ground that
// is no darker than `tone` and lies more than three characters away from any that is. `type_size` in
// the shade's px.
GrayImage shade_without_show_through(GrayImage shade, double tone, double type_size);

}  // namespace banwen
