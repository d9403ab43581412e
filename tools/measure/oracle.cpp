#include "oracle.h"

#include <algorithm>
#include <cmath>

#include "core/characters.h"
#include "score/layout_figures.h"
#include "score/match_lines.h"

namespace banwen {
namespace {

constexpr char32_t kNothingPrinted = U'〓';

struct PrintedLine {
    ScoredLine place;
    std::u32string characters;
};

std::vector<PrintedLine> printed_lines(const TruthPage& truth) {
    std::vector<PrintedLine> lines;
    for (const TruthLine& line : truth.lines)
        lines.push_back({scored_line(line, truth), from_utf8(line.text)});
    return lines;
}

// The characters whose middle the line covers, were all equally wide.
std::u32string characters_under(const ScoredLine& line, const PrintedLine& printed) {
    const Covered covered = covered_part(printed.place, line);
    const auto place = [&](double share) {
        return static_cast<std::size_t>(std::lround(share * static_cast<double>(printed.characters.size())));
    };
    return printed.characters.substr(place(covered.from), place(covered.to) - place(covered.from));
}

bool begins_before(const PrintedLine* a, const PrintedLine* b) {
    return a->place.vertical ? a->place.box.top < b->place.box.top : a->place.box.left < b->place.box.left;
}

std::u32string text_under(const ScoredLine& line, const std::vector<PrintedLine>& printed) {
    std::vector<const PrintedLine*> covered;
    for (const PrintedLine& other : printed)
        if (!characters_under(line, other).empty()) covered.push_back(&other);
    std::sort(covered.begin(), covered.end(), begins_before);
    std::u32string text;
    for (const PrintedLine* other : covered)
        text += characters_under(line, *other);
    return text;
}

// Equal boxes from the line's beginning to its end.
std::vector<Glyph> spread(const std::u32string& text, const Box& box, WritingMode mode) {
    const bool down = mode == WritingMode::vertical;
    const int count = std::max(1, static_cast<int>(text.size()));
    std::vector<Glyph> glyphs;
    bool space = false;
    for (int i = 0; i < static_cast<int>(text.size()); ++i) {
        const char32_t c = text[static_cast<std::size_t>(i)];
        const int from = (down ? box.height : box.width) * i / count;
        const int length = (down ? box.height : box.width) * (i + 1) / count - from;
        const Box place = down ? Box{box.left, box.top + from, box.width, length}
                               : Box{box.left + from, box.top, length, box.height};
        if (c != U' ')
            glyphs.push_back({place, {{to_utf8(std::u32string(1, c)), 1}}, space && !glyphs.empty()});
        space = c == U' ';
    }
    return glyphs;
}

std::u32string nothing_printed(const LineBox& line) {
    const double length = std::max(line.box.width, line.box.height);
    const double count = line.type_size > 0 ? std::round(length / line.type_size) : 1;
    return std::u32string(static_cast<std::size_t>(std::max(1.0, count)), kNothingPrinted);
}

}  // namespace

std::vector<TextLine> read_from_truth(const Layout& layout, const ScanMap& to_scan, const TruthPage& truth) {
    const std::vector<PrintedLine> printed = printed_lines(truth);
    const std::vector<ScoredLine> places = scored_lines(layout, to_scan, truth);
    std::vector<TextLine> lines;
    for (std::size_t r = 0; r < layout.regions.size(); ++r) {
        const Region& region = layout.regions[r];
        for (const LineBox& line : region.lines) {
            std::u32string text = text_under(places[lines.size()], printed);
            if (text.empty()) text = nothing_printed(line);
            lines.push_back({.id = {truth.number, static_cast<int>(lines.size())},
                             .region = static_cast<int>(r),
                             .kind = region.kind,
                             .mode = region.mode,
                             .box = line.box,
                             .measure = region.box,
                             .type_size = line.type_size,
                             .glyphs = spread(text, line.box, region.mode)});
        }
    }
    return lines;
}

}  // namespace banwen
