#include "recognize/lstm_recognizer.h"

#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "recognize/find_model.h"
#include "recognize/lstm/model_files.h"
#include "recognize/lstm/sample_lines.h"
#include "recognize/make_recognizer.h"
#include "recognize/model_table.h"

namespace banwen {
namespace {

using testing::HasSubstr;

ModelFile installed_model(const std::string& name) {
    const std::vector<ModelRow>& rows = built_in_models();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const ModelRow& each) { return each.name == name; });
    return find_model(*row, model_folders());
}

std::vector<LineImage> sample_images(int height, int count) {
    std::vector<LineImage> images;
    for (PrintedLine& line : test::sample_lines(height, count, 20))
        images.push_back({std::move(line.image), static_cast<double>(height)});
    return images;
}

// All that was read, for comparing.
std::string written(const std::vector<std::vector<Glyph>>& lines) {
    std::string text;
    for (const std::vector<Glyph>& line : lines) {
        for (const Glyph& glyph : line) {
            text += std::to_string(glyph.box.left) + '-' + std::to_string(glyph.box.width);
            for (const Reading& reading : glyph.readings)
                text += ' ' + reading.text + ' ' + std::to_string(reading.confidence);
        }
        text += '\n';
    }
    return text;
}

TEST(LstmRecognizer, ReadsAlikeWithAnyNumberOfThreads) {
    const std::unique_ptr<Recognizer> recognizer = make_lstm_recognizer(installed_model("accurate"));
    const std::vector<LineImage> images = sample_images(36, 60);
    const std::string alone = written(recognizer->read_lines(images));
    for (const int threads : {2, 5}) {
        recognizer->use_threads(threads);
        EXPECT_EQ(written(recognizer->read_lines(images)), alone) << threads;
    }
}

TEST(LstmRecognizer, ReadsEnglishLines) {
    const std::unique_ptr<Recognizer> recognizer = make_lstm_recognizer(installed_model("eng"));
    EXPECT_GT(recognizer->line_height(), 0);
    EXPECT_THAT(recognizer->read_lines(sample_images(recognizer->line_height(), 3)), testing::SizeIs(3));
}

// A file that is no model, or no longer whole: the engine is named as the one that could not, and Tesseract
// is tried.
TEST(MakeRecognizer, SaysWhichModelItCannotRun) {
    ModelBytes bytes = test::model_file("fast");
    bytes.resize(bytes.size() / 2);
    const std::string file = testing::TempDir() + "halved.traineddata";
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    try {
        make_recognizer({.engine = Engine::lstm, .model = file});
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ExitCode::model);
        EXPECT_THAT(error.what(), testing::AllOf(HasSubstr("halved.traineddata"), HasSubstr("damaged")));
    }
}

// libtesseract runs networks of shapes that the engine does not, so that the run goes on with it.
TEST(MakeRecognizer, FallsBackToTesseractAndSaysWhy) {
    const ReadyRecognizer ready = make_recognizer({.lang = "chi_sim+eng"});
    ASSERT_FALSE(ready.models.empty());
    EXPECT_EQ(ready.models.front().engine, "tesseract");
    EXPECT_THAT(ready.notice, HasSubstr("using the engine tesseract"));
}

}  // namespace
}  // namespace banwen
