#include "support/drawn_page.h"

#include <algorithm>

namespace banwen::test {
namespace {

constexpr int kShade = 4;  // px of the page per px of its shade

}  // namespace

DrawnPage::DrawnPage(int width, int height, int em)
    : gray_(blank_image(width, height)),
      shade_(blank_image(std::max(1, width / kShade), std::max(1, height / kShade))),
      em_(em) {}

void DrawnPage::fill(const Box& box, std::uint8_t shade) {
    const Box inside = intersection(box, {0, 0, gray_.width, gray_.height});
    for (int y = inside.top; y < inside.bottom(); ++y)
        for (int x = inside.left; x < inside.right(); ++x)
            gray_.at(x, y) = shade;
}

// A box of strokes with one to three bars, filling nine tenths of its cell.
void DrawnPage::character(int left, int top, int size) {
    next_ = next_ * 1103515245U + 12345U;
    const int stroke = std::max(2, size / 11), margin = std::max(1, size / 20), side = size - 2 * margin;
    const int x = left + margin, y = top + margin;
    fill({x, y, side, stroke}, 0);
    fill({x, y + side - stroke, side, stroke}, 0);
    fill({x + static_cast<int>((next_ >> 16) % 3) * side / 4, y, stroke, side}, 0);
    const int bars = 1 + static_cast<int>((next_ >> 20) % 3);
    for (int i = 1; i <= bars; ++i)
        fill({x, y + i * side / (bars + 1), side, stroke}, 0);
}

void DrawnPage::line(int left, int top, int count, int size) {
    for (int i = 0; i < count; ++i)
        character(left + i * size, top, size);
}

void DrawnPage::line_down(int left, int top, int count, int size) {
    for (int i = 0; i < count; ++i)
        character(left, top + i * size, size);
}

void DrawnPage::column(int left, int top, int count, int rows, int pitch) {
    line(left + 2 * em_, top, count - 2, em_);
    for (int row = 1; row < rows; ++row)
        line(left, top + row * pitch, count, em_);
}

void DrawnPage::frame(const Box& box, int thickness) {
    fill({box.left, box.top, box.width, thickness}, 0);
    fill({box.left, box.bottom() - thickness, box.width, thickness}, 0);
    fill({box.left, box.top, thickness, box.height}, 0);
    fill({box.right() - thickness, box.top, thickness, box.height}, 0);
}

void DrawnPage::photograph(const Box& box) {
    for (int y = box.top; y < box.bottom(); ++y)
        for (int x = box.left; x < box.right(); ++x) {
            next_ = next_ * 1103515245U + 12345U;
            gray_.at(x, y) =
                static_cast<std::uint8_t>(40 + (x * 3 + y * 2) % 90 + static_cast<int>((next_ >> 16) % 60));
        }
}

CleanPage DrawnPage::page() const {
    CleanPage page;
    page.gray = gray_;
    page.ink = blank_image(gray_.width, gray_.height, 0);
    for (std::size_t i = 0; i < gray_.pixels.size(); ++i)
        page.ink.pixels[i] = gray_.pixels[i] < 140 ? 255 : 0;
    page.shade = shade_;
    page.dpi = em_ * 25.4 / 3.4;
    page.type_size = {static_cast<double>(em_), 1};
    page.scan_width = gray_.width;
    page.scan_height = gray_.height;
    return page;
}

}  // namespace banwen::test
