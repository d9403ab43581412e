#include "score/read_truth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/error.h"
#include "score/add_article.h"
#include "score/comparable_text.h"
#include "score/json_file.h"
#include "score/truth_page.h"

namespace banwen {
namespace {

// An article that is carried over is read to its end before the next: lines are ranked by their articles'
// places in the issue, then page by page.
void rank_lines(const JsonValue& articles, ScoredText& scored) {
    std::map<std::string, std::size_t> place;
    for (const JsonValue& article : articles)
        place.emplace(string_at(article, "id"), place.size());
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (const TruthPage& page : scored.pages)
        for (const TruthLine& line : page.lines)
            order.emplace_back(place.contains(line.article) ? place[line.article] : place.size(),
                               order.size());
    std::sort(order.begin(), order.end());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        scored.lines[order[rank].second].rank = static_cast<int>(rank);
}

ScoredText read_issue_truth(const JsonValue& json) {
    ScoredText scored;
    for (const JsonValue& article : array_at(json, "articles"))
        add_article(article, scored);
    scored.pages = truth_pages(json);
    for (const TruthPage& page : scored.pages)
        for (const TruthLine& line : page.lines)
            scored.lines.push_back(scored_line(line, page));
    rank_lines(array_at(json, "articles"), scored);
    return scored;
}

// A list of blocks {order, category, poly, text, lines: [{poly, text}]} of one page, in reading order.
bool is_block_list(const JsonValue& json) {
    return json.is_array() && !json.empty() && json.front().is_object() && json.front().contains("poly");
}

Box box_of_poly(const JsonValue& record) {
    const JsonValue& poly = array_at(record, "poly");
    Box box;
    for (std::size_t i = 0; i + 1 < poly.size(); i += 2) {
        if (!poly[i].is_number() || !poly[i + 1].is_number()) return {};
        const int x = static_cast<int>(std::lround(poly[i].get<double>()));
        const int y = static_cast<int>(std::lround(poly[i + 1].get<double>()));
        box = bounding(box, {x, y, 1, 1});
    }
    return box;
}

// Such truths cut a printed line where its script changes: pieces side by side at one height are one line.
bool continues_line(const Box& line, const Box& piece) {
    const int thickness = std::min(line.height, piece.height);
    return overlap_y(line, piece) * 2 > thickness && piece.left >= line.left &&
           piece.left - line.right() < thickness;
}

void add_block_lines(const JsonValue& block, ScoredText& scored) {
    const bool in_order = !has_no_place_in_order(string_at(block, "category"));
    bool first = true;
    for (const JsonValue& piece : array_at(block, "lines")) {
        const Box box = box_of_poly(piece);
        if (!first && continues_line(scored.lines.back().box, box)) {
            scored.lines.back().box = bounding(scored.lines.back().box, box);
        } else {
            const int rank = static_cast<int>(scored.lines.size());
            scored.lines.push_back({.page = 1, .box = box, .in_order = in_order, .rank = rank});
        }
        first = false;
    }
}

ScoredText read_block_list(const JsonValue& json) {
    ScoredText scored;
    scored.plain = true;
    for (const JsonValue& block : json) {
        if (!block.is_object() || (block.contains("ignore") && block["ignore"] == true)) continue;
        scored.everything += comparable_text(string_at(block, "text"));
        add_block_lines(block, scored);
    }
    for (ScoredLine& line : scored.lines)
        line.vertical = line.box.height > 2 * line.box.width;
    return scored;
}

// {"blocks": [{"text"}]}: some blocks of a page, read again by hand.
bool is_some_blocks(const JsonValue& json) {
    return json.is_object() && !array_at(json, "blocks").empty();
}

ScoredText read_some_blocks(const JsonValue& json) {
    ScoredText scored;
    for (const JsonValue& block : array_at(json, "blocks"))
        scored.blocks.push_back(comparable_text(string_at(block, "text")));
    return scored;
}

struct TruthKind {
    bool (*fits)(const JsonValue&);
    ScoredText (*read)(const JsonValue&);
};

constexpr std::array kTruthKinds = {
    TruthKind{is_issue_truth, read_issue_truth},
    TruthKind{is_block_list, read_block_list},
    TruthKind{is_some_blocks, read_some_blocks},
};

}  // namespace

ScoredText read_truth(const std::filesystem::path& file) {
    const JsonValue json = read_json(file);
    for (const TruthKind& kind : kTruthKinds)
        if (kind.fits(json)) return kind.read(json);
    throw unreadable(file.native(), "is no truth that is known", "name one of schema banwen-truth/1");
}

}  // namespace banwen
