// The scorer reads what the writers write: the same figures from each format that tells what they are made
// of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/characters.h"
#include "core/error.h"
#include "score/score_issue.h"
#include "support/temp_folder.h"
#include "write/write_issue.h"
#include "write/written_sample.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::DoubleEq;
using testing::Key;
using testing::Not;
using testing::Pair;

// The sample with a character in eleven misread, so that no figure is at its best by having nothing to count.
Issue misread_sample() {
    Issue issue = test::printed_sample();
    std::size_t count = 0;
    for (Article& article : issue.articles)
        for (Block& block : article.blocks) {
            std::u32string text = from_utf8(block.text);
            for (char32_t& c : text)
                if (is_han(c) && ++count % 11 == 0) c = U'囗';
            block.text = to_utf8(text);
        }
    return issue;
}

class ScoreFormats : public testing::Test {
  protected:
    void SetUp() override {
        const Issue issue = misread_sample();
        write_issue(issue, out_.path(), {.formats = output_formats(), .version = "1"});
        folder_ = out_.path() / issue.id;
    }
    Score score_of(const std::string& name) const {
        return score_issue(BANWEN_SAMPLES "/liuxi-2024-03-18/truth.json", folder_ / name, {});
    }
    const test::TempFolder out_;
    fs::path folder_;
};

void expect_same(const Score& one, const Score& other, const std::vector<std::string>& figures) {
    for (const std::string& figure : figures) {
        ASSERT_THAT(one, Contains(Key(figure)));
        EXPECT_THAT(other, Contains(Pair(figure, DoubleEq(one.at(figure)))));
    }
}

TEST_F(ScoreFormats, FindsTheSameArticlesInMets) {
    const Score records = score_of("");
    EXPECT_GT(records.at("art_ned"), 0.05);
    EXPECT_LT(records.at("art_ned"), 0.2);
    expect_same(records, score_of("mets.xml"),
                {"art_ned", "art_ned_pooled", "art_f1", "page_ned", "bag_f1", "dup", "lost", "gone",
                 "cer_headline", "cer_body", "cer_caption", "cer_masthead", "line_f1", "order"});
}

TEST_F(ScoreFormats, FindsTheSameLinesInAltoPageAndHocr) {
    const Score alto = score_of("alto");
    EXPECT_GT(alto.at("cer_line"), 0.05);
    EXPECT_LT(alto.at("cer_line"), 0.2);
    EXPECT_GT(alto.at("line_f1"), 0.9);
    for (const char* other : {"page", "hocr"})
        EXPECT_EQ(score_of(other), alto) << other;
    EXPECT_THAT(alto, Not(Contains(Key("art_ned"))));
    expect_same(score_of(""), alto, {"line_f1", "cer_line"});
    expect_same(score_of("mets.xml"), alto, {"line_f1", "cer_line"});
}

TEST_F(ScoreFormats, FindsTheSameTextInAllThatTellLittleMore) {
    const Score texts = score_of("text");
    EXPECT_LT(texts.at("bag_f1"), 0.95);
    for (const char* other : {"alto", "page", "hocr"})
        expect_same(texts, score_of(other), {"bag_f1"});
    if (fs::exists(folder_ / "issue.pdf"))
        expect_same(score_of("alto"), score_of("issue.pdf"), {"bag_f1", "page_ned", "gone"});
}

TEST_F(ScoreFormats, GoByTheOrderThatTheFileTells) {
    const Score ordered = score_of("alto");
    for (const fs::path& file : fs::directory_iterator(folder_ / "alto")) {
        std::string text = test::bytes_of(file);
        const std::size_t from = text.find("<TextBlock "), to = text.rfind("</TextBlock>");
        const std::size_t cut = text.find("<TextBlock ", (from + to) / 2);
        const std::size_t end = to + std::string_view("</TextBlock>").size();
        text = text.substr(0, from) + text.substr(cut, end - cut) + text.substr(from, cut - from) +
               text.substr(end);
        test::write_bytes(file, text);
    }
    EXPECT_EQ(score_of("alto"), ordered);
}

TEST_F(ScoreFormats, RefuseWhatTheyCannotRead) {
    for (const auto& [name, bytes] : {std::pair{"cut.xml", "<alto><Layout>"},
                                      std::pair{"other.xml", "<svg/>"}, std::pair{"none.pdf", "%PDF-1.7"}}) {
        test::write_bytes(folder_ / name, bytes);
        EXPECT_THROW(score_of(name), Error) << name;
    }
}

// What other programs write: prefixed names, lines without words, white space, words alone, several pages.
TEST(ScorePageFormats, ReadWhatOtherProgramsWrite) {
    const test::TempFolder folder;
    test::write_bytes(folder.path() / "truth.json",
                      R"({"schema":"banwen-truth/1","pages":[{"number":1,"lines":[
{"id":"a","text":"春耕正忙","box":[0,0,100,20],"kind":"body"},
{"id":"b","text":"新桥通车","box":[0,30,100,20],"kind":"body"}],"order":["a","b"]}],
"articles":[{"type":"article","text":"春耕正忙\n新桥通车"}]})");
    test::write_bytes(folder.path() / "page.xml", R"(<pc:PcGts xmlns:pc="p"><pc:Page>
<pc:ReadingOrder><pc:OrderedGroup><pc:RegionRefIndexed index="1" regionRef="r1"/>
<pc:RegionRefIndexed index="0" regionRef="r2"/></pc:OrderedGroup></pc:ReadingOrder>
<pc:TextRegion id="r1"><pc:TextLine><pc:Coords points="0,30 100,30 100,50 0,50"/>
<pc:Word><pc:TextEquiv><pc:Unicode>新桥</pc:Unicode></pc:TextEquiv></pc:Word>
<pc:Word><pc:TextEquiv><pc:Unicode>通车</pc:Unicode></pc:TextEquiv></pc:Word></pc:TextLine></pc:TextRegion>
<pc:TextRegion id="r2"><pc:TextLine><pc:Coords points="0,0 100,0 100,20 0,20"/>
<pc:TextEquiv><pc:Unicode>春耕 正忙</pc:Unicode></pc:TextEquiv></pc:TextLine></pc:TextRegion>
</pc:Page></pc:PcGts>)");
    test::write_bytes(folder.path() / "page.hocr", R"(<!DOCTYPE html><html><body>
<div class="ocr_page" title='image "a.png"; bbox 0 0 200 100; ppageno 0'>
<span class="ocr_header" title="bbox 0 0 100 20; x_size 20"><span class="ocrx_word">春耕</span>
<span class="ocrx_word">正忙</span></span>
<span class="ocr_line" title="baseline 0 0; bbox 0 30 100 50"><span class="ocrx_word">新桥通车</span></span>
</div></body></html>)");
    for (const char* name : {"page.xml", "page.hocr"}) {
        const Score score = score_issue(folder.path() / "truth.json", folder.path() / name, {});
        EXPECT_DOUBLE_EQ(score.at("page_ned"), 0) << name;
        EXPECT_DOUBLE_EQ(score.at("line_f1"), 1) << name;
        EXPECT_DOUBLE_EQ(score.at("cer_line"), 0) << name;
        EXPECT_DOUBLE_EQ(score.at("order"), 0) << name;
    }
}

}  // namespace
}  // namespace banwen
