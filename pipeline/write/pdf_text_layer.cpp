#include "write/pdf_text_layer.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/characters.h"

namespace banwen {
namespace {

// A character and where it begins along its line, in px of the upright page.
struct Cell {
    char32_t character = 0;
    double from = 0;
};

// Along the line: x where it runs across, y where it is set down.
double begin_of(const Box& box, bool down) {
    return down ? box.top : box.left;
}

double end_of(const Box& box, bool down) {
    return down ? box.bottom() : box.right();
}

// Glyphs whose places are not known share their word's length alike.
bool follow_one_another(const std::vector<SetGlyph>& glyphs, bool down) {
    for (std::size_t i = 1; i < glyphs.size(); ++i)
        if (begin_of(glyphs[i].box, down) <= begin_of(glyphs[i - 1].box, down)) return false;
    return !glyphs.empty();
}

std::vector<Cell> cells_of(const SetLine& line, bool down) {
    std::vector<Cell> cells;
    for (const SetWord& word : line.words) {
        if (!cells.empty()) {
            const SetWord& before = *(&word - 1);
            cells.push_back({U' ', end_of(before.box, down)});
        }
        const std::u32string text = from_utf8(word.text);
        const bool placed = follow_one_another(word.glyphs, down);
        const double begin = begin_of(word.box, down), length = end_of(word.box, down) - begin;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const double share = length * static_cast<double>(i) / static_cast<double>(text.size());
            cells.push_back({text[i], placed ? begin_of(word.glyphs[i].box, down) : begin + share});
        }
    }
    return cells;
}

// A line's run in the page's own units: from `start` on, `length` along, `size` high.
struct Run {
    Point start;
    Point direction;  // of length 1
    double size = 0;
    double scale = 1;  // points a px of the upright page, along the line
};

// Readers take turned text apart where its foot drifts by half a point, as it does on a page that stands a
// little crooked. So it is set along the sheet's edge, where it is not far from it.
void stand_straight(Run& run, Point middle, double length) {
    constexpr double kMostSlope = 0.1;
    Point& along = run.direction;
    if (std::min(std::abs(along.x), std::abs(along.y)) > kMostSlope) return;
    along = {std::round(along.x), std::round(along.y)};
    run.start = {middle.x - along.x * length / 2, middle.y - along.y * length / 2};
}

Run run_of(const PageInfo& page, const SetLine& line, double points) {
    const bool down = line.mode == WritingMode::vertical;
    const Box& box = line.box;
    const auto on_page = [&](double x, double y) {
        const Point p = page.to_scan.apply(Point{x, y});
        return Point{p.x * points, (page.scan_height - p.y) * points};
    };
    // Text that is set down runs along the page's left edge turned: its foot is on the left.
    const Point start = down ? on_page(box.left, box.top) : on_page(box.left, box.bottom());
    const Point end = down ? on_page(box.left, box.bottom()) : on_page(box.right(), box.bottom());
    const Point head = down ? on_page(box.right(), box.top) : on_page(box.left, box.top);
    const double length = std::max(1e-3, std::hypot(end.x - start.x, end.y - start.y));
    const double pixels = std::max(1, down ? box.height : box.width);
    Run run{.start = start,
            .direction = {(end.x - start.x) / length, (end.y - start.y) / length},
            .size = std::max(1.0, std::hypot(head.x - start.x, head.y - start.y)),
            .scale = length / pixels};
    if (down) stand_straight(run, {(start.x + end.x) / 2, (start.y + end.y) / 2}, length);
    return run;
}

std::string set_line(const PageInfo& page, const SetLine& line, double points, PdfFont& font) {
    const bool down = line.mode == WritingMode::vertical;
    const Run run = run_of(page, line, points);
    const std::vector<Cell> cells = cells_of(line, down);
    const double begin = begin_of(line.box, down), last = end_of(line.box, down);
    const double least = 0.02 * run.size;
    std::string text =
        fmt::format("/F1 {:.2f} Tf {:.5f} {:.5f} {:.5f} {:.5f} {:.2f} {:.2f} Tm\n", run.size, run.direction.x,
                    run.direction.y, -run.direction.y, run.direction.x, run.start.x, run.start.y);
    double at = 0;  // points along the run
    std::string scaling, codes;
    const auto flush = [&] {
        if (!codes.empty()) text += fmt::format("{} Tz <{}> Tj\n", scaling, codes);
        codes.clear();
    };
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double next = i + 1 < cells.size() ? cells[i + 1].from : last;
        const double width = std::max(least, (next - begin) * run.scale - at);
        const std::string wanted = fmt::format("{:.1f}", 100 * width / run.size);
        if (wanted != scaling) flush();
        scaling = wanted;
        codes += font.code_of(cells[i].character);
        at += std::stod(wanted) / 100 * run.size;
    }
    flush();
    return text;
}

}  // namespace

std::string pdf_text_layer(const PageInfo& page, const std::vector<SetBlock>& blocks, double points,
                           PdfFont& font) {
    std::string text = "BT\n3 Tr\n";
    for (const SetBlock& block : blocks)
        for (const SetLine& line : block.lines)
            text += set_line(page, line, points, font);
    return text + "ET\n";
}

}  // namespace banwen
