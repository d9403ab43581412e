#include "order/piece.h"

#include <algorithm>
#include <string_view>

namespace banwen {
namespace {

constexpr double kPageShare = 0.6;  // of the page, a border around it
constexpr std::size_t kColumnLines = 4;

bool before(const TextLine& a, const TextLine& b) {
    return a.mode == WritingMode::vertical ? a.box.right() > b.box.right() : a.box.top < b.box.top;
}

void add_line(Piece& piece, const TextLine& line) {
    // The measure says where the column runs, even where its lines are short; down a column the ink says it.
    const bool across = line.mode == WritingMode::horizontal && line.measure.width > 0;
    const Box box =
        across ? Box{line.measure.left, line.box.top, line.measure.width, line.box.height} : line.box;
    piece.box = bounding(piece.box, bounding(box, line.box));
    piece.type_size = std::max(piece.type_size, line.type_size);
    piece.lines.push_back(line);
}

// At most a bracket and a pointer (◀◀) stand before the mark.
bool begins_with_mark(const TextLine& line, std::string_view mark) {
    const std::size_t at = plain_text(line).find(mark);
    return at != std::string::npos && at <= 6;
}

bool is_reversed(const Region& region) {
    return std::any_of(region.lines.begin(), region.lines.end(),
                       [](const LineBox& line) { return line.reversed; });
}

bool marks_jump(const TextLine& line) {
    return begins_with_continuation_mark(line) || begins_with_mark(line, "紧接") ||
           begins_with_mark(line, "下转");
}

}  // namespace

bool begins_with_continuation_mark(const TextLine& line) {
    return begins_with_mark(line, "上接");
}

bool names_reporters(const TextLine& line) {
    const std::string text = plain_text(line);
    for (const std::string_view word : {"本报", "通讯员", "新华社", "作者", "记者 ", "（记者", "(记者"})
        if (text.find(word) != std::string::npos) return true;
    return false;
}

bool is_running_text(const Piece& piece) {
    return piece.kind == RegionKind::body || piece.kind == RegionKind::crosshead ||
           piece.kind == RegionKind::table;
}

Piece part_of(const Piece& piece, std::size_t from, std::size_t to) {
    Piece part{piece.kind, piece.mode, {}, piece.frame, 0, {}, piece.reversed};
    for (std::size_t k = from; k < to; ++k) {
        part.box = bounding(part.box, piece.lines[k].box);
        part.type_size = std::max(part.type_size, piece.lines[k].type_size);
        part.lines.push_back(piece.lines[k]);
    }
    return part;
}

// Bylines and marks of jumps are often set as cross-heads are: heavy, or centred.
RegionKind kind_of(const Piece& piece) {
    const bool heading = piece.kind == RegionKind::crosshead;
    return heading && (names_reporters(piece.lines.front()) || marks_jump(piece.lines.front()))
               ? RegionKind::body
               : piece.kind;
}

// A border around the page holds articles as the page does; one around an advertisement of a whole page has
// hardly a column in it.
bool is_border_of_page(int frame, const Layout& layout) {
    const Box& box = layout.frames[static_cast<std::size_t>(frame)].box;
    if (static_cast<double>(box.area()) < kPageShare * layout.width * layout.height) return false;
    std::size_t lines = 0, in_columns = 0;
    for (const Region& region : layout.regions) {
        if (region.frame != frame) continue;
        lines += region.lines.size();
        in_columns +=
            region.kind == RegionKind::body && region.lines.size() >= kColumnLines ? region.lines.size() : 0;
    }
    return 2 * in_columns > lines;
}

int frame_of(const Region& region, const Layout& layout) {
    return region.frame >= 0 && is_border_of_page(region.frame, layout) ? -1 : region.frame;
}

std::vector<Piece> make_pieces(const Layout& layout, const std::vector<TextLine>& lines) {
    std::vector<std::vector<TextLine>> by_region(layout.regions.size());
    for (const TextLine& line : lines)
        if (!line.glyphs.empty()) by_region[static_cast<std::size_t>(line.region)].push_back(line);
    std::vector<Piece> pieces;
    for (std::size_t r = 0; r < by_region.size(); ++r) {
        if (by_region[r].empty()) continue;
        const Region& region = layout.regions[r];
        const Piece empty{region.kind, region.mode, {}, frame_of(region, layout), 0, {}, is_reversed(region)};
        std::stable_sort(by_region[r].begin(), by_region[r].end(), before);
        Piece piece = empty;
        for (const TextLine& line : by_region[r]) {
            if (!piece.lines.empty() && begins_with_continuation_mark(line)) {
                pieces.push_back(piece);
                piece = empty;
            }
            add_line(piece, line);
        }
        pieces.push_back(piece);
    }
    for (Piece& piece : pieces)
        piece.kind = kind_of(piece);
    return pieces;
}

}  // namespace banwen
