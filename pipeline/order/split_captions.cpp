// Under a picture stands its caption, and under the caption the column goes on with hardly more white than
// between lines. Signs that the caption ends with a line, none of them certain: the line names the
// photographer (…摄); its type, and that of the lines above it, is smaller than the type below; it is centred
// or short where the line below begins at the column's side; more white stands below it than between the
// lines that follow.
//
// What this cannot do: a caption in the body's type that names nobody and fills the measure.
#include "order/split_captions.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace banwen {
namespace {

constexpr double kBelowEm = 1.8;  // white between a picture and its caption
constexpr std::size_t kMostLines = 5;
constexpr double kEnough = 1.9;  // sum of the signs from which on a piece is cut

bool under_picture(const Piece& piece, const std::vector<Picture>& pictures, double em) {
    return std::any_of(pictures.begin(), pictures.end(), [&](const Picture& picture) {
        const int gap = piece.box.top - picture.box.bottom();
        return gap > -em && gap < kBelowEm * em && overlap_x(piece.box, picture.box) > 0.7 * piece.box.width;
    });
}

bool names_photographer(const TextLine& line) {
    const std::string text = plain_text(line);
    constexpr std::string_view kEnds[] = {"摄", "摄）", "摄)", "摄影", "供图", "供图）"};
    return std::any_of(std::begin(kEnds), std::end(kEnds),
                       [&](std::string_view end) { return text.ends_with(end); });
}

double mean_height(const Piece& piece, std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t k = from; k < to; ++k)
        sum += piece.lines[k].box.height;
    return sum / static_cast<double>(to - from);
}

// Signs that the first `count` lines are the caption.
double signs(const Piece& piece, std::size_t count, double em) {
    const TextLine& last = piece.lines[count - 1];
    const TextLine& next = piece.lines[count];
    double sum = names_photographer(last) ? 1.5 : 0;
    const double ratio = mean_height(piece, 0, count) / mean_height(piece, count, piece.lines.size());
    sum += ratio < 0.95 ? 1 : ratio < 0.98 ? 0.4 : 0;
    const double before = last.box.left - piece.box.left, after = piece.box.right() - last.box.right();
    if (before > 0.6 * em && std::abs(before - after) < 1.2 * em) sum += 0.6;
    if (before > 0.6 * em && next.box.left - piece.box.left < 0.4 * em) sum += 0.4;
    if (count + 1 < piece.lines.size()) {
        const int white = next.box.top - last.box.bottom();
        if (white > piece.lines[count + 1].box.top - next.box.bottom() + 0.15 * em) sum += 0.5;
    }
    return sum;
}

// How many lines at the head of the piece are a caption; 0 where none can be told.
std::size_t caption_lines(const Piece& piece, double em) {
    std::size_t best = 0;
    double most = kEnough;
    for (std::size_t count = 1; count <= kMostLines && count < piece.lines.size(); ++count) {
        const double sum = signs(piece, count, em);
        if (sum < most) continue;
        most = sum;
        best = count;
    }
    return best;
}

}  // namespace

std::vector<Piece> split_captions(const std::vector<Piece>& pieces, const std::vector<Picture>& pictures,
                                  double em) {
    std::vector<Piece> split;
    for (const Piece& piece : pieces) {
        const bool candidate = piece.mode == WritingMode::horizontal &&
                               (piece.kind == RegionKind::caption || piece.kind == RegionKind::body);
        const std::size_t count =
            candidate && under_picture(piece, pictures, em) ? caption_lines(piece, em) : 0;
        if (count == 0) {
            split.push_back(piece);
            continue;
        }
        split.push_back(part_of(piece, 0, count));
        split.back().kind = RegionKind::caption;
        split.push_back(part_of(piece, count, piece.lines.size()));
        split.back().kind = RegionKind::body;
    }
    return split;
}

}  // namespace banwen
