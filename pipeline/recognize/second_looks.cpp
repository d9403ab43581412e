// The least sure character of a line tells best of what was tried whether a second look will change it for
// the better: better than the line's mean confidence, or the number of its doubtful characters. With a look
// at the third of the lines that are least sure nearly all is gained that a look at all of them would gain.
#include "recognize/second_looks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banwen {
namespace {

double least_confidence(std::span<const Glyph> glyphs) {
    double least = glyphs.empty() ? 0 : 1;
    for (const Glyph& glyph : glyphs)
        least = std::min(least, glyph.readings.empty() ? 0 : glyph.readings.front().confidence);
    return least;
}

// What a look costs goes with the width of its image, and so with its height.
FurtherLook again(Recognizer& engine, const Look& first, double larger, double softness) {
    const bool any_height = engine.line_height() <= 0;
    const int height = any_height ? static_cast<int>(std::lround(first.height * larger)) : first.height;
    return {{height, softness, false}, &engine, static_cast<double>(height) / std::max(1, first.height)};
}

FurtherLook ask(Recognizer& other, const Look& first, double softness) {
    constexpr double kSlower = 1.2;  // the network that is asked second has more weights
    const int height = other.line_height() > 0 ? other.line_height() : first.height;
    return {{height, softness, false}, &other, kSlower * height / std::max(1, first.height)};
}

}  // namespace

std::string_view name_of(Effort effort) {
    switch (effort) {
        case Effort::fast:
            return "fast";
        case Effort::normal:
            return "normal";
        case Effort::high:
            return "high";
    }
    return "";
}

SecondLooks second_looks(Effort effort, const Look& first, Recognizer& engine) {
    if (effort == Effort::fast) return {};
    Recognizer* const other = engine.second_opinion();
    const double softness = first.softness;
    if (effort == Effort::normal)
        return {{other ? ask(*other, first, softness + 0.6) : again(engine, first, 1.17, softness + 0.1)},
                0.7,
                0.65};
    SecondLooks high{{again(engine, first, 1.17, softness + 0.1)}, 0.9, 3};
    if (other) {
        high.looks.push_back(ask(*other, first, softness + 0.3));
        high.looks.push_back(ask(*other, first, softness + 0.9));
    } else {
        high.looks.push_back(again(engine, first, 1.08, softness + 0.3));
    }
    return high;
}

std::vector<std::size_t> doubtful_lines(std::span<const FirstReading> lines, const SecondLooks& second) {
    if (second.looks.empty()) return {};
    double cost = 0;  // of all looks
    for (const FurtherLook& look : second.looks)
        cost += look.cost;
    std::vector<double> sureness;
    double left = 0;  // of the budget
    for (const FirstReading& line : lines) {
        sureness.push_back(least_confidence(line.glyphs));
        left += line.cost * second.budget;
    }
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sureness[a] < sureness[b]; });
    std::vector<std::size_t> chosen;
    for (const std::size_t i : order) {
        if (sureness[i] >= second.sure || lines[i].cost <= 0 || lines[i].cost * cost > left) continue;
        left -= lines[i].cost * cost;
        chosen.push_back(i);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace banwen
