#include "score/layout_figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <utility>

#include "score/figures.h"
#include "score/match_lines.h"
#include "score/match_pairs.h"

namespace banwen {
namespace {

constexpr double kSameBox = 0.5;  // common area ÷ whole area of two pictures or frames that are the same

bool is_article_type(const std::string& type) {
    constexpr std::array kTypes = {"article", "notice", "advertisement", "index"};
    return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

bool is_heading(const std::string& kind) {
    return kind == "kicker" || kind == "headline" || kind == "subtitle";
}

// One name for what a line is, on either side, so that they can be compared: of an article's type, its region
// and its block the first that sets it apart from running text.
std::string sort_of(const std::string& article_type, bool in_table, const std::string& kind) {
    if (kind == "masthead" || kind == "folio" || kind == "imprint" || kind == "caption") return kind;
    if (!article_type.empty() && article_type != "article") return article_type;
    if (in_table) return "table";
    if (is_heading(kind)) return "heading";
    return kind == "crosshead" ? kind : "body";
}

std::string kind_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::kicker:
            return "kicker";
        case BlockKind::title:
            return "headline";
        case BlockKind::subtitle:
            return "subtitle";
        case BlockKind::crosshead:
            return "crosshead";
        case BlockKind::caption:
            return "caption";
        case BlockKind::body:
            break;
    }
    return "body";
}

// A line in its place: what article it stands in, and as what. `line` is its index in the truth; of a found
// line that is no printed line, -1.
struct Place {
    int line = -1;
    std::string kind;
    std::string sort;
};

struct PlacedArticle {
    std::string type;
    std::vector<Place> places;  // in reading order
};

std::vector<PlacedArticle> printed_articles(const TruthPage& truth) {
    std::vector<PlacedArticle> articles;
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < truth.lines.size(); ++i) {
        const TruthLine& line = truth.lines[i];
        const bool fresh = index.emplace(line.article, articles.size()).second;
        if (fresh) articles.push_back({line.article_type, {}});
        articles[index[line.article]].places.push_back(
            {static_cast<int>(i), line.kind, sort_of(line.article_type, is_table_row(line), line.kind)});
    }
    return articles;
}

std::vector<PlacedArticle> found_articles(const FoundPage& found, const std::vector<int>& truth_of) {
    std::vector<PlacedArticle> articles;
    for (const Article& article : found.articles) {
        articles.push_back({std::string(name_of(article.type)), {}});
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                articles.back().places.push_back(
                    {truth_of.at(static_cast<std::size_t>(line.id.index)), kind_of(block.kind),
                     sort_of(articles.back().type, line.kind == RegionKind::table, kind_of(block.kind))});
    }
    return articles;
}

std::set<int> lines_in(const PlacedArticle& article) {
    std::set<int> lines;
    for (const Place& place : article.places)
        if (place.line >= 0) lines.insert(place.line);
    return lines;
}

struct ArticlePair {
    const PlacedArticle* printed = nullptr;
    const PlacedArticle* found = nullptr;  // null: no article has a line of it
    int common = 0;
};

int common_lines(const std::set<int>& a, const std::set<int>& b) {
    return static_cast<int>(std::count_if(a.begin(), a.end(), [&](int line) { return b.contains(line); }));
}

std::vector<const PlacedArticle*> articles_alone(const std::vector<PlacedArticle>& all) {
    std::vector<const PlacedArticle*> articles;
    for (const PlacedArticle& article : all)
        if (is_article_type(article.type)) articles.push_back(&article);
    return articles;
}

std::vector<ArticlePair> paired(const std::vector<PlacedArticle>& printed,
                                const std::vector<PlacedArticle>& found) {
    const std::vector<const PlacedArticle*> rows = articles_alone(printed), columns = articles_alone(found);
    std::vector<std::vector<double>> costs;
    for (const PlacedArticle* row : rows) {
        costs.emplace_back();
        for (const PlacedArticle* column : columns)
            costs.back().push_back(-common_lines(lines_in(*row), lines_in(*column)));
    }
    const std::vector<int> column_of = match_pairs(costs);
    std::vector<ArticlePair> pairs;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        ArticlePair pair{rows[r], nullptr, 0};
        if (column_of[r] >= 0) {
            const auto c = static_cast<std::size_t>(column_of[r]);
            pair.common = static_cast<int>(-costs[r][c]);
            if (pair.common > 0) pair.found = columns[c];
        }
        pairs.push_back(pair);
    }
    return pairs;
}

// The article's lines without its captions, as they follow each other; the cells of a row as one.
std::vector<int> text_lines(const PlacedArticle& article) {
    std::vector<int> lines;
    for (const Place& place : article.places)
        if (place.kind != "caption" && (place.line < 0 || lines.empty() || lines.back() != place.line))
            lines.push_back(place.line);
    return lines;
}

std::vector<std::pair<std::string, int>> decks(const PlacedArticle& article) {
    std::vector<std::pair<std::string, int>> lines;
    for (const Place& place : article.places)
        if (is_heading(place.kind)) lines.emplace_back(place.kind, place.line);
    return lines;
}

Tally article_shares(const std::vector<ArticlePair>& pairs) {
    Share right_article, exact, headlines;
    for (const ArticlePair& pair : pairs) {
        right_article.part += pair.common;
        right_article.whole += static_cast<double>(pair.printed->places.size());
        exact.part += pair.found != nullptr && text_lines(*pair.found) == text_lines(*pair.printed) ? 1 : 0;
        exact.whole += 1;
        const auto wanted = decks(*pair.printed);
        if (wanted.empty()) continue;
        headlines.part += pair.found != nullptr && decks(*pair.found) == wanted ? 1 : 0;
        headlines.whole += 1;
    }
    return {
        .shares = {{"line_article", right_article}, {"article_exact", exact}, {"headline_exact", headlines}},
        .measured = {}};
}

void count_place(const Place& place, const char* figure, const std::map<int, std::string>& other_side,
                 Tally& tally) {
    Share& share = tally.shares[place.sort + figure];
    const auto other = other_side.find(place.line);
    share.part += other != other_side.end() && other->second == place.sort ? 1 : 0;
    share.whole += 1;
}

std::map<int, std::string> sorts_of(const std::vector<PlacedArticle>& articles) {
    std::map<int, std::string> sorts;
    for (const PlacedArticle& article : articles)
        for (const Place& place : article.places)
            if (place.line >= 0) sorts[place.line] = place.sort;
    return sorts;
}

Tally sort_shares(const std::vector<PlacedArticle>& printed, const std::vector<PlacedArticle>& found) {
    const std::map<int, std::string> wanted = sorts_of(printed), given = sorts_of(found);
    Tally tally;
    for (const PlacedArticle& article : printed)
        for (const Place& place : article.places)
            count_place(place, "_r", given, tally);
    for (const PlacedArticle& article : found)
        for (const Place& place : article.places)
            count_place(place, "_p", wanted, tally);
    tally.shares.erase("body_p");
    tally.shares.erase("body_r");
    return tally;
}

double matched_boxes(const std::vector<Box>& printed, const std::vector<Box>& found) {
    std::vector<std::vector<double>> costs;
    for (const Box& a : printed) {
        costs.emplace_back();
        for (const Box& b : found)
            costs.back().push_back(overlap_ratio(a, b) >= kSameBox ? -1 : 0);
    }
    const std::vector<int> column_of = match_pairs(costs);
    double matched = 0;
    for (std::size_t r = 0; r < costs.size(); ++r)
        if (column_of[r] >= 0) matched -= costs[r][static_cast<std::size_t>(column_of[r])];
    return matched;
}

Tally box_shares(const std::string& name, const std::vector<Box>& printed, const std::vector<Box>& found) {
    const double matched = matched_boxes(printed, found);
    return {.shares = {{name + "_p", {matched, static_cast<double>(found.size())}},
                       {name + "_r", {matched, static_cast<double>(printed.size())}}},
            .measured = {}};
}

template <typename Object>
std::vector<Box> levelled(const std::vector<Object>& objects, const ScanMap& to_scan,
                          const TruthPage& truth) {
    std::vector<Box> boxes;
    for (const Object& object : objects)
        boxes.push_back(level_box(to_scan.apply(object.box), truth));
    return boxes;
}

std::vector<Box> levelled(const std::vector<Box>& boxes, const TruthPage& truth) {
    std::vector<Box> level;
    for (const Box& box : boxes)
        level.push_back(level_box(box, truth));
    return level;
}

Tally object_shares(const TruthPage& truth, const FoundPage& found) {
    Tally tally = box_shares("picture", levelled(truth.pictures, truth),
                             levelled(found.layout.pictures, found.to_scan, truth));
    if (!truth.frames) return tally;
    return sum_of({tally, box_shares("frame", levelled(*truth.frames, truth),
                                     levelled(found.layout.frames, found.to_scan, truth))});
}

double degrees_between(Point from, Point to) {
    return std::atan2(to.y - from.y, to.x - from.x) * 180 / std::numbers::pi;
}

// Degrees between the skew that was printed and the one that the map to the scan puts back.
double page_skew_left(const TruthPage& truth, const FoundPage& found) {
    const double middle = found.layout.height / 2.0;
    const double degrees =
        degrees_between(found.to_scan.apply(Point{0, middle}),
                        found.to_scan.apply(Point{static_cast<double>(found.layout.width), middle}));
    return std::abs(std::remainder(degrees - truth.skew_deg, 360.0));
}

// Lines of a few characters have no direction that can be told from their pixels.
constexpr double kMinLengthEm = 8;

Tally straightness(const TruthPage& truth, const FoundPage& found) {
    const double em = found.layout.type_size;
    std::vector<double> skew, bend;
    for (const TruthLine& line : truth.lines) {
        if (line.kind != "body" || line.vertical || line.baseline.size() < 2) continue;
        std::vector<Point> base;
        for (const Point& point : line.baseline)
            base.push_back(found.to_scan.back(point));
        if (base.back().x - base.front().x < kMinLengthEm * em) continue;
        skew.push_back(std::abs(degrees_between(base.front(), base.back())));
        const auto [top, foot] = std::minmax_element(
            base.begin(), base.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
        if (em > 0) bend.push_back((foot->y - top->y) * 30 / em);
    }
    if (skew.empty()) skew.push_back(page_skew_left(truth, found));
    return {.shares = {}, .measured = {{"skew_left", skew}, {"bend_left", bend}}};
}

bool is_body_line(const TruthLine& line) {
    return line.in_order && (line.kind == "body" || line.kind == "byline" || line.kind == "crosshead");
}

Share body_order(const TruthPage& truth, const std::vector<PlacedArticle>& found) {
    std::vector<int> read;
    for (const PlacedArticle& article : found)
        for (const Place& place : article.places)
            if (place.line >= 0 && is_body_line(truth.lines[static_cast<std::size_t>(place.line)]))
                read.push_back(place.line);
    return order_distance(read);
}

}  // namespace

std::vector<ScoredLine> scored_lines(const Layout& layout, const ScanMap& to_scan, const TruthPage& truth) {
    std::vector<ScoredLine> lines;
    for (const Region& region : layout.regions)
        for (const LineBox& line : region.lines)
            lines.push_back({truth.number, level_box(to_scan.apply(line.box), truth), true,
                             region.mode == WritingMode::vertical});
    return lines;
}

Tally layout_figures(const TruthPage& truth, const FoundPage& found, const ScoreOptions& options) {
    std::vector<ScoredLine> printed_lines;
    for (const TruthLine& line : truth.lines)
        printed_lines.push_back(scored_line(line, truth));
    const std::vector<ScoredLine> lines = scored_lines(found.layout, found.to_scan, truth);
    const LineMatch match = match_lines(printed_lines, lines, options.min_overlap);

    const std::vector<PlacedArticle> printed = printed_articles(truth);
    const std::vector<PlacedArticle> placed = found_articles(found, match.truth_of);
    Tally tally = sum_of({article_shares(paired(printed, placed)), sort_shares(printed, placed),
                          object_shares(truth, found), straightness(truth, found)});
    tally.shares["line_f1"] = {2 * match.right, static_cast<double>(printed_lines.size()) + match.found};
    tally.shares["line_p"] = {match.right, match.found};
    tally.shares["line_r"] = {match.right, static_cast<double>(printed_lines.size())};
    tally.shares["body_order"] = body_order(truth, placed);
    return tally;
}

}  // namespace banwen
