// Display lines: single lines of any size placed by hand, as mastheads, folios, advertisements and
// tables are made of.
#pragma once

#include "sheet.h"

namespace banwen::newsprint {

struct DisplayType {
    Kind kind = Kind::body;
    Face face;
    double size = 4;  // mm
    Tone tone = Tone::ink;
};

struct Spot {
    double x = 0;       // mm: left end, middle or right end of the line
    double y = 0;       // mm, baseline
    double anchor = 0;  // 0 left, 0.5 middle, 1 right
};

std::size_t open_region(Kind kind, int article, Sheet& sheet);

// Appends a line to the region; returns its width in mm.
double add_display_line(const TypeCase& type_case, const std::u32string& text, const DisplayType& type,
                        const Spot& spot, std::size_t region, Sheet& sheet);

// Width in mm of such a line.
double display_width(const TypeCase& type_case, const std::u32string& text, const DisplayType& type);

// The words of the lines of these regions, a line each, as an article of this type.
PrintedArticle article_of_regions(const std::string& type, std::size_t first_region, const Sheet& sheet);

}  // namespace banwen::newsprint
