// Piece: what the order room moves about, a region together with the lines that were read in it.
#pragma once

#include <string>
#include <vector>

#include "core/layout.h"
#include "core/text_line.h"

namespace banwen {

struct Piece {
    RegionKind kind = RegionKind::body;
    WritingMode mode = WritingMode::horizontal;
    Box box;
    int frame = -1;        // as Region::frame; a border around the page is none
    double type_size = 0;  // px, of its largest line
    std::vector<TextLine> lines;
    bool reversed = false;  // white on a band of ink: a label
};

// Regions with at least one read line, lines in reading order. A line that begins with a continuation mark
// (上接第一版) begins a piece of its own: it cannot continue what stands above it.
std::vector<Piece> make_pieces(const Layout& layout, const std::vector<TextLine>& lines);

// Lines [from, to) of the piece, with their ink's box instead of the measure.
Piece part_of(const Piece& piece, std::size_t from, std::size_t to);

// Body type: paragraphs, the cross-heads between them, and tables.
bool is_running_text(const Piece& piece);

bool begins_with_continuation_mark(const TextLine& line);

// 本报记者 …, 记者 张…, 通讯员…: a byline. A kicker such as 记者调查 names a rubric, and no one.
bool names_reporters(const TextLine& line);

}  // namespace banwen
