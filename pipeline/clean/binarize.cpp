#include "clean/binarize.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace banwen {
namespace {

constexpr double kLeastContrast = 50;  // grey levels between the page's ink and its paper
constexpr double kSauvolaWeight = 0.08;
constexpr double kSauvolaRange = 128;

struct Bounds {
    int lower = 0;  // darker is always ink
    int upper = 0;  // this and lighter is never ink
};

// Otsu's split with the two means; nothing where ink and paper cannot be told apart.
std::optional<Bounds> page_bounds(const GrayImage& flat) {
    std::array<double, 256> count{};
    for (const std::uint8_t pixel : flat.pixels)
        count[pixel] += 1;
    double total = 0;
    double sum = 0;
    for (std::size_t i = 0; i < count.size(); ++i) {
        total += count[i];
        sum += static_cast<double>(i) * count[i];
    }
    double dark = 0;
    double dark_sum = 0;
    double best = -1;
    double contrast = 0;
    int split = 0;
    for (std::size_t i = 0; i + 1 < count.size(); ++i) {
        dark += count[i];
        dark_sum += static_cast<double>(i) * count[i];
        if (dark == 0 || dark == total) continue;
        const double apart = (sum - dark_sum) / (total - dark) - dark_sum / dark;
        const double between = dark * (total - dark) * apart * apart;
        if (between <= best) continue;
        best = between;
        contrast = apart;
        split = static_cast<int>(i);
    }
    if (contrast < kLeastContrast) return std::nullopt;
    return Bounds{split * 2 / 3, split + (255 - split) * 7 / 10};
}

// Sums over a square window that slides down the page: one pair of sums a column, kept up to date row by row.
class SlidingWindow {
  public:
    SlidingWindow(const GrayImage& image, int radius)
        : image_(image),
          radius_(radius),
          columns_(static_cast<std::size_t>(image.width)),
          prefix_(static_cast<std::size_t>(image.width) + 1) {
        for (int y = 0; y < std::min(radius, image.height); ++y)
            add_row(y);
    }

    // Centres the window on row y; rows must come in order, from 0.
    void move_to(int y) {
        if (y + radius_ < image_.height) add_row(y + radius_);
        if (y - radius_ > 0) remove_row(y - radius_ - 1);
        rows_ = std::min(image_.height, y + radius_ + 1) - std::max(0, y - radius_);
        for (std::size_t x = 0; x < columns_.size(); ++x) {
            prefix_[x + 1].sum = prefix_[x].sum + columns_[x].sum;
            prefix_[x + 1].squares = prefix_[x].squares + columns_[x].squares;
        }
    }

    double threshold(int x) const {
        const int from = std::max(0, x - radius_);
        const int to = std::min(image_.width, x + radius_ + 1);
        const Sums& a = prefix_[static_cast<std::size_t>(from)];
        const Sums& b = prefix_[static_cast<std::size_t>(to)];
        const double n = static_cast<double>(to - from) * rows_;
        const double mean = static_cast<double>(b.sum - a.sum) / n;
        const double spread =
            std::sqrt(std::max(0.0, static_cast<double>(b.squares - a.squares) / n - mean * mean));
        return mean * (1 + kSauvolaWeight * (spread / kSauvolaRange - 1));
    }

  private:
    struct Sums {
        std::uint64_t sum = 0;
        std::uint64_t squares = 0;
    };

    void add_row(int y) {
        for (int x = 0; x < image_.width; ++x) {
            const std::uint64_t v = image_.at(x, y);
            columns_[static_cast<std::size_t>(x)].sum += v;
            columns_[static_cast<std::size_t>(x)].squares += v * v;
        }
    }

    void remove_row(int y) {
        for (int x = 0; x < image_.width; ++x) {
            const std::uint64_t v = image_.at(x, y);
            columns_[static_cast<std::size_t>(x)].sum -= v;
            columns_[static_cast<std::size_t>(x)].squares -= v * v;
        }
    }

    const GrayImage& image_;
    int radius_;
    int rows_ = 0;
    std::vector<Sums> columns_;
    std::vector<Sums> prefix_;
};

}  // namespace

GrayImage binarize(const GrayImage& flat, double type_size) {
    GrayImage ink = blank_image(std::max(0, flat.width), std::max(0, flat.height), 0);
    if (flat.empty()) return ink;
    const std::optional<Bounds> bounds = page_bounds(flat);
    if (!bounds) return ink;
    SlidingWindow window(flat, std::max(3, static_cast<int>(std::lround(type_size))));
    for (int y = 0; y < flat.height; ++y) {
        window.move_to(y);
        for (int x = 0; x < flat.width; ++x) {
            const int tone = flat.at(x, y);
            if (tone >= bounds->upper) continue;
            if (tone < bounds->lower || tone < window.threshold(x)) ink.at(x, y) = 255;
        }
    }
    return ink;
}

}  // namespace banwen
