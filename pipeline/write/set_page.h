// A page as the formats with coordinates print it: the final text of each block cut at its lines, the lines
// at their gaps.
#pragma once

#include <string>
#include <vector>

#include "core/issue.h"

namespace banwen {

// A character of the final text where it was read; `readings` are the recognizer's, the best first.
struct SetGlyph {
    std::string text;
    Box box;
    std::vector<Reading> readings;
};

// What stands between two gaps. `glyphs` is empty where the text was changed so that its characters are not
// those that were read, one for one; the box is then a share of the line's.
struct SetWord {
    std::string text;
    Box box;
    double confidence = 0;
    std::vector<SetGlyph> glyphs;
};

struct SetLine {
    LineId id;
    WritingMode mode = WritingMode::horizontal;
    int start = 0;  // where its first character stands in the block's text, in code points
    Box box;
    std::vector<SetWord> words;  // never empty; a gap stands between each two
    bool continues = false;      // goes on from the block's line before it without a gap
    bool gap_before = false;     // goes on from it after a gap
    bool continued = false;      // the block's next line goes on from it without a gap
    // The characters on both sides of those two cuts, also where the neighbour stands in another part or page
    // of the block; "" where the text does not run on.
    std::string seam_before;
    std::string seam_after;
};

// The lines of one block that stand in one region of the page.
struct SetBlock {
    std::string id;  // A0003_B012_1: the issue's third article, its block 12, its first part
    const Article* article = nullptr;
    BlockKind kind = BlockKind::body;
    int region = 0;  // the lines' region of the page's layout
    Box box;
    std::vector<SetLine> lines;
};

// In which pixels boxes are given.
enum class PageFrame {
    scan,     // as delivered; cut off at its edges
    upright,  // the page as it was read, see PageInfo::to_scan
    turned,   // the scan turned upright by the plane of that map alone: bends stand as they are
};

// The final text of each of the block's lines without the gaps at its ends; "" of one of which nothing stands
// there.
std::vector<std::string> line_texts(const Block& block);

// The page's blocks in reading order. Joined, their words with one space a gap give the text of each block;
// lines of which nothing stands in the final text are left out.
std::vector<SetBlock> set_page(const Issue& issue, const PageInfo& page, PageFrame frame = PageFrame::scan);

}  // namespace banwen
