// Find spine: the shadow at which, left or right, the other page of a bound volume begins.
//
// What stands beyond it belongs to another page. The shadow runs over the whole sheet, from edge to edge.
// Stretch by stretch only what is dark on nearly all its rows is kept, the darkest way through all
// stretches is taken, and it must be dark nearly everywhere, nearly straight, fade softly (a rule's edge is
// sharp), with the blank margin of the page on its inner side and print on the outer one. A crease or a
// scanner's streak that crosses type is none. A spine farther in than a third of the scan (a spread of two
// whole pages), one across a scan that lies on its side, and a neighbour that lies there without a shadow
// are not found.
#pragma once

#include "clean/find_paper.h"

namespace banwen {

// The sides, left and right alone, beyond which another page lies, to be painted over like a surround.
// `sheet`: the scan without its dark surround `paper`. Confidence 0 and no depths for a side where nothing
// is found.
Paper find_spine(const GrayImage& sheet, const Paper& paper);

}  // namespace banwen
