#include "score/read_truth.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/error.h"
#include "score/article_record.h"
#include "score/comparable_text.h"
#include "score/json_file.h"
#include "score/truth_page.h"

namespace banwen {
namespace {

ScoredText read_issue_truth(const Json& json) {
    ScoredText scored;
    for (const Json& article : array_at(json, "articles"))
        add_article(article, scored);
    scored.pages = truth_pages(json);
    for (const TruthPage& page : scored.pages)
        for (const TruthLine& line : page.lines)
            scored.lines.push_back(scored_line(line, page));
    return scored;
}

// A list of blocks {order, category, poly, text, lines: [{poly, text}]} of one page, in reading order.
bool is_block_list(const Json& json) {
    return json.is_array() && !json.empty() && json.front().is_object() && json.front().contains("poly");
}

Box box_of_poly(const Json& record) {
    const Json& poly = array_at(record, "poly");
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

void add_block_lines(const Json& block, ScoredText& scored) {
    const bool in_order = !has_no_place_in_order(string_at(block, "category"));
    bool first = true;
    for (const Json& piece : array_at(block, "lines")) {
        const Box box = box_of_poly(piece);
        if (!first && continues_line(scored.lines.back().box, box)) {
            scored.lines.back().box = bounding(scored.lines.back().box, box);
        } else {
            scored.lines.push_back({1, box, in_order, false, U""});
        }
        first = false;
    }
}

ScoredText read_block_list(const Json& json) {
    ScoredText scored;
    scored.plain = true;
    for (const Json& block : json) {
        if (!block.is_object() || (block.contains("ignore") && block["ignore"] == true)) continue;
        scored.everything += comparable_text(string_at(block, "text"));
        add_block_lines(block, scored);
    }
    for (ScoredLine& line : scored.lines)
        line.vertical = line.box.height > 2 * line.box.width;
    return scored;
}

// {"blocks": [{"text"}]}: some blocks of a page, read again by hand.
bool is_some_blocks(const Json& json) {
    return json.is_object() && !array_at(json, "blocks").empty();
}

ScoredText read_some_blocks(const Json& json) {
    ScoredText scored;
    for (const Json& block : array_at(json, "blocks"))
        scored.blocks.push_back(comparable_text(string_at(block, "text")));
    return scored;
}

struct TruthKind {
    bool (*fits)(const Json&);
    ScoredText (*read)(const Json&);
};

constexpr std::array kTruthKinds = {
    TruthKind{is_issue_truth, read_issue_truth},
    TruthKind{is_block_list, read_block_list},
    TruthKind{is_some_blocks, read_some_blocks},
};

}  // namespace

ScoredText read_truth(const std::filesystem::path& file) {
    const Json json = read_json(file);
    for (const TruthKind& kind : kTruthKinds)
        if (kind.fits(json)) return kind.read(json);
    throw Error(ExitCode::unreadable_input,
                fmt::format("{} is no truth that is known: expected schema banwen-truth/1", file.string()));
}

}  // namespace banwen
