// Layout: what stands where on a page, before anything has been read. All boxes are in the CleanPage's frame.
#pragma once

#include <vector>

#include "core/geometry.h"

namespace banwen {

enum class RegionKind { body, headline, crosshead, caption, masthead, folio, advertisement, table, index };
enum class WritingMode { horizontal, vertical };  // vertical: top to bottom, columns from right to left

// One printed line; for vertical type one printed column of characters.
struct LineBox {
    Box box;                // around the ink
    double type_size = 0;   // px of one Han character along the line's thickness
    bool reversed = false;  // white on black
    double weight = 0;      // mean thickness of its strokes, in px
};

// Lines of one column of one block, top to bottom (vertical: right to left).
struct Region {
    RegionKind kind = RegionKind::body;
    WritingMode mode = WritingMode::horizontal;
    Box box;         // the measure: the area that the lines could fill, not only the ink
    int scan = 0;    // index of the source scan of this page
    int frame = -1;  // index into Layout::frames of the innermost frame around it; -1 = none
    std::vector<LineBox> lines;
};

enum class RuleStyle { solid, doubled, dotted };

struct Rule {
    Box box;
    RuleStyle style = RuleStyle::solid;
    bool horizontal() const { return box.width >= box.height; }
};

struct Frame {
    Box box;
};

struct Picture {
    Box box;
    double confidence = 0;
};

struct Layout {
    int width = 0;  // of the CleanPage, px
    int height = 0;
    double dpi = 0;
    double type_size = 0;   // body type, px; 0 on a page without text
    double line_pitch = 0;  // baseline to baseline of body lines, px; 0 on a page without text
    std::vector<Region> regions;
    std::vector<Rule> rules;
    std::vector<Frame> frames;
    std::vector<Picture> pictures;
};

}  // namespace banwen
