#include "recognize/second_looks.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recognize/recognize_lines.h"

namespace banwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<Glyph> line_of(const std::vector<double>& confidences) {
    std::vector<Glyph> line;
    for (const double confidence : confidences)
        line.push_back({.box = {}, .readings = {{"一", confidence}}});
    return line;
}

// Reads the same text on every line, as sure as it was told.
class SureOf final : public Recognizer {
  public:
    SureOf(std::string text, double confidence, int height)
        : text_(std::move(text)), confidence_(confidence), height_(height) {}

    int line_height() const override { return height_; }
    Recognizer* second_opinion() override { return other; }
    std::vector<std::vector<Glyph>> read_lines(std::span<const LineImage> lines) override {
        std::vector<std::vector<Glyph>> glyphs;
        for (const LineImage& line : lines) {
            heights.push_back(line.gray.height);
            glyphs.push_back(
                {{.box = {0, 0, line.gray.width, line.gray.height}, .readings = {{text_, confidence_}}}});
        }
        return glyphs;
    }

    Recognizer* other = nullptr;
    std::vector<int> heights;  // of the images read

  private:
    std::string text_;
    double confidence_;
    int height_;
};

// A page with one square of ink on it as its only line.
CleanPage page_with_square() {
    CleanPage page;
    page.gray = blank_image(100, 60);
    page.ink = blank_image(100, 60, 0);
    for (int y = 20; y < 40; ++y)
        for (int x = 20; x < 40; ++x) {
            const bool hollow = x > 23 && x < 36 && y > 23 && y < 36;
            page.gray.at(x, y) = hollow ? 255 : 0;
            page.ink.at(x, y) = hollow ? 0 : 255;
        }
    return page;
}

// Three lines over the same ink, as they are read.
std::vector<std::string> read_with(SureOf& recognizer, Effort effort) {
    const LineBox line{.box = {20, 20, 20, 20}, .type_size = 22};
    Layout layout;
    layout.regions.push_back({.box = line.box, .lines = {line, line, line}});
    std::vector<std::string> texts;
    for (const TextLine& each :
         recognize_lines(page_with_square(), layout, 1, recognizer, {.effort = effort}))
        texts.push_back(plain_text(each));
    return texts;
}

TEST(DoubtfulLines, AreThoseWithTheLeastSureCharactersThatTheBudgetAllows) {
    SureOf engine("", 0, 0);
    const auto sure = line_of({0.9, 0.8}), unsure = line_of({0.9, 0.5}), doubtful = line_of({0.9, 0.9, 0.1});
    const std::vector<FirstReading> lines = {{unsure, 1}, {sure, 1}, {doubtful, 1}, {unsure, 1}, {sure, 1}};
    const FurtherLook look{{}, &engine, 2};
    EXPECT_THAT(doubtful_lines(lines, {{look}, 0.7, 0.4}), ElementsAre(2));
    EXPECT_THAT(doubtful_lines(lines, {{look}, 0.7, 4}), ElementsAre(0, 2, 3));
    EXPECT_THAT(doubtful_lines(lines, {{look, look}, 0.7, 0.8}), ElementsAre(2));
}

TEST(DoubtfulLines, HoldThoseOnWhichNothingWasReadButNoneWithoutInk) {
    SureOf engine("", 0, 0);
    const std::vector<FirstReading> lines = {{{}, 1}, {{}, 0}};
    EXPECT_THAT(doubtful_lines(lines, {{{{}, &engine, 1}}, 0.7, 4}), ElementsAre(0));
}

TEST(SecondLooksOf, FastAreNone) {
    SureOf engine("", 0, 0), other("", 0, 48);
    engine.other = &other;
    const auto doubtful = line_of({0.1});
    const std::vector<FirstReading> lines = {{doubtful, 1}};
    EXPECT_THAT(second_looks(Effort::fast, {}, engine).looks, IsEmpty());
    EXPECT_THAT(doubtful_lines(lines, second_looks(Effort::fast, {}, engine)), IsEmpty());
}

TEST(SecondLooksOf, AskTheOtherEngineAtItsHeight) {
    SureOf engine("", 0, 0), other("", 0, 48);
    engine.other = &other;
    const SecondLooks normal = second_looks(Effort::normal, {.height = 36}, engine);
    ASSERT_THAT(normal.looks, SizeIs(1));
    EXPECT_EQ(normal.looks[0].engine, &other);
    EXPECT_EQ(normal.looks[0].look.height, 48);
}

TEST(SecondLooksOf, LeaveTheHeightToAnEngineThatHasOneOfItsOwn) {
    SureOf engine("", 0, 48);
    for (const Effort effort : {Effort::normal, Effort::high})
        for (const FurtherLook& look : second_looks(effort, {.height = 48}, engine).looks)
            EXPECT_EQ(look.look.height, 48);
}

TEST(RecognizeLines, LetTheOtherEngineVoteOnDoubtfulLinesWithinTheBudget) {
    SureOf engine("己", 0.4, 0), other("已", 0.9, 48);
    engine.other = &other;
    EXPECT_THAT(read_with(engine, Effort::fast), ElementsAre("己", "己", "己"));
    EXPECT_THAT(other.heights, IsEmpty());
    EXPECT_THAT(read_with(engine, Effort::normal), ElementsAre("已", "己", "己"));
    EXPECT_THAT(other.heights, ElementsAre(48));
}

TEST(RecognizeLines, DoNotAskTwiceAboutSureLines) {
    SureOf engine("己", 0.95, 0), other("已", 0.99, 48);
    engine.other = &other;
    EXPECT_THAT(read_with(engine, Effort::high), ElementsAre("己", "己", "己"));
    EXPECT_THAT(other.heights, IsEmpty());
    EXPECT_THAT(engine.heights, SizeIs(3));
}

}  // namespace
}  // namespace banwen
