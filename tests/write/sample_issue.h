// A small issue as the text room leaves it, for the writers' tests.
#pragma once

#include <string>

#include "core/issue.h"

namespace banwen::test {

// One line of glyphs, each a code unit of `text` in ASCII.
inline TextLine line(LineId id, int region, Box box, const std::string& text, double confidence = 0.9) {
    TextLine result{.id = id, .region = region, .box = box, .measure = box, .type_size = 10, .glyphs = {}};
    for (const char c : text)
        result.glyphs.push_back({.box = box, .readings = {{std::string(1, c), confidence}}});
    return result;
}

inline PageInfo page(int number, const std::string& file, int lines = 0) {
    return {.number = number,
            .label = number == 1 ? "一版" : "二版",
            .file = file,
            .sha256 = std::string(64, static_cast<char>('0' + number)),
            .scan_width = 1000,
            .scan_height = 2000,
            .lines = lines,
            .width = 1000,
            .height = 2000,
            .dpi = 300,
            .confidence = 0.9};
}

// Two pages; the first article runs over both, the second is a caption without an article.
inline Issue sample_issue() {
    Issue issue{.id = "dawn-2020-03-24-a", .paper = "dawn", .date = "2020-03-24", .edition = "a"};
    issue.pages = {page(1, "/scans/1.tif", 6), page(2, "/scans/2.tif", 3)};
    Article article{.id = "dawn-2020-03-24-a-i0101", .pages = {1, 2}};
    article.blocks = {
        {BlockKind::kicker, {line({1, 0}, 0, {100, 50, 200, 20}, "kick")}, "引题", {{0, 2}}},
        {BlockKind::title, {line({1, 1}, 1, {100, 80, 400, 40}, "title")}, "春水到田头", {{0, 5}}},
        {BlockKind::body,
         {line({1, 2}, 2, {100, 140, 300, 10}, "a"), line({1, 3}, 2, {100, 160, 320, 10}, "b")},
         "本报讯 段一",
         {{0, 3}, {4, 6}}},
        {BlockKind::crosshead, {line({1, 4}, 3, {100, 180, 90, 12}, "c")}, "小标题", {{0, 3}}},
        {BlockKind::body, {line({2, 0}, 0, {50, 60, 300, 10}, "d", 0.5)}, "段二", {{0, 2}}},
        {BlockKind::caption, {line({2, 1}, 1, {50, 400, 100, 8}, "e")}, "图为水渠", {{0, 4}}},
    };
    article.bylines = {{"记者", "某某", 0, 3}};
    article.dateline = Dateline{"本市", "", 0, 2};
    article.jump = Jump{2, std::nullopt, JumpStatus::joined};
    article.doubts = {{"text", 1, 2, {"日", "曰"}, 0.41}};
    Article picture{.id = "dawn-2020-03-24-a-i0201", .type = ArticleType::caption, .pages = {2}};
    picture.blocks = {{BlockKind::caption, {line({2, 2}, 2, {500, 900, 100, 8}, "f")}, "市集一角", {{0, 4}}}};
    issue.articles = {article, picture};
    issue.ledger = {{{1, 5}, "jump mark", "下转二版", false}, {{1, 3}, "joined", "b", true}};
    issue.models = {{"fast", "/models/fast.traineddata", std::string(64, 'f'), "lstm", "4.1.0"}};
    return issue;
}

}  // namespace banwen::test
