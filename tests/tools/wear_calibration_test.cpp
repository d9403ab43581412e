// What the named wears mean: how many characters a recognizer that is not ours to tune gets wrong on lines
// cut without a fault. Milder wear would flatter every figure measured on generated pages, absurd wear
// mislead.
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "copy_source.h"
#include "recognize/make_recognizer.h"
#include "score/comparable_text.h"
#include "score/edit_distance.h"
#include "set_lines.h"
#include "unicode.h"
#include "wear.h"

namespace banwen {
namespace {

namespace press = newsprint;

constexpr int kDpi = 300;
constexpr int kSheets = 6;
constexpr std::size_t kLinesPerSheet = 56;
constexpr int kMargin = 4;  // px of paper left around the ink

// Body lines of about the measure of a newspaper's column, from all over the bank: the paragraphs are taken
// in turn with a stride, from another one for every sheet.
std::vector<press::SetLine> set_bank(const press::TypeCase& type_case, const press::Setting& setting,
                                     std::size_t sheet) {
    static const std::vector<press::Story> kStories = press::gather_copy({.prose = NEWSPRINT_PROSE});
    std::vector<press::SetLine> set;
    for (std::size_t turn = 0; set.size() < kLinesPerSheet; ++turn) {
        const press::Story& story = kStories[(sheet * 7 + turn * 3) % kStories.size()];
        const press::Paragraph& paragraph = story.paragraphs[(sheet + turn) % story.paragraphs.size()];
        if (paragraph.kind != press::ParagraphKind::body || paragraph.text.find(U' ') != paragraph.text.npos)
            continue;
        for (press::SetLine& line : press::set_paragraph(type_case, paragraph.text, 0, setting))
            set.push_back(std::move(line));
    }
    set.resize(kLinesPerSheet);
    return set;
}

// Two columns of lines on a small sheet, at 9, 9.5 or 10 pt.
press::Sheet sheet_of_lines(const press::TypeCase& type_case, int number) {
    press::Setting setting;
    setting.em = (9 + 0.5 * (number % 3)) * press::kMillimetresPerPoint;
    setting.width = 17 * setting.em;
    press::Sheet sheet;
    sheet.width = 150, sheet.height = 160;
    sheet.regions.emplace_back();
    const auto lines = set_bank(type_case, setting, static_cast<std::size_t>(number));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double left = i % 2 == 0 ? 8 : 78;
        const double foot = 12 + static_cast<double>(i / 2) * setting.em * 1.45;
        press::PlacedLine line{.text = lines[i].text, .face = setting.face, .size = setting.em};
        for (const press::Piece& piece : lines[i].pieces)
            line.pieces.push_back({piece.text, {left + piece.x, foot}});
        sheet.lines.push_back(std::move(line));
    }
    return sheet;
}

LineImage cut_from(const press::Raster& scan, const std::vector<press::Box>& pieces, double type_size) {
    press::Box ink;
    for (const press::Box& piece : pieces)
        ink = press::united(ink, piece);
    const int left = static_cast<int>(ink.x) - kMargin, top = static_cast<int>(ink.y) - kMargin;
    LineImage line{blank_image(static_cast<int>(ink.right()) + kMargin - left,
                               static_cast<int>(ink.bottom()) + kMargin - top),
                   type_size};
    for (int y = 0; y < line.gray.height; ++y)
        for (int x = 0; x < line.gray.width; ++x)
            line.gray.at(x, y) = scan.at(left + x, top + y);
    return line;
}

std::string read_line(Recognizer& recognizer, const LineImage& image) {
    std::string text;
    const auto read = recognizer.read_lines({&image, 1});
    for (const Glyph& glyph : read.front())
        text += glyph.readings.front().text;
    return text;
}

struct Errors {
    int wrong = 0;
    int characters = 0;
    double share() const { return static_cast<double>(wrong) / characters; }
};

// Print, paper and scanner of this wear; what bends or strikes single places is left out.
press::Wear wear_of_lines(double figure, press::Dice& dice) {
    press::Wear wear = press::choose_wear(figure, dice);
    wear.bends = {};
    wear.fold = wear.stamps = wear.underlines = 0;
    return wear;
}

// Every `stride`th line of every sheet.
Errors read_worn_lines(const std::string& name, std::size_t stride) {
    const press::TypeCase type_case;
    const ReadyRecognizer fast = make_recognizer({.engine = Engine::tesseract, .model = "fast"});
    press::Dice dice(1);
    Errors errors;
    for (int number = 0; number < kSheets; ++number) {
        const press::Sheet sheet = sheet_of_lines(type_case, number);
        const press::Proof proof = press::draw_proof(type_case, sheet, kDpi);
        const press::Proof back = press::draw_proof(type_case, sheet_of_lines(type_case, number + 7), kDpi);
        const press::Wear wear = wear_of_lines(press::wear_figure(name), dice);
        const press::SheetMap flat(proof.ink.width, proof.ink.height);
        const press::Raster scan =
            press::make_scan(wear, flat, {proof, back.ink, press::Raster{}}, kDpi, dice);
        for (std::size_t i = 0; i < sheet.lines.size(); i += stride) {
            const double type_size = sheet.lines[i].size / press::kMillimetresPerInch * kDpi;
            const LineImage image = cut_from(scan, proof.line_ink[i], type_size);
            const std::u32string printed = comparable_text(press::to_utf8(sheet.lines[i].text));
            const std::u32string read = comparable_text(read_line(*fast.recognizer, image));
            errors.wrong += edit_distance(printed, read);
            errors.characters += static_cast<int>(printed.size());
        }
    }
    return errors;
}

struct Pinned {
    const char* name;
    std::size_t stride;
    double least, most;  // share of characters wrong
};

void PrintTo(const Pinned& pinned, std::ostream* out) {
    *out << pinned.name << ", every line in " << pinned.stride;
}

class NamedWear : public testing::TestWithParam<Pinned> {};

TEST_P(NamedWear, IsAsHardToReadAsItsNameSays) {
    const Errors errors = read_worn_lines(GetParam().name, GetParam().stride);
    RecordProperty("wrong_per_mille", static_cast<int>(1000 * errors.share()));
    EXPECT_GE(errors.characters, 4500 / static_cast<int>(GetParam().stride));
    EXPECT_GE(errors.share(), GetParam().least);
    EXPECT_LE(errors.share(), GetParam().most);
}

INSTANTIATE_TEST_SUITE_P(OnAllLines, NamedWear,
                         testing::Values(Pinned{"clean", 1, 0.010, 0.016}, Pinned{"scan", 1, 0.030, 0.045},
                                         Pinned{"worn", 1, 0.050, 0.080}, Pinned{"ruined", 1, 0.100, 0.160}),
                         [](const auto& given) { return std::string(given.param.name); });

// Fewer lines scatter, which the bounds leave room for; yet they hold the middle of no other name's.
INSTANTIATE_TEST_SUITE_P(OnEveryThirdLine, NamedWear,
                         testing::Values(Pinned{"clean", 3, 0.006, 0.022}, Pinned{"scan", 3, 0.022, 0.055},
                                         Pinned{"worn", 3, 0.038, 0.098}, Pinned{"ruined", 3, 0.075, 0.20}),
                         [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace banwen
