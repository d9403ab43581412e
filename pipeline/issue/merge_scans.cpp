// Lines that read alike are found by runs of characters that are rare enough to stand in few lines; each
// pair votes for a move from one scan to the other. Two proofs are needed, the text and the one move. Scans
// of unlike resolution, and strips side by side that cut lines in two, are not joined.
#include "issue/merge_scans.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/characters.h"
#include "core/stable_hash.h"
#include "issue/compare_readings.h"

namespace banwen {
namespace {

constexpr std::size_t kFewestPairs = 8;
constexpr double kMostOfOverlap = 0.6;  // of the lines where the scans overlap
constexpr double kWholePage = 0.95;     // of a scan's lines: then it adds nothing
constexpr std::size_t kRun = 6;         // characters that tell a line from others
constexpr std::size_t kTooCommon = 6;   // lines with one run: a form that stands everywhere

struct LinePair {
    const TextLine* first = nullptr;
    const TextLine* second = nullptr;
};

using PairsByPages = std::map<std::pair<std::size_t, std::size_t>, std::vector<LinePair>>;

template <typename Act>
void for_each_line(const PageText& page, Act act) {
    for (const Article& article : page.articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                act(line);
}

// Three runs that stand for a line: those with the least hash, so that both scans choose the same.
std::vector<std::uint64_t> marks_of(const TextLine& line) {
    const std::u32string text = from_utf8(plain_text(line));
    std::vector<std::uint64_t> hashes;
    for (std::size_t i = 0; i + kRun <= text.size(); ++i)
        hashes.push_back(stable_hash(to_utf8(std::u32string_view(text).substr(i, kRun))));
    std::sort(hashes.begin(), hashes.end());
    hashes.resize(std::min<std::size_t>(hashes.size(), 3));
    return hashes;
}

PairsByPages find_pairs(const std::vector<PageText>& pages) {
    std::map<std::uint64_t, std::vector<std::pair<std::size_t, const TextLine*>>> lines_with;
    for (std::size_t p = 0; p < pages.size(); ++p)
        for_each_line(pages[p], [&](const TextLine& line) {
            for (const std::uint64_t mark : marks_of(line))
                lines_with[mark].push_back({p, &line});
        });
    PairsByPages pairs;
    for (const auto& [mark, lines] : lines_with) {
        if (lines.size() > kTooCommon) continue;
        for (std::size_t a = 0; a < lines.size(); ++a)
            for (std::size_t b = a + 1; b < lines.size(); ++b)
                if (lines[a].first != lines[b].first && are_alike(*lines[a].second, *lines[b].second))
                    pairs[{lines[a].first, lines[b].first}].push_back({lines[a].second, lines[b].second});
    }
    return pairs;
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

// How the second scan lies on the first, and which of its lines are which of the first one's.
struct Match {
    Point move;  // added to a place on the second scan
    std::map<LineId, LineId> first_of;
};

Point move_of(const LinePair& pair) {
    return {static_cast<double>(pair.first->box.left - pair.second->box.left),
            static_cast<double>(pair.first->box.top - pair.second->box.top)};
}

Match match_of(const std::vector<LinePair>& pairs) {
    std::vector<double> right, down;
    for (const LinePair& pair : pairs) {
        right.push_back(move_of(pair).x);
        down.push_back(move_of(pair).y);
    }
    Match match{{median(right), median(down)}, {}};
    for (const LinePair& pair : pairs) {
        const Point move = move_of(pair);
        const double near = 1.5 * std::max(pair.first->type_size, 1.0);
        if (std::abs(move.x - match.move.x) < near && std::abs(move.y - match.move.y) < near)
            match.first_of.emplace(pair.second->id, pair.first->id);
    }
    return match;
}

Box extent(const PageText& page) {
    Box box;
    for_each_line(page, [&box](const TextLine& line) { box = bounding(box, line.box); });
    return box;
}

struct Share {
    std::size_t inside = 0;  // lines in the overlap
    std::size_t all = 0;
};

Share share_in(const PageText& page, const Box& overlap) {
    Share share;
    for_each_line(page, [&](const TextLine& line) {
        if (line.glyphs.size() < kRun) return;
        ++share.all;
        share.inside += share_inside(line.box, overlap) > 0.5 ? 1 : 0;
    });
    return share;
}

Box moved(Box box, const Point& by) {
    box.left += static_cast<int>(std::lround(by.x));
    box.top += static_cast<int>(std::lround(by.y));
    return box;
}

// Puts the lines of a lower strip where they belong in the upper one.
class StripJoiner {
  public:
    StripJoiner(PageText& upper, const Match& match) : upper_(upper), match_(match) {}

    std::vector<LedgerEntry> join(PageText& lower) {
        for (Article& article : std::exchange(lower.articles, {}))
            add(std::move(article));
        return std::move(ledger_);
    }

  private:
    struct Place {
        std::size_t article = 0;
        std::size_t block = 0;
        std::size_t line = 0;
    };

    std::optional<Place> place_of(const LineId& id) const {
        for (std::size_t a = 0; a < upper_.articles.size(); ++a)
            for (std::size_t b = 0; b < upper_.articles[a].blocks.size(); ++b) {
                const std::vector<TextLine>& lines = upper_.articles[a].blocks[b].lines;
                for (std::size_t l = 0; l < lines.size(); ++l)
                    if (lines[l].id == id) return Place{a, b, l};
            }
        return std::nullopt;
    }

    void add(Article article) {
        std::vector<std::optional<LineId>> behind;  // for each block the upper strip's line it goes on behind
        std::optional<std::size_t> home;            // the upper strip's article that this one goes on with
        for (Block& block : article.blocks) {
            behind.push_back(drop_doubles(block));
            if (!home && behind.back()) home = place_of(*behind.back())->article;
        }
        if (!home) {
            article.pages = {upper_.info.number};
            return upper_.articles.push_back(std::move(article));
        }
        std::optional<LineId> last;  // the one placed before
        for (std::size_t b = 0; b < article.blocks.size(); ++b) {
            Block& block = article.blocks[b];
            if (block.lines.empty()) continue;
            const std::optional<LineId> above = behind[b] ? behind[b] : line_above(block, *home);
            const std::optional<LineId> before = above ? above : last;
            last = block.lines.back().id;
            if (before)
                insert_behind(*place_of(*before), std::move(block));
            else
                upper_.articles[*home].blocks.push_back(std::move(block));
        }
    }

    // The last line of the block of the article that stands nearest above this one, in its column.
    std::optional<LineId> line_above(const Block& block, std::size_t home) const {
        const Box box = moved(block.lines.front().box, match_.move);
        const TextLine* nearest = nullptr;
        for (const Block& upper : upper_.articles[home].blocks) {
            if (upper.kind != block.kind || upper.lines.empty()) continue;
            const TextLine& line = upper.lines.back();
            const bool in_column = 2 * overlap_x(line.box, box) > std::min(line.box.width, box.width);
            const bool higher = line.id.page == upper_.info.number && line.box.top < box.top;
            if (in_column && higher && (nearest == nullptr || line.box.top > nearest->box.top))
                nearest = &line;
        }
        return nearest == nullptr ? std::nullopt : std::optional(nearest->id);
    }

    // The upper strip's line that the last one dropped repeats.
    std::optional<LineId> drop_doubles(Block& block) {
        std::optional<LineId> last;
        std::erase_if(block.lines, [&](const TextLine& line) {
            const auto found = match_.first_of.find(line.id);
            if (found == match_.first_of.end()) return false;
            last = found->second;
            ledger_.push_back(
                {line.id, "stands on two scans of one page", plain_text(line), false, "", last});
            return true;
        });
        return last;
    }

    // The block is cut behind the line; a block holds lines of one scan only.
    void insert_behind(const Place& place, Block block) {
        std::vector<Block>& blocks = upper_.articles[place.article].blocks;
        std::vector<TextLine>& lines = blocks[place.block].lines;
        const auto cut = lines.begin() + static_cast<std::ptrdiff_t>(place.line) + 1;
        Block rest{blocks[place.block].kind,
                   {std::make_move_iterator(cut), std::make_move_iterator(lines.end())},
                   ""};
        lines.erase(cut, lines.end());
        const auto at = blocks.begin() + static_cast<std::ptrdiff_t>(place.block) + 1;
        const auto inserted = blocks.insert(at, std::move(block));
        if (!rest.lines.empty()) blocks.insert(inserted + 1, std::move(rest));
    }

    PageText& upper_;
    const Match& match_;
    std::vector<LedgerEntry> ledger_;
};

// Short lines have no run that tells them from others: they go by their place, and must read the same.
void match_short_lines(const PageText& first, const PageText& second, Match& match) {
    std::vector<const TextLine*> lines;
    for_each_line(first, [&lines](const TextLine& line) { lines.push_back(&line); });
    for_each_line(second, [&](const TextLine& line) {
        if (match.first_of.contains(line.id)) return;
        const Box box = moved(line.box, match.move);
        for (const TextLine* other : lines) {
            if (share_inside(intersection(box, other->box), box) < 0.5 || line.glyphs.empty()) continue;
            const bool as_long = other->glyphs.size() == line.glyphs.size();
            const Agreement agreement = compare_readings(line.glyphs, other->glyphs);
            const bool same = as_long && agreement.against == 0 && 2 * agreement.same >= agreement.length();
            if (same || are_alike(line, *other)) match.first_of.emplace(line.id, other->id);
        }
    });
}

class ScanMerger {
  public:
    explicit ScanMerger(std::vector<PageText> pages) { merged_.pages = std::move(pages); }

    MergedPages merge() {
        for (const auto& [places, pairs] : find_pairs(merged_.pages))
            if (pairs.size() >= kFewestPairs) matches_.push_back({places, match_of(pairs)});
        for (const auto& [places, match] : matches_)
            if (!gone_.contains(places.first) && !gone_.contains(places.second)) settle(places, match);
        return std::move(merged_);
    }

  private:
    void settle(const std::pair<std::size_t, std::size_t>& places, Match match) {
        PageText &first = merged_.pages[places.first], &second = merged_.pages[places.second];
        const Box overlap = intersection(extent(first), moved(extent(second), match.move));
        const Share of_first = share_in(first, overlap);
        const Share of_second = share_in(second, moved(overlap, {-match.move.x, -match.move.y}));
        const auto pairs = static_cast<double>(match.first_of.size());
        const auto most = static_cast<double>(std::min(of_first.inside, of_second.inside));
        if (match.first_of.size() < kFewestPairs || pairs < kMostOfOverlap * most) return;
        const bool adds_nothing =
            static_cast<double>(of_second.inside) >= kWholePage * static_cast<double>(of_second.all);
        match_short_lines(first, second, match);
        if (adds_nothing)
            drop(second, match);
        else if (match.move.y > 0)
            join(first, second, match);
        else
            return;
        gone_.insert(places.second);
        merged_.warnings.push_back({adds_nothing ? WarningKind::second_scan : WarningKind::lower_part,
                                    {std::to_string(second.info.number), std::to_string(first.info.number)}});
    }

    void drop(PageText& page, const Match& match) {
        for_each_line(page, [&](const TextLine& line) {
            const auto found = match.first_of.find(line.id);
            const bool paired = found != match.first_of.end();
            merged_.ledger.push_back(
                {line.id,
                 paired ? "stands on two scans of one page" : "stands on a second scan of another page",
                 plain_text(line), false, "", paired ? std::optional(found->second) : std::nullopt});
        });
        page.articles.clear();
    }

    void join(PageText& upper, PageText& lower, const Match& match) {
        std::vector<LedgerEntry> ledger = StripJoiner(upper, match).join(lower);
        std::move(ledger.begin(), ledger.end(), std::back_inserter(merged_.ledger));
    }

    MergedPages merged_;
    std::vector<std::pair<std::pair<std::size_t, std::size_t>, Match>> matches_;
    std::set<std::size_t> gone_;
};

}  // namespace

MergedPages merge_scans(std::vector<PageText> pages) {
    return ScanMerger(std::move(pages)).merge();
}

}  // namespace banwen
