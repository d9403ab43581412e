// Ceilings: how far from the truth banwen may come on pages that are kept in samples/. A change may lower a
// ceiling; raising one wants a word in CHANGELOG.md that says why. The pages are read with whatever OpenCV,
// Tesseract and processor are there, so each ceiling stands a little above what was measured.
#include <array>
#include <filesystem>

#include <gtest/gtest.h>

#include "measure_layout.h"
#include "read_issue.h"
#include "read_page.h"
#include "recognize/make_recognizer.h"
#include "score/score_run.h"
#include "write/write_issue.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

// Of a figure that is best at 1, what it lacks to 1.
struct Ceiling {
    const char* figure;
    double highest;
};

double error_of(const std::string& figure, double value) {
    constexpr std::array kBestAtZero = {"art_ned",      "page_ned",     "dup",        "lost",
                                        "gone",         "cer_headline", "cer_body",   "cer_caption",
                                        "cer_masthead", "order",        "body_order", "skew_left"};
    const bool at_zero = std::find(kBestAtZero.begin(), kBestAtZero.end(), figure) != kBestAtZero.end();
    return at_zero ? value : 1 - value;
}

template <typename Ceilings>
void expect_below(const Ceilings& ceilings, const Score& score) {
    constexpr double kWorthLowering = 0.5;
    for (const Ceiling& ceiling : ceilings) {
        ASSERT_TRUE(score.contains(ceiling.figure)) << ceiling.figure;
        const double error = error_of(ceiling.figure, score.at(ceiling.figure));
        EXPECT_LE(error, ceiling.highest) << ceiling.figure;
        if (error < kWorthLowering * ceiling.highest)
            std::printf("the ceiling of %s, %.4f, can be lowered: %.4f\n", ceiling.figure, ceiling.highest,
                        error);
    }
}

fs::path sample() {
    return fs::path(BANWEN_SAMPLES) / "liuxi-2024-03-18";
}

std::vector<TruthPage> sample_truth() {
    return truth_pages(read_json(sample() / "truth.json"));
}

TEST(Ceilings, HoldForLayoutAndOrderAlone) {
    constexpr std::array kCeilings = {
        Ceiling{"line_f1", 0.001},    Ceiling{"line_article", 0.002},  Ceiling{"article_exact", 0.01},
        Ceiling{"body_order", 0.002}, Ceiling{"headline_exact", 0.07}, Ceiling{"skew_left", 0.03},
        Ceiling{"heading_p", 0.02},   Ceiling{"heading_r", 0.05},      Ceiling{"picture_p", 0.01},
        Ceiling{"picture_r", 0.01},
    };
    std::vector<Tally> tallies;
    for (const TruthPage& page : sample_truth())
        tallies.push_back(measure_layout(sample(), page).tally);
    expect_below(kCeilings, figures_of(sum_of(tallies)));
}

// The sample issue through all rooms, to files, as `banwen convert --format lines` does it.
Score score_of_reading(Recognizer& recognizer) {
    Options options;
    options.issue.name = "sample";
    std::vector<PageText> pages;
    for (const TruthPage& page : sample_truth())
        pages.push_back(read_page({(sample() / page.file).string(), 0}, page.number, recognizer, options));
    const fs::path output = fs::path(testing::TempDir()) / "ceilings";
    fs::remove_all(output);
    write_issue(read_issue(std::move(pages), options), output, {.formats = {"lines"}});
    const std::vector<ScoredIssue> issues = score_run(sample(), output / "sample", {});
    fs::remove_all(output);
    return figures_of(issues.front().tally);
}

TEST(Ceilings, HoldForReadingWithTheAccurateModel) {
    constexpr std::array kCeilings = {
        Ceiling{"art_ned", 0.012},    Ceiling{"art_f1", 0.001},      Ceiling{"page_ned", 0.013},
        Ceiling{"bag_f1", 0.012},     Ceiling{"dup", 0.001},         Ceiling{"lost", 0.08},
        Ceiling{"gone", 0.001},       Ceiling{"cer_headline", 0.07}, Ceiling{"cer_body", 0.016},
        Ceiling{"cer_caption", 0.05}, Ceiling{"cer_masthead", 0.05}, Ceiling{"line_f1", 0.004},
        Ceiling{"order", 0.001},
    };
    const ReadyRecognizer ready = make_recognizer({});
    if (ready.models.front().name != "accurate") GTEST_SKIP() << "the model accurate is not here";
    expect_below(kCeilings, score_of_reading(*ready.recognizer));
}

}  // namespace
}  // namespace banwen
