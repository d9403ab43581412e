#include "issue/compare_readings.h"

#include <algorithm>
#include <set>
#include <string>

namespace banwen {
namespace {

constexpr double kSure = 0.85;

bool offers(const Glyph& glyph, const std::string& text) {
    return std::any_of(glyph.readings.begin(), glyph.readings.end(),
                       [&text](const Reading& reading) { return reading.text == text; });
}

std::multiset<std::string> pairs_of(const TextLine& line) {
    std::multiset<std::string> pairs;
    for (std::size_t i = 0; i + 1 < line.glyphs.size(); ++i)
        pairs.insert(line.glyphs[i].readings.front().text + line.glyphs[i + 1].readings.front().text);
    return pairs;
}

}  // namespace

Agreement compare_readings(std::span<const Glyph> a, std::span<const Glyph> b) {
    Agreement agreement;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const Reading& first = a[i].readings.front();
        const Reading& second = b[i].readings.front();
        if (first.text == second.text || offers(a[i], second.text) || offers(b[i], first.text))
            ++agreement.same;
        else if (std::min(first.confidence, second.confidence) < kSure)
            ++agreement.doubtful;
        else
            ++agreement.against;
    }
    return agreement;
}

bool may_be_same_print(const Agreement& agreement) {
    const std::size_t length = agreement.length();
    return agreement.same >= 3 &&
           agreement.doubtful + agreement.against <= std::max<std::size_t>(1, length / 5) &&
           agreement.against <= length / 10;
}

bool are_alike(const TextLine& a, const TextLine& b) {
    if (a.glyphs.size() == b.glyphs.size() && may_be_same_print(compare_readings(a.glyphs, b.glyphs)))
        return true;
    const std::multiset<std::string> first = pairs_of(a), second = pairs_of(b);
    std::vector<std::string> common;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                          std::back_inserter(common));
    constexpr std::size_t kEnough = 3;
    return common.size() >= kEnough && common.size() * 10 >= std::max(first.size(), second.size()) * 7;
}

}  // namespace banwen
