// Printed rules: single, thick, double and dotted ones, and the frames made of them.
#pragma once

#include "box_dress.h"
#include "paper_style.h"

namespace banwen::newsprint {

inline constexpr double kHair = 0.18;  // mm

// A rule of this look along the box's longer side, through its middle.
void add_rule(RuleLook look, const Box& along, Sheet& sheet);

// Four rules of one thickness inside the box's edge.
void outline(const Box& box, double thickness, Sheet& sheet);

// The frame around the box, and a region that says so; none leaves the sheet alone.
void print_frame(const Box& box, Frame frame, int article, Sheet& sheet);

}  // namespace banwen::newsprint
