#include "clean/row_sharpness.h"

#include <cmath>
#include <cstddef>

namespace banwen {
namespace {

// Adds a strip's counts to the rows from `at` on, a fraction of a row included. The three weights are a
// quadratic B-spline: it blurs alike for every fraction. Rounding or interpolating between two rows would
// leave the counts sharpest at whole rows, and a slope of 0 would win for that alone.
void add_shifted(std::vector<float>& rows, const float* ink, std::size_t height, double at) {
    const double whole = std::round(at);
    const double part = at - whole;
    const auto before = static_cast<float>((0.5 - part) * (0.5 - part) / 2);
    const auto after = static_cast<float>((0.5 + part) * (0.5 + part) / 2);
    const float middle = 1 - before - after;
    float* row = &rows[static_cast<std::size_t>(whole) - 1];
    for (std::size_t y = 0; y < height; ++y)
        row[y] += before * ink[y];
    for (std::size_t y = 0; y < height; ++y)
        row[y + 1] += middle * ink[y];
    for (std::size_t y = 0; y < height; ++y)
        row[y + 2] += after * ink[y];
}

}  // namespace

Strips strips_of(const GrayImage& darkness, const Box& part, int strip_width) {
    Strips strips{strip_width, (part.width + strip_width - 1) / strip_width, part.height, {}};
    const auto rows = static_cast<std::size_t>(strips.rows);
    strips.ink.assign(static_cast<std::size_t>(strips.count) * rows, 0);
    for (std::size_t y = 0; y < rows; ++y) {
        for (int x = 0; x < part.width; ++x)
            strips.ink[static_cast<std::size_t>(x / strip_width) * rows + y] +=
                static_cast<float>(darkness.at(part.left + x, part.top + static_cast<int>(y))) / 255;
    }
    return strips;
}

double row_sharpness(const Strips& strips, int from, int to, double slope) {
    const double reach = std::ceil(std::abs(slope) * (to - from) * strips.width) + 4;
    const auto height = static_cast<std::size_t>(strips.rows);
    std::vector<float> rows(height + 2 * static_cast<std::size_t>(reach), 0);
    for (int i = from; i < to; ++i) {
        const double shift = -slope * (i - from + 0.5) * strips.width;
        add_shifted(rows, &strips.ink[static_cast<std::size_t>(i) * height], height, reach + shift);
    }
    // Over three rows, since the edges of a turned page are stairs of one pixel that look sharp along the
    // stairs.
    double sum = 0;
    for (std::size_t y = 5; y < rows.size(); ++y) {
        const double change = rows[y] + rows[y - 1] + rows[y - 2] - rows[y - 3] - rows[y - 4] - rows[y - 5];
        sum += change * change;
    }
    return sum;
}

double top_between(double before, double highest, double after) {
    const double bend = before - 2 * highest + after;
    return bend < 0 ? 0.5 * (before - after) / bend : 0;
}

}  // namespace banwen
