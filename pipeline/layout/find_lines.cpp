#include "layout/find_lines.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kLongestGapEm =
    2.2;  // white inside a line: a full stop before an opening quotation mark, a set gap
constexpr double kWidestPitchEm = 2.2;
constexpr double kThinEm = 0.35;         // a stroke as thin …
constexpr double kTallEm = 2.5;          // … and as tall is a scrap of a rule, or a scratch
constexpr double kLargestSpeckEm = 0.4;  // few pieces of type are smaller
constexpr double kDotEm = 0.2;
constexpr double kFullness = 0.5;     // larger pieces in an em of type, at least
constexpr double kTypeShare = 0.4;    // of a line's ink that is in larger pieces
constexpr double kThroughLine = 0.6;  // ink of a row, against the mean, that no row between lines has
constexpr int kRowsPerEm = 14;        // of the mask on which lines are joined

cv::Mat without_tall_strokes(const cv::Mat& text, double em) {
    cv::Mat rest = text.clone();
    for (const Component& c : find_components(text))
        if (c.box.width < kThinEm * em && c.box.height > kTallEm * em) rest(to_rect(c.box)).setTo(0);
    return rest;
}

// Dirt that lies along a row: most of its ink is in pieces smaller than any character, or much of it and most
// of its pieces are dots. A row as full of larger pieces as type is no dirt, though it stands on a screen.
bool only_specks(const cv::Mat& text, const Box& line, double em) {
    double all = 0, type = 0;
    int characters = 0, dots = 0;
    for (const Component& c : find_components(text(to_rect(line)))) {
        const int size = std::max(c.box.width, c.box.height);
        all += c.area;
        dots += size < kDotEm * em;
        if (size < kLargestSpeckEm * em) continue;
        type += c.area;
        ++characters;
    }
    if (characters * em >= kFullness * line.width && characters > 1) return false;
    const double share = all > 0 ? type / all : 0;
    return share < kTypeShare || (share < 2 * kTypeShare && dots > 4 * characters);
}

void fill_row(const std::uint8_t* ink, const std::uint8_t* gutter, std::uint8_t* out, int width,
              int longest) {
    int last = -1;
    bool crossed = false;
    for (int x = 0; x < width; ++x) {
        if (gutter[x]) crossed = true;
        if (!ink[x]) continue;
        if (last >= 0 && !crossed && x - last <= longest) std::fill(out + last, out + x, std::uint8_t{255});
        out[x] = 255;
        last = x;
        crossed = false;
    }
}

// Ink must survive shrinking, and a gutter must not grow over the ink beside it.
cv::Mat shrunk(const cv::Mat& mask, double scale, double keep) {
    cv::Mat small;
    cv::resize(mask, small, {}, scale, scale, cv::INTER_AREA);
    return small > 255 * keep;
}

cv::Mat joined_along_rows(const cv::Mat& text, const cv::Mat& gutters, double em, double scale) {
    const cv::Mat ink = shrunk(text, scale, 0.12);
    cv::Mat walls = shrunk(gutters, scale, 0.35);
    // A gutter must not end short of the ink's first and last rows, which shrinking favours.
    cv::dilate(walls, walls, cv::getStructuringElement(cv::MORPH_RECT, {1, 3}));
    cv::Mat joined = cv::Mat::zeros(ink.size(), CV_8U);
    const int longest = static_cast<int>(std::lround(kLongestGapEm * em * scale));
    for (int y = 0; y < ink.rows; ++y)
        fill_row(ink.ptr<std::uint8_t>(y), walls.ptr<std::uint8_t>(y), joined.ptr<std::uint8_t>(y), ink.cols,
                 longest);
    return joined;
}

// The first run of inked columns from one end of the box: its extent, and the white behind it.
struct EndRun {
    Box box;
    int white = 0;
};

EndRun end_run(const cv::Mat& text, const Box& box, int step) {
    cv::Mat inked;
    cv::reduce(text(to_rect(box)), inked, 0, cv::REDUCE_MAX);
    int x = step > 0 ? 0 : box.width - 1;
    const auto inside = [&] { return x >= 0 && x < box.width; };
    const int first = x;
    while (inside() && inked.at<std::uint8_t>(x))
        x += step;
    const int last = x - step;
    int white = 0;
    while (inside() && !inked.at<std::uint8_t>(x)) {
        x += step;
        ++white;
    }
    const int left = box.left + std::min(first, last);
    return {ink_box(text, {left, box.top, std::abs(last - first) + 1, box.height}), inside() ? white : 0};
}

// Specks beside a line that dust removal left because they are close to it. A line may end with a small mark,
// close to its character, but none begins with one.
Box without_end_specks(const cv::Mat& text, Box box, double em) {
    for (int round = 0; round < 4; ++round) {
        const EndRun left = end_run(text, box, 1), right = end_run(text, box, -1);
        if (left.white > 0.2 * em && std::max(left.box.width, left.box.height) < 0.2 * em)
            box = ink_box(text, {left.box.right(), box.top, box.right() - left.box.right(), box.height});
        else if (right.white > 0.5 * em && std::max(right.box.width, right.box.height) < 0.16 * em)
            box = ink_box(text, {box.left, box.top, right.box.left - box.left, box.height});
        else
            break;
    }
    return box;
}

// Row of least ink within a quarter of a line of `near`.
int weakest_row(const cv::Mat& profile, int near, int reach) {
    const int first = std::max(0, near - reach), last = std::min(profile.rows - 1, near + reach);
    int best = near;
    for (int y = first; y <= last; ++y) {
        const float here = profile.at<float>(y), least = profile.at<float>(best);
        if (here < least || (here == least && std::abs(y - near) < std::abs(best - near))) best = y;
    }
    return best;
}

// Lines of two columns may hang together in one place, at a stain or a broken rule: everywhere else white
// parts them, as it parts lines that stand alone.
std::vector<Box> part_row(const cv::Mat& text, const cv::Mat& gutters, const Box& row, double em) {
    std::vector<Box> parts;
    cv::Mat inked, wall;
    cv::reduce(text(to_rect(row)), inked, 0, cv::REDUCE_MAX);
    cv::reduce(gutters(to_rect(row)), wall, 0, cv::REDUCE_MIN);
    int first = -1, last = -1;
    bool crossed = false;
    const auto end = [&] {
        const Box part = ink_box(text, {row.left + first, row.top, last + 1 - first, row.height});
        if (!part.empty()) parts.push_back(part);
    };
    for (int x = 0; x < row.width; ++x) {
        crossed |= wall.at<std::uint8_t>(x) != 0;
        if (!inked.at<std::uint8_t>(x)) continue;
        if (last >= 0 && (crossed || x - last > kLongestGapEm * em)) {
            end();
            first = x;
        }
        if (first < 0) first = x;
        last = x;
        crossed = false;
    }
    if (last >= 0) end();
    return parts;
}

// What hangs together on the reduced mask: one line, or several that touch.
struct Piece {
    Box box;
    int label = 0;
};

struct Pieces {
    cv::Mat labels;  // of the reduced mask
    std::vector<Piece> list;
};

Pieces pieces_of(const cv::Mat& text, const cv::Mat& joined, double scale) {
    Pieces pieces;
    cv::Mat stats, centroids;
    const int count = cv::connectedComponentsWithStats(joined, pieces.labels, stats, centroids, 8, CV_32S);
    const auto up = [scale](int v) { return static_cast<int>(std::floor(v / scale)); };
    for (int i = 1; i < count; ++i) {
        const int* row = stats.ptr<int>(i);
        const Box box{up(row[cv::CC_STAT_LEFT]) - 1, up(row[cv::CC_STAT_TOP]) - 1,
                      up(row[cv::CC_STAT_WIDTH]) + 3, up(row[cv::CC_STAT_HEIGHT]) + 3};
        const Box tight = ink_box(text, box);
        if (!tight.empty()) pieces.list.push_back({tight, i});
    }
    return pieces;
}

// The ink in the piece's box without that of the pieces beside it.
cv::Mat own_ink(const cv::Mat& text, const cv::Mat& labels, const Piece& piece, double scale) {
    cv::Mat own = text(to_rect(piece.box)).clone();
    for (int y = 0; y < own.rows; ++y) {
        const int at = std::min(labels.rows - 1, static_cast<int>((piece.box.top + y) * scale));
        const int* label = labels.ptr<int>(at);
        auto* out = own.ptr<std::uint8_t>(y);
        for (int x = 0; x < own.cols; ++x) {
            const int here = label[std::min(labels.cols - 1, static_cast<int>((piece.box.left + x) * scale))];
            if (here != 0 && here != piece.label) out[x] = 0;
        }
    }
    return own;
}

int lines_in(const Box& box, double em, double pitch) {
    const int lines = static_cast<int>(std::lround((box.height + pitch - em) / pitch));
    return box.height < 1.5 * em ? 1 : std::max(1, lines);
}

// Rows at which a piece that holds `lines` lines is cut.
std::vector<int> cuts_between(const cv::Mat& profile, int lines, double em, double pitch) {
    std::vector<int> cuts;
    for (int i = 1; i < lines; ++i) {
        const double near = i * (profile.rows + pitch - em) / lines - (pitch - em) / 2;
        cuts.push_back(weakest_row(profile, std::min(static_cast<int>(std::lround(near)), profile.rows - 1),
                                   static_cast<int>(0.3 * em)));
    }
    return cuts;
}

// The darkest of the rows, against the mean of all.
double darkest(const cv::Mat& profile, const std::vector<int>& cuts) {
    double ink = 0;
    for (const int y : cuts)
        ink = std::max<double>(ink, profile.at<float>(y));
    const double mean = cv::mean(profile)[0];
    return mean > 0 ? ink / mean : 0;
}

// Type larger than the body's has fewer lines in the same height: cuts through the middle of lines tell.
std::vector<int> best_cuts(const cv::Mat& profile, int lines, double em, double pitch) {
    const std::vector<int> cuts = cuts_between(profile, lines, em, pitch);
    const std::vector<int> fewer = cuts_between(profile, lines - 1, em, pitch);
    const double dark = darkest(profile, cuts);
    return dark > kThroughLine && darkest(profile, fewer) < dark / 2 ? fewer : cuts;
}

// The lines of a piece that holds several, as boxes within it. `ink`, `gutters`: the piece's own.
std::vector<Box> cut_touching(const cv::Mat& ink, const cv::Mat& gutters, int lines, double em,
                              double pitch) {
    cv::Mat profile;
    cv::reduce(ink, profile, 1, cv::REDUCE_AVG, CV_32F);
    std::vector<int> cuts = best_cuts(profile, lines, em, pitch);
    cuts.push_back(ink.rows);
    std::vector<Box> parts;
    int top = 0;
    for (const int bottom : cuts) {
        const Box row = ink_box(ink, {0, top, ink.cols, bottom - top});
        if (!row.empty())
            for (const Box& part : part_row(ink, gutters, row, em))
                parts.push_back(part);
        top = bottom;
    }
    return parts;
}

// A gutter passes through the box from its head to its foot, not just along one side.
bool is_crossed(const cv::Mat& gutters, const Box& box, double em) {
    const Box inside = grown(box, -static_cast<int>(em / 3));
    if (inside.empty()) return false;
    cv::Mat wall;
    cv::reduce(gutters(to_rect({inside.left, box.top, inside.width, box.height})), wall, 0, cv::REDUCE_MIN);
    return cv::countNonZero(wall) > 0;
}

// A word out of the middle of a line, which leans or whose letters stand a little higher.
bool stands_inside(const Box& word, const Box& line, double em) {
    return word.left >= line.left && word.right() <= line.right() && word.width < line.width &&
           overlap_y(word, line) > 0.5 * word.height && bounding(word, line).height < 1.5 * em;
}

// A thin piece (一, a dash, the two dots of a mark) on the same row as a line, close beside it, belongs to
// it.
void join_fragments(std::vector<Box>& lines, const cv::Mat& gutters, double em) {
    std::sort(lines.begin(), lines.end(), [](const Box& a, const Box& b) { return a.height > b.height; });
    for (std::size_t i = lines.size(); i-- > 0;) {
        const auto around = std::find_if(lines.begin(), lines.end(),
                                         [&](const Box& line) { return stands_inside(lines[i], line, em); });
        if (around != lines.end()) {
            *around = bounding(*around, lines[i]);
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
            continue;
        }
        if (lines[i].height > 0.7 * em) continue;
        for (std::size_t j = 0; j < i; ++j) {
            const int gap =
                std::max(lines[i].left, lines[j].left) - std::min(lines[i].right(), lines[j].right());
            const double part =
                overlap_y(lines[i], lines[j]) / static_cast<double>(std::max(1, lines[i].height));
            if (part < 0.5 || gap > kLongestGapEm * em || lines[j].height > 1.5 * em) continue;
            const Box between{std::min(lines[i].right(), lines[j].right()), lines[i].top, std::max(gap, 0),
                              lines[i].height};
            if (gap > 0 && ink_share(gutters, between) > 0.1) continue;
            lines[j] = bounding(lines[j], lines[i]);
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
    }
}

}  // namespace

double usual_pitch(const std::vector<Box>& lines, double em) {
    std::vector<int> steps;
    for (const Box& a : lines) {
        if (a.height > 1.4 * em || a.width < 4 * em) continue;
        int nearest = static_cast<int>(kWidestPitchEm * em);
        for (const Box& b : lines) {
            const int step = b.top - a.top;
            if (b.height <= 1.4 * em && step > 0.8 * em && step < nearest && overlap_x(a, b) > 0.5 * a.width)
                nearest = step;
        }
        if (nearest < static_cast<int>(kWidestPitchEm * em)) steps.push_back(nearest);
    }
    if (steps.empty()) return 1.4 * em;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

std::vector<LineBox> find_lines(const cv::Mat& type, const cv::Mat& gutters, double em) {
    if (type.empty() || em <= 0) return {};
    const cv::Mat text = without_tall_strokes(type, em);
    const double scale = std::min(1.0, kRowsPerEm / em);
    const Pieces pieces = pieces_of(text, joined_along_rows(text, gutters, em, scale), scale);
    std::vector<Box> boxes;
    for (const Piece& piece : pieces.list)
        boxes.push_back(piece.box);
    const double pitch = usual_pitch(boxes, em);
    boxes.clear();
    for (const Piece& piece : pieces.list) {
        const int lines = lines_in(piece.box, em, pitch);
        if (lines == 1 && !is_crossed(gutters, piece.box, em)) {
            boxes.push_back(piece.box);
            continue;
        }
        const cv::Mat ink = own_ink(text, pieces.labels, piece, scale);
        for (const Box& part : cut_touching(ink, gutters(to_rect(piece.box)), lines, em, pitch))
            boxes.push_back({piece.box.left + part.left, piece.box.top + part.top, part.width, part.height});
    }
    join_fragments(boxes, gutters, em);
    for (Box& box : boxes)
        box = without_end_specks(text, box, em);
    std::vector<LineBox> lines;
    for (const Box& box : boxes)
        if (box.height >= 0.35 * em && box.width >= 0.3 * em && !only_specks(text, box, em))
            lines.push_back({box, std::min<double>(box.height, 1.4 * em), false});
    return lines;
}

}  // namespace banwen
