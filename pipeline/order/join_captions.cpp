// A caption is set in one measure. Two or more pieces of several lines that stand level side by side under a
// picture are columns of text, which the picture was set into. Pieces under each other are one caption that
// white or larger type has parted: its first line, and who took the picture, at the end of the last line.
//
// What this cannot do: two pictures over one caption; a caption that is set in columns itself.
#include "order/join_captions.h"

#include <algorithm>
#include <cmath>

namespace banwen {
namespace {

constexpr double kBelowEm = 1.6;     // from a picture to its caption, and on to its next part
constexpr double kOverhangEm = 1.5;  // beyond the picture's sides
constexpr double kNameEm = 2;        // largest type of a name
constexpr double kNameWhiteEm = 2;   // from a picture to the name below it
constexpr double kOverEm = 8;        // white between a headline and the picture below it
constexpr double kLevelEm = 0.6;
constexpr double kColumnEm = 6;
constexpr std::size_t kColumnLines = 2;  // fewest of a column
constexpr std::size_t kPartLines = 2;    // most of a part that is not known as a caption

bool hangs_under(const Box& box, const Box& above, double em) {
    const int white = box.top - above.bottom();
    return white > -em && white < kBelowEm * em && box.left > above.left - kOverhangEm * em &&
           box.right() < above.right() + kOverhangEm * em;
}

bool is_column_of_two(const Piece& piece, const std::vector<Piece>& pieces, const Picture& picture,
                      double em) {
    const auto fits = [&](const Piece& p) {
        return p.kind == RegionKind::caption && p.mode == WritingMode::horizontal &&
               p.lines.size() >= kColumnLines && p.box.width > kColumnEm * em &&
               hangs_under(p.box, picture.box, em);
    };
    return fits(piece) && std::any_of(pieces.begin(), pieces.end(), [&](const Piece& other) {
               return &other != &piece && fits(other) && overlap_x(other.box, piece.box) == 0 &&
                      std::abs(other.box.top - piece.box.top) < kLevelEm * em;
           });
}

void take_back_columns(std::vector<Piece>& pieces, const std::vector<Picture>& pictures, double em) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (const Picture& picture : pictures)
            if (is_column_of_two(pieces[i], pieces, picture, em)) columns.push_back(i);
    for (const std::size_t i : columns)
        pieces[i].kind = RegionKind::body;
}

// Type that hangs under the picture and is no wider.
std::vector<std::size_t> headings_under(const Picture& picture, const std::vector<Piece>& pieces, double em) {
    std::vector<std::size_t> headings;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const int white = piece.box.top - picture.box.bottom();
        if (piece.kind == RegionKind::headline && piece.mode == WritingMode::horizontal &&
            piece.lines.size() == 1 && piece.type_size < kNameEm * em && white > -em / 2 &&
            white < kNameWhiteEm * em && piece.box.left > picture.box.left &&
            piece.box.right() < picture.box.right())
            headings.push_back(i);
    }
    return headings;
}

bool headline_over(const Picture& picture, const std::vector<Piece>& pieces, double em) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        const int white = picture.box.top - piece.box.bottom();
        return piece.kind == RegionKind::headline && white > -em && white < kOverEm * em &&
               overlap_x(piece.box, picture.box) > 0.5 * std::min(piece.box.width, picture.box.width);
    });
}

// The name of who is portrayed is set in heavy type, in the middle under the picture; the article's headline
// stands over the picture.
void take_names(std::vector<Piece>& pieces, const std::vector<Picture>& pictures, double em) {
    for (const Picture& picture : pictures) {
        const std::vector<std::size_t> headings = headings_under(picture, pieces, em);
        Box name;
        for (const std::size_t i : headings)
            name = bounding(name, pieces[i].box);
        if (headings.empty() || std::abs(name.center().x - picture.box.center().x) > kOverhangEm * em ||
            !headline_over(picture, pieces, em))
            continue;
        for (const std::size_t i : headings)
            pieces[i].kind = RegionKind::caption;
    }
}

// Stands under the caption's last line or on it, as wide at most.
bool goes_on(const Piece& caption, const Piece& part, double em) {
    if (caption.mode != part.mode || caption.frame != part.frame) return false;
    const bool known = part.kind == RegionKind::caption;
    if (!known && (!is_running_text(part) || part.lines.size() > kPartLines)) return false;
    const int white = part.box.top - caption.box.bottom();
    const bool inside = part.box.left > caption.box.left - kOverhangEm * em &&
                        part.box.right() < caption.box.right() + kOverhangEm * em;
    if (!known)
        return inside && part.box.top > caption.box.top && white < 0 &&
               part.box.bottom() < caption.box.bottom() + em / 2;
    return white < 0.8 * em && white > -caption.box.height &&
           overlap_x(caption.box, part.box) > 0.5 * std::min(caption.box.width, part.box.width);
}

void add_lines(Piece& caption, const Piece& part) {
    caption.box = bounding(caption.box, part.box);
    caption.type_size = std::max(caption.type_size, part.type_size);
    caption.lines.insert(caption.lines.end(), part.lines.begin(), part.lines.end());
    std::stable_sort(caption.lines.begin(), caption.lines.end(),
                     [](const TextLine& a, const TextLine& b) { return a.box.top < b.box.top; });
    for (std::size_t k = 1; k < caption.lines.size(); ++k) {
        TextLine& last = caption.lines[k - 1];
        TextLine& line = caption.lines[k];
        const bool level = overlap_y(last.box, line.box) > 0.5 * std::min(last.box.height, line.box.height);
        if (level && line.box.left < last.box.left) std::swap(last, line);
    }
}

}  // namespace

std::vector<Piece> join_captions(const std::vector<Piece>& pieces, const std::vector<Picture>& pictures,
                                 double em) {
    std::vector<Piece> joined = pieces;
    take_back_columns(joined, pictures, em);
    take_names(joined, pictures, em);
    for (std::size_t i = 0; i < joined.size(); ++i) {
        if (joined[i].kind != RegionKind::caption || joined[i].mode == WritingMode::vertical) continue;
        for (std::size_t j = 0; j < joined.size();) {
            if (j == i || !goes_on(joined[i], joined[j], em)) {
                ++j;
                continue;
            }
            add_lines(joined[i], joined[j]);
            joined.erase(joined.begin() + static_cast<std::ptrdiff_t>(j));
            if (j < i) --i;
            j = 0;
        }
    }
    return joined;
}

}  // namespace banwen
