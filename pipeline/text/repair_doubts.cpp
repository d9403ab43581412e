// Two walks over the issue: the first gathers the runs of three characters that would speak for a reading,
// the second counts them where all three were read surely. What the paper does not have elsewhere is left to
// the language.
#include "text/repair_doubts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/characters.h"
#include "text/language.h"

namespace banwen {
namespace {

constexpr double kSure = 0.85;
constexpr int kEnough = 2;                // occurrences elsewhere
constexpr std::size_t kContext = 6;       // characters on either side that the language is asked about
constexpr std::size_t kLeastContext = 4;  // of both sides; fewer are a name or a credit, which it cannot know
constexpr double kLeastOffered = 0.001;   // confidence: readings below are noise
constexpr double kClearlyLikelier = 1;    // log10

struct Place {
    Glyph* glyph = nullptr;
    LineId line;
    char32_t character = 0;  // of the best reading; 0 where it has several
    bool sure = false;
};

using Run = std::vector<Place>;  // the glyphs of one block

char32_t only_character(const std::string& text) {
    if (text.size() == 1) return static_cast<unsigned char>(text[0]);
    const std::u32string characters = from_utf8(text);
    return characters.size() == 1 ? characters[0] : U'\0';
}

std::vector<Run> runs_of(Issue& issue) {
    std::vector<Run> runs;
    for (Article& article : issue.articles)
        for (Block& block : article.blocks) {
            Run run;
            for (TextLine& line : block.lines)
                for (Glyph& glyph : line.glyphs)
                    run.push_back({&glyph, line.id, only_character(glyph.readings.front().text),
                                   glyph.readings.front().confidence >= kSure});
            runs.push_back(std::move(run));
        }
    return runs;
}

bool has_doubt(const Issue& issue) {
    for (const Article& article : issue.articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                for (const Glyph& glyph : line.glyphs)
                    if (glyph.readings.size() > 1 && glyph.readings.front().confidence < kSure) return true;
    return false;
}

bool is_numeral(char32_t c) {
    return is_digit(c) ||
           std::u32string_view(U"〇零一二三四五六七八九十百千万亿两").find(c) != std::u32string_view::npos;
}

bool may_be_doubted(const Place& place) {
    return !place.sure && place.glyph->readings.size() > 1 && is_han(place.character) &&
           !is_numeral(place.character);
}

// Three characters in one number; none has more than 21 bits.
std::uint64_t key_of(char32_t a, char32_t b, char32_t c) {
    return (std::uint64_t{a} << 42) | (std::uint64_t{b} << 21) | std::uint64_t{c};
}

// The runs of three around a place, were `c` its character; 0 where one of the others is missing.
std::array<std::uint64_t, 3> keys_around(const Run& run, std::size_t at, char32_t c) {
    const auto character = [&run, at](std::ptrdiff_t step) {
        const std::ptrdiff_t place = static_cast<std::ptrdiff_t>(at) + step;
        const bool inside = place >= 0 && place < static_cast<std::ptrdiff_t>(run.size());
        return inside ? run[static_cast<std::size_t>(place)].character : U'\0';
    };
    const auto key = [](char32_t a, char32_t b, char32_t d) { return a && b && d ? key_of(a, b, d) : 0; };
    return {key(character(-2), character(-1), c), key(character(-1), c, character(1)),
            key(c, character(1), character(2))};
}

class DoubtRepair {
  public:
    DoubtRepair(Issue issue, Evidence evidence)
        : issue_(std::move(issue)),
          runs_(runs_of(issue_)),
          asks_language_(evidence == Evidence::language && knows_language()) {}

    Issue repair() {
        for_each_candidate([this](const Run& run, std::size_t at, char32_t c) {
            for (const std::uint64_t key : keys_around(run, at, c))
                if (key != 0) counts_.emplace(key, 0);
        });
        count();
        for (Run& run : runs_)
            for (std::size_t at = 0; at < run.size(); ++at)
                if (may_be_doubted(run[at])) settle(run, at);
        return std::move(issue_);
    }

  private:
    template <typename Act>
    void for_each_candidate(Act act) const {
        for (const Run& run : runs_)
            for (std::size_t at = 0; at < run.size(); ++at)
                if (may_be_doubted(run[at]))
                    for (const Reading& reading : run[at].glyph->readings)
                        if (const char32_t c = only_character(reading.text); c != 0) act(run, at, c);
    }

    void count() {
        for (const Run& run : runs_)
            for (std::size_t i = 0; i + 2 < run.size(); ++i) {
                if (!run[i].sure || !run[i + 1].sure || !run[i + 2].sure) continue;
                const auto found =
                    counts_.find(key_of(run[i].character, run[i + 1].character, run[i + 2].character));
                if (found != counts_.end()) ++found->second;
            }
    }

    int evidence(const Run& run, std::size_t at, char32_t c) const {
        int sum = 0;
        for (const std::uint64_t key : keys_around(run, at, c))
            if (const auto found = counts_.find(key); found != counts_.end()) sum += found->second;
        return sum;
    }

    void settle(Run& run, std::size_t at) {
        Place& place = run[at];
        std::vector<Reading>& readings = place.glyph->readings;
        if (evidence(run, at, place.character) > 0) return;
        std::size_t chosen = 0;
        int most = kEnough - 1;
        for (std::size_t r = 1; r < readings.size(); ++r) {
            const char32_t c = only_character(readings[r].text);
            const int found = c == 0 || !is_han(c) || is_numeral(c) ? 0 : evidence(run, at, c);
            if (found <= most) continue;
            most = found;
            chosen = r;
        }
        if (chosen != 0) return take(place, chosen, "the paper's own text speaks for another reading");
        if (!asks_language_) return;
        chosen = likeliest(run, at);
        if (chosen != 0) take(place, chosen, "the language speaks for another reading");
    }

    // The reading that is clearly likelier among its neighbours than the best one; 0 where none is.
    static std::size_t likeliest(const Run& run, std::size_t at) {
        const std::u32string printed = around(run, at, run[at].character);
        if (printed.size() <= kLeastContext) return 0;
        const std::vector<Reading>& readings = run[at].glyph->readings;
        std::size_t chosen = 0;
        std::optional<double> known;  // of the best reading
        double most = kClearlyLikelier;
        for (std::size_t r = 1; r < readings.size(); ++r) {
            const char32_t c = only_character(readings[r].text);
            if (c == 0 || !is_han(c) || is_numeral(c) || readings[r].confidence < kLeastOffered) continue;
            if (!known) known = likelihood(printed);
            const double sure = std::max(readings.front().confidence, kLeastOffered);
            const double more =
                likelihood(around(run, at, c)) - *known + std::log10(readings[r].confidence / sure);
            if (more <= most) continue;
            most = more;
            chosen = r;
        }
        return chosen;
    }

    // The Han characters on either side, `c` in their midst.
    static std::u32string around(const Run& run, std::size_t at, char32_t c) {
        std::size_t first = at, last = at;
        while (first > 0 && at - first < kContext && is_han(run[first - 1].character))
            --first;
        while (last + 1 < run.size() && last - at < kContext && is_han(run[last + 1].character))
            ++last;
        std::u32string text;
        for (std::size_t i = first; i <= last; ++i)
            text += i == at ? c : run[i].character;
        return text;
    }

    void take(Place& place, std::size_t chosen, const char* reason) {
        std::vector<Reading>& readings = place.glyph->readings;
        issue_.ledger.push_back(
            {place.line, reason, readings.front().text, true, readings[chosen].text, std::nullopt});
        const auto first = readings.begin();
        std::rotate(first, first + static_cast<std::ptrdiff_t>(chosen),
                    first + static_cast<std::ptrdiff_t>(chosen) + 1);
        place.character = only_character(readings.front().text);
    }

    Issue issue_;
    std::vector<Run> runs_;
    bool asks_language_ = false;
    std::unordered_map<std::uint64_t, int> counts_;
};

}  // namespace

Issue repair_doubts(Issue issue, Evidence evidence) {
    if (!has_doubt(issue)) return issue;
    return DoubtRepair(std::move(issue), evidence).repair();
}

}  // namespace banwen
