// Formats without places read back: their text is that of the articles, gap by gap. Those with places have
// this test in their own files.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/characters.h"
#include "support/temp_folder.h"
#include "write/set_page.h"
#include "write/written_sample.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using test::bytes_of;

constexpr std::array kFields = {"kicker", "title", "subtitle", "text"};

std::string without_line_feeds(std::string text) {
    std::erase(text, '\n');
    return text;
}

// All that an article says, in the order in which the formats for people have it.
std::string said_by(const Article& article) {
    std::string text;
    for (const BlockKind kind : {BlockKind::kicker, BlockKind::title, BlockKind::subtitle})
        text += text_of(article, kind);
    return without_line_feeds(text + running_text(article) + text_of(article, BlockKind::caption));
}

class SameText : public testing::Test {
  protected:
    const test::TempFolder out_;
    const Issue& issue_ = test::printed_sample();
    const fs::path folder_ = test::write_all_formats(issue_, out_.path());
};

TEST_F(SameText, IsTriedOnTextWithGapsBetweenHan) {
    int gaps = 0;
    for (const Article& article : issue_.articles) {
        const std::u32string text = from_utf8(said_by(article));
        for (std::size_t i = 1; i + 1 < text.size(); ++i)
            gaps += text[i] == U' ' && is_han(text[i - 1]) && is_han(text[i + 1]) ? 1 : 0;
    }
    EXPECT_GT(gaps, 5);
}

TEST_F(SameText, StandsInTextFiles) {
    for (const Article& article : issue_.articles)
        EXPECT_EQ(without_line_feeds(bytes_of(folder_ / "text" / (article.id + ".txt"))), said_by(article));
}

// What a reader of Markdown sees of a line, "" of one that says where the text stands.
std::string seen_in_markdown(std::string line) {
    if (line.starts_with("# ") || line.starts_with("## ")) return "";
    for (const std::string_view sign : {"### ", "#### ", "> "})
        if (line.starts_with(sign)) line.erase(0, sign.size());
    std::string seen;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '*') continue;
        if (line[i] == '\\') ++i;
        seen += line[i];
    }
    return seen;
}

TEST_F(SameText, StandsInMarkdown) {
    std::istringstream lines(bytes_of(folder_ / "issue.md"));
    std::string line, seen, wanted;
    for (int rules = 0; rules < 2 && std::getline(lines, line);)
        rules += line == "---" ? 1 : 0;
    while (std::getline(lines, line))
        seen += seen_in_markdown(line);
    // Of a deck's lines it makes one, with a space between.
    for (const Article& article : issue_.articles) {
        for (const BlockKind kind : {BlockKind::kicker, BlockKind::title, BlockKind::subtitle})
            wanted += text_of(article, kind);
        std::replace(wanted.begin(), wanted.end(), '\n', ' ');
        wanted += without_line_feeds(running_text(article) + text_of(article, BlockKind::caption));
    }
    EXPECT_EQ(seen, wanted);
}

TEST_F(SameText, StandsInTheRecordsOfEachServer) {
    std::vector<Json> records;
    std::istringstream lines(bytes_of(folder_ / "articles.jsonl"));
    for (std::string line; std::getline(lines, line);)
        records.push_back(Json::parse(line));
    ASSERT_EQ(records.size(), issue_.articles.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        std::string said;
        for (const char* const field : kFields)
            said += records[i][field].get<std::string>();
        for (const Json& caption : records[i]["captions"])
            said += caption.get<std::string>();
        EXPECT_EQ(without_line_feeds(said), said_by(issue_.articles[i]));
    }
    std::vector<Json> actions;
    std::istringstream bulk(bytes_of(folder_ / "bulk/elasticsearch.ndjson"));
    for (std::string line; std::getline(bulk, line) && std::getline(bulk, line);)
        actions.push_back(Json::parse(line));
    for (const Json& shaped : {Json(actions), Json::parse(bytes_of(folder_ / "bulk/solr.json")),
                               Json::parse(bytes_of(folder_ / "bulk/groonga.json")),
                               Json::parse(bytes_of(folder_ / "bulk/meilisearch.json"))}) {
        ASSERT_EQ(shaped.size(), records.size());
        for (std::size_t i = 0; i < records.size(); ++i)
            for (const char* const field : {"kicker", "title", "subtitle", "text", "captions"})
                EXPECT_EQ(shaped[i][field], records[i][field]) << field;
    }
}

TEST_F(SameText, StandsInTheLines) {
    std::string seen, wanted;
    std::istringstream lines(bytes_of(folder_ / "lines.jsonl"));
    for (std::string line; std::getline(lines, line);)
        seen += Json::parse(line)["text"].get<std::string>() + "\n";
    for (const Article& article : issue_.articles)
        for (const Block& block : article.blocks)
            for (const std::string& text : line_texts(block))
                if (!text.empty()) wanted += text + "\n";
    EXPECT_EQ(seen, wanted);
}

}  // namespace
}  // namespace banwen
