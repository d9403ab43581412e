#include "clean/find_type_size.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "clean/find_marks.h"
#include "clean/mat_view.h"
#include "clean/trace_lines.h"

namespace banwen {
namespace {

constexpr int kSmallestMark = 5;       // px; below it marks of type and dust look the same
constexpr int kLargestMark = 200;      // px
constexpr double kBinRatio = 1.08;     // each bin of the histogram is so much wider than the one before
constexpr double kGapInLine = 0.5;     // characters
constexpr double kInkOfPitch = 0.92;   // a character's ink is so much of its square
constexpr double kLeastPitch = 0.9;    // of the lines' thickness; peaks below are single Latin letters
constexpr double kLeastRhythm = 0.08;  // autocorrelation that is taken for the pitch of characters
constexpr double kRetraced = 1.2;  // lines thicker than the guess by this: it was the height of small letters
constexpr double kPlenty = 100;    // characters; more add nothing to the confidence

// The side that tells of the character's size; 0 where it tells nothing.
double telling_side(const Mark& mark) {
    const int longer = std::max(mark.box.width, mark.box.height);
    const int shorter = std::min(mark.box.width, mark.box.height);
    const double side = longer <= 2.2 * shorter ? longer : shorter;
    return side >= kSmallestMark && side <= kLargestMark ? side : 0;
}

double most_frequent_size(const GrayImage& ink) {
    std::array<double, 64> weight{};
    for (const Mark& mark : find_marks(ink)) {
        const double side = telling_side(mark);
        if (side == 0) continue;
        const auto bin = static_cast<std::size_t>(std::log(side / kSmallestMark) / std::log(kBinRatio));
        if (bin < weight.size()) weight[bin] += side;
    }
    std::size_t best = 0;
    double most = 0;
    for (std::size_t i = 1; i + 1 < weight.size(); ++i) {
        const double sum = weight[i - 1] + 2 * weight[i] + weight[i + 1];
        if (sum > most) {
            most = sum;
            best = i;
        }
    }
    return most > 0 ? kSmallestMark * std::pow(kBinRatio, static_cast<double>(best) + 0.5) : 0;
}

// The type and its lines, in the direction in which they run.
struct Setting {
    GrayImage type;
    std::vector<Box> lines;
    double length = 0;  // of all lines, px
};

Setting setting_along(GrayImage type, double type_size) {
    Setting setting{std::move(type), {}, 0};
    setting.lines = trace_lines(setting.type, type_size, kGapInLine);
    for (const Box& line : setting.lines)
        setting.length += line.width;
    return setting;
}

// In the direction, across or down the page, in which there are more lines.
Setting setting_of(const GrayImage& ink, double type_size) {
    GrayImage type = type_ink(ink, type_size);
    Setting down = setting_along(transposed(type), type_size);
    Setting across = setting_along(std::move(type), type_size);
    return down.length > across.length ? std::move(down) : std::move(across);
}

double median_thickness(const Setting& setting) {
    std::vector<Box> lines = setting.lines;
    std::sort(lines.begin(), lines.end(), [](const Box& a, const Box& b) { return a.height < b.height; });
    double passed = 0;
    for (const Box& line : lines) {
        passed += line.width;
        if (passed >= setting.length / 2) return line.height;
    }
    return 0;
}

std::vector<double> ink_along(const GrayImage& type, const Box& line) {
    std::vector<double> profile(static_cast<std::size_t>(line.width), 0);
    for (int y = line.top; y < line.bottom(); ++y) {
        for (int x = 0; x < line.width; ++x)
            profile[static_cast<std::size_t>(x)] += type.at(line.left + x, y) != 0 ? 1 : 0;
    }
    double mean = 0;
    for (const double v : profile)
        mean += v / static_cast<double>(profile.size());
    for (double& v : profile)
        v -= mean;
    return profile;
}

// Autocorrelation (1 at lag 0) of the ink along all lines, for lags 0 … most.
std::vector<double> rhythm(const Setting& setting, std::size_t most) {
    std::vector<double> sum(most + 1, 0);
    for (const Box& line : setting.lines) {
        const std::vector<double> profile = ink_along(setting.type, line);
        for (std::size_t lag = 0; lag <= most && lag < profile.size(); ++lag) {
            for (std::size_t i = lag; i < profile.size(); ++i)
                sum[lag] += profile[i] * profile[i - lag];
        }
    }
    const double whole = sum[0];
    for (double& v : sum)
        v = whole > 0 ? v / whole : 0;
    return sum;
}

double pitch_of(const Setting& setting) {
    const double thickness = median_thickness(setting);
    const auto from = static_cast<std::size_t>(std::lround(thickness * kLeastPitch));
    const auto to = static_cast<std::size_t>(thickness * 1.5) + 1;
    const std::vector<double> along = rhythm(setting, to + 1);
    std::size_t best = 0;
    for (std::size_t lag = std::max<std::size_t>(from, 1); lag <= to; ++lag) {
        const bool peak = along[lag] >= along[lag - 1] && along[lag] >= along[lag + 1];
        if (peak && along[lag] > kLeastRhythm && (best == 0 || along[lag] > along[best])) best = lag;
    }
    if (best == 0) return thickness / kInkOfPitch;
    const double bend = along[best - 1] - 2 * along[best] + along[best + 1];
    const double shift = bend < 0 ? 0.5 * (along[best - 1] - along[best + 1]) / bend : 0;
    return static_cast<double>(best) + shift;
}

double share_in_lines(const Setting& setting) {
    const auto is_ink = [](std::uint8_t v) { return v != 0; };
    const auto all = std::count_if(setting.type.pixels.begin(), setting.type.pixels.end(), is_ink);
    long inside = 0;
    for (const Box& line : setting.lines) {
        for (int y = line.top; y < line.bottom(); ++y) {
            for (int x = line.left; x < line.right(); ++x)
                inside += setting.type.at(x, y) != 0 ? 1 : 0;
        }
    }
    return all > 0 ? std::min(1.0, static_cast<double>(inside) / static_cast<double>(all)) : 0;
}

}  // namespace

Found<double> find_type_size(const GrayImage& ink) {
    const double guess = ink.empty() ? 0 : most_frequent_size(ink) / kInkOfPitch;
    if (guess <= 0) return {};
    Setting lines = setting_of(ink, guess);
    const double second_guess = median_thickness(lines) / kInkOfPitch;
    if (second_guess > kRetraced * guess) lines = setting_of(ink, second_guess);
    if (lines.lines.empty()) return {};
    const double pitch = pitch_of(lines);
    const double characters = lines.length / pitch;
    const double share = share_in_lines(lines);
    return {pitch, std::min(1.0, characters / kPlenty) * std::clamp((share - 0.2) / 0.4, 0.0, 1.0)};
}

}  // namespace banwen
