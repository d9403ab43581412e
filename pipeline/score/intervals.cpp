#include "score/intervals.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace banwen {
namespace {

constexpr int kDraws = 1000;
constexpr double kOutside = 0.025;  // at either end
constexpr unsigned kSeed = 20240318;

std::vector<Tally> drawn(const std::vector<Tally>& pages, std::mt19937& random) {
    std::vector<Tally> draw;
    draw.reserve(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i)
        draw.push_back(pages[random() % pages.size()]);
    return draw;
}

double quantile(const std::vector<double>& sorted, double share) {
    const double place = std::round(share * static_cast<double>(sorted.size() - 1));
    return sorted[static_cast<std::size_t>(place)];
}

}  // namespace

std::map<std::string, Figure> figures_with_intervals(const std::vector<Tally>& pages) {
    std::map<std::string, std::vector<double>> values;
    std::mt19937 random(kSeed);
    for (int i = 0; i < kDraws && pages.size() > 1; ++i)
        for (const auto& [name, value] : figures_of(sum_of(drawn(pages, random))))
            values[name].push_back(value);

    std::map<std::string, Figure> figures;
    for (const auto& [name, value] : figures_of(sum_of(pages))) {
        std::vector<double>& sorted = values[name];
        std::sort(sorted.begin(), sorted.end());
        figures[name] = sorted.empty()
                            ? Figure{value, value, value}
                            : Figure{value, quantile(sorted, kOutside), quantile(sorted, 1 - kOutside)};
    }
    return figures;
}

}  // namespace banwen
