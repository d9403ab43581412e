#include "recognize/lstm/line_reader.h"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recognize/lstm/model_files.h"
#include "recognize/lstm/sample_lines.h"
#include "tesseract_reader.h"

namespace banwen::lstm {
namespace {

using test::model_file;
using test::sample_lines;

Model read(const ModelBytes& bytes) {
    return read_model({bytes.data(), bytes.size()});
}

std::string text_of(const std::vector<ReadCharacter>& characters, const Model& model) {
    std::string text;
    for (const ReadCharacter& each : characters)
        if (each.character != kSpace) text += model.characters.at(each.character).text;
    return text;
}

std::vector<std::string> texts_of(const std::vector<std::vector<ReadCharacter>>& lines, const Model& model) {
    std::vector<std::string> texts;
    for (const std::vector<ReadCharacter>& line : lines)
        texts.push_back(text_of(line, model));
    return texts;
}

// Reads lines of the sample with the exact kernels and with libtesseract: text and certainties are the same.
void expect_what_tesseract_reads(const ModelBytes& bytes, int height, int count) {
    const std::vector<PrintedLine> lines = sample_lines(height, count, 20);
    ASSERT_EQ(static_cast<int>(lines.size()), count);
    const Model model = read(bytes);
    LineReader reader(model, exact_kernels(), {.ways = Ways::all});
    const auto ours = reader.read(images_of(lines));
    const auto reference = read_with_tesseract(bytes, images_of(lines));
    int characters = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string wanted;
        std::vector<double> certainties;
        for (const ReferenceCharacter& each : reference[i]) {
            wanted += each.text;
            certainties.push_back(each.certainty);
        }
        EXPECT_EQ(text_of(ours[i], model), wanted);
        std::size_t k = 0;
        for (const ReadCharacter& each : ours[i])
            if (each.character != kSpace && k < certainties.size()) {
                EXPECT_NEAR(std::max(each.certainty, -20.0F), certainties[k++], 1e-3) << wanted;
                ++characters;
            }
    }
    EXPECT_GT(characters, count * 5);
}

TEST(LineReader, ReadsWhatTesseractReadsWithItsOwnArithmetic) {
    expect_what_tesseract_reads(model_file("accurate"), 36, 12);
}

TEST(LineReader, ReadsWhatTesseractReadsWithoutADictionary) {
    expect_what_tesseract_reads(without_dictionaries(model_file("accurate")), 36, 12);
}

TEST(LineReader, ReadsWhatTesseractReadsWithAModelOfAFixedHeight) {
    expect_what_tesseract_reads(model_file("fast"), 48, 12);
}

TEST(LineReader, ReadsALineAlikeInAnyCompany) {
    const Model model = read(model_file("accurate"));
    LineReader reader(model, usable_kernels().front(), {});
    const std::vector<PrintedLine> lines = sample_lines(36, 31, 5);
    const std::vector<const GrayImage*> images = images_of(lines);
    const auto together = reader.read(images);
    for (std::size_t i = 0; i < images.size(); i += 7) {
        const auto alone = reader.read({&images[i], 1});
        ASSERT_EQ(alone.size(), 1U);
        ASSERT_EQ(alone[0].size(), together[i].size());
        for (std::size_t k = 0; k < alone[0].size(); ++k) {
            EXPECT_EQ(alone[0][k].character, together[i][k].character);
            EXPECT_EQ(alone[0][k].certainty, together[i][k].certainty);
        }
    }
}

TEST(LineReader, ReadsMostLinesOfTheSampleRightlyFromTheirStart) {
    const Model model = read(model_file("accurate"));
    LineReader reader(model, usable_kernels().front(), {});
    const std::vector<PrintedLine> lines = sample_lines(36, 40, 20);
    const std::vector<std::string> texts = texts_of(reader.read(images_of(lines)), model);
    const auto same_start = [&](std::size_t i) {
        return texts[i].substr(0, 6) == lines[i].text.substr(0, 6);
    };
    int right = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        right += same_start(i) ? 1 : 0;
    EXPECT_GE(right, 28);
}

TEST(LineReader, TilesTheLineWithItsCharacters) {
    const Model model = read(model_file("accurate"));
    LineReader reader(model, usable_kernels().front(), {});
    const std::vector<PrintedLine> lines = sample_lines(36, 8, 20);
    const auto read_lines = reader.read(images_of(lines));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        int left = 0;
        for (const ReadCharacter& each : read_lines[i]) {
            EXPECT_EQ(each.left, left);
            EXPECT_GT(each.right, each.left);
            left = each.right;
        }
        EXPECT_EQ(left, lines[i].image.width);
    }
}

TEST(LineReader, RanksWhatElseACharacterCouldBe) {
    const Model model = read(model_file("accurate"));
    LineReader reader(model, usable_kernels().front(), {});
    const std::vector<PrintedLine> lines = sample_lines(36, 20, 20);
    int with_alternatives = 0;
    for (const std::vector<ReadCharacter>& line : reader.read(images_of(lines)))
        for (const ReadCharacter& each : line) {
            with_alternatives += each.alternatives.empty() ? 0 : 1;
            float above = each.certainty;
            for (const Alternative& alternative : each.alternatives) {
                EXPECT_NE(alternative.character, each.character);
                EXPECT_LE(alternative.certainty, above);
                above = alternative.certainty;
            }
        }
    EXPECT_GT(with_alternatives, 20);
}

TEST(LineReader, FindsNothingOnBlankPaperOrOnNoPaper) {
    const Model model = read(model_file("accurate"));
    LineReader reader(model, usable_kernels().front(), {});
    const GrayImage blank = blank_image(200, 36), narrow = blank_image(2, 36), flat = blank_image(100, 1),
                    none;
    const std::vector<const GrayImage*> images = {&narrow, &blank, &flat, &none};
    const auto lines = reader.read(images);
    ASSERT_EQ(lines.size(), images.size());
    EXPECT_THAT(lines[0], testing::IsEmpty());
    EXPECT_THAT(lines[2], testing::IsEmpty());
    EXPECT_THAT(lines[3], testing::IsEmpty());
    EXPECT_THAT(reader.read({}), testing::IsEmpty());
}

TEST(LineReader, ReadsAFloatModelAsItsInt8Original) {
    const ModelBytes bytes = model_file("fast");
    const Model original = read(bytes);
    const Model converted = read(test::with_float_weights(bytes));
    const std::vector<PrintedLine> lines = sample_lines(48, 10, 20);
    LineReader first(original, usable_kernels().front(), {});
    LineReader second(converted, usable_kernels().front(), {});
    const std::vector<std::string> texts = texts_of(first.read(images_of(lines)), original);
    EXPECT_THAT(texts, testing::Contains(testing::Not(testing::IsEmpty())));
    EXPECT_EQ(texts_of(second.read(images_of(lines)), converted), texts);
    EXPECT_EQ(converted.network.output.values, original.network.output.values);
}

}  // namespace
}  // namespace banwen::lstm
