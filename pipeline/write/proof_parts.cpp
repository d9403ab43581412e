#include "write/proof_parts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/characters.h"
#include "core/ledger.h"
#include "write/html_text.h"
#include "write/page_names.h"

namespace banwen {
namespace {

bool is_furniture(ArticleType type) {
    return type == ArticleType::masthead || type == ArticleType::folio || type == ArticleType::imprint;
}

// The block in which a place of the record's field stands, and that place in it.
struct PlaceInBlock {
    std::size_t block = 0;
    int offset = 0;
    int length = 0;  // of the block
};

PlaceInBlock find_place(const Article& article, const std::string& field, int start) {
    int length = 0;
    for (std::size_t b = 0; b < article.blocks.size(); ++b) {
        const Block& block = article.blocks[b];
        if (field_of(block.kind) != field || block.text.empty()) continue;
        if (length > 0) ++length;  // the line feed between two blocks
        const int size = static_cast<int>(from_utf8(block.text).size());
        if (start >= length && start < length + size) return {b, start - length, size};
        length += size;
    }
    return {};
}

// The characters [start, end) of a block's text as they were read on the line; empty where they were not.
Box box_on(const SetLine& line, int start, int end) {
    Box box;
    int place = line.start;
    for (const SetWord& word : line.words) {
        for (const SetGlyph& glyph : word.glyphs) {
            if (place >= start && place < end) box = bounding(box, glyph.box);
            ++place;
        }
        if (word.glyphs.empty()) place += static_cast<int>(from_utf8(word.text).size());
        ++place;  // the gap
    }
    return box;
}

}  // namespace

std::vector<ProofArticle> number_articles(const Issue& issue) {
    constexpr double kGoldenAngle = 137.508;
    std::vector<ProofArticle> articles;
    std::map<int, int> numbers;
    for (std::size_t i = 0; i < issue.articles.size(); ++i) {
        const Article& article = issue.articles[i];
        const int page = article.pages.empty() ? 0 : article.pages.front();
        const int hue = static_cast<int>(std::fmod(14 + kGoldenAngle * static_cast<double>(i), 360));
        articles.push_back({&article, i, is_furniture(article.type) ? 0 : ++numbers[page], hue});
    }
    return articles;
}

std::vector<ProofDoubt> place_doubts(const Issue& issue) {
    std::vector<ProofDoubt> doubts;
    for (std::size_t a = 0; a < issue.articles.size(); ++a)
        for (const Doubt& doubt : issue.articles[a].doubts) {
            const PlaceInBlock place = find_place(issue.articles[a], doubt.field, doubt.start);
            const int end = std::min(place.offset + doubt.end - doubt.start, place.length);
            if (end <= place.offset) continue;
            doubts.push_back({.doubt = &doubt,
                              .article = a,
                              .block = place.block,
                              .start = place.offset,
                              .end = end,
                              .box = {}});
        }
    return doubts;
}

std::vector<ProofDoubt> find_spots(std::vector<ProofDoubt> doubts, const Issue& issue, const PageInfo& page,
                                   const std::vector<SetBlock>& blocks) {
    for (ProofDoubt& doubt : doubts) {
        const std::string id = fmt::format("A{:04}_B{:03}_", doubt.article + 1, doubt.block + 1);
        for (const SetBlock& block : blocks) {
            if (block.article != &issue.articles[doubt.article] || !block.id.starts_with(id)) continue;
            for (const SetLine& line : block.lines) {
                const Box box = box_on(line, doubt.start, doubt.end);
                if (box.empty()) continue;
                doubt.box = doubt.page == page.number ? bounding(doubt.box, box) : box;
                doubt.page = page.number;
            }
        }
    }
    return doubts;
}

std::string both(const std::string& chinese, const std::string& english) {
    return fmt::format(R"(<span class="zh" lang="zh-Hans">{}</span><span class="en" lang="en">{}</span>)",
                       chinese, english);
}

std::string both_page(const Issue& issue, int number) {
    const PageInfo* page = find_page(issue, number);
    if (page == nullptr || page->label.empty())
        return both(fmt::format("第 {} 页", number), fmt::format("Page {}", number));
    return both(html_text(page->label), fmt::format("Page {}", number));
}

}  // namespace banwen
