#include "ceilings/ceilings.h"

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

#include "measure_layout.h"
#include "read_issue.h"
#include "read_page.h"
#include "score/score_run.h"
#include "write/write_issue.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

double error_of(const std::string& figure, double value) {
    constexpr std::array kBestAtZero = {"art_ned",      "page_ned",     "dup",        "lost",
                                        "gone",         "cer_headline", "cer_body",   "cer_caption",
                                        "cer_masthead", "order",        "body_order", "skew_left"};
    const bool at_zero = std::find(kBestAtZero.begin(), kBestAtZero.end(), figure) != kBestAtZero.end();
    return at_zero ? value : 1 - value;
}

std::vector<TruthPage> truth_of(const fs::path& folder) {
    return truth_pages(read_json(folder / "truth.json"));
}

}  // namespace

void expect_below(const std::vector<Ceiling>& ceilings, const Score& score) {
    constexpr double kWorthLowering = 0.5;
    for (const Ceiling& ceiling : ceilings) {
        ASSERT_TRUE(score.contains(ceiling.figure)) << ceiling.figure;
        const double error = error_of(ceiling.figure, score.at(ceiling.figure));
        EXPECT_LE(error, ceiling.highest) << ceiling.figure;
        if (error < kWorthLowering * ceiling.highest)
            std::printf("the ceiling of %s, %.4f, can be lowered: %.4f\n", ceiling.figure.c_str(),
                        ceiling.highest, error);
    }
}

Score layout_score(const fs::path& folder) {
    std::vector<Tally> tallies;
    for (const TruthPage& page : truth_of(folder))
        tallies.push_back(measure_layout(folder, page).tally);
    return figures_of(sum_of(tallies));
}

Score reading_score(const fs::path& folder, Recognizer& recognizer) {
    Options options;
    options.issue.name = "sample";
    std::vector<PageText> pages;
    for (const TruthPage& page : truth_of(folder))
        pages.push_back(read_page({(folder / page.file).string(), 0}, page.number, recognizer, options));
    const fs::path output = fs::path(testing::TempDir()) / ("ceilings-" + folder.filename().string());
    fs::remove_all(output);
    write_issue(read_issue(std::move(pages), options), output, {.formats = {"lines"}});
    const std::vector<ScoredIssue> issues = score_run(folder, output / "sample", {});
    fs::remove_all(output);
    return figures_of(issues.front().tally);
}

}  // namespace banwen
