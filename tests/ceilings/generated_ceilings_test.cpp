// Ceilings of a few small pages that the generator prints on the spot: a newsletter's front page at three
// wears, with its own prose and seeds that nothing is tuned on besides. A change of the generator draws other
// pages, and then these figures are measured anew.
#include <filesystem>

#include <gtest/gtest.h>

#include "ceilings/ceilings.h"
#include "press.h"
#include "recognize/make_recognizer.h"

// Fontconfig keeps a few patterns until the process ends, which the leak checker would lay at our door.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}

namespace banwen {
namespace {

namespace fs = std::filesystem;

struct PrintedPage {
    std::string wear;
    std::uint64_t seed = 0;
    std::vector<Ceiling> layout;
    std::vector<Ceiling> reading;
};

std::vector<Ceiling> under(const std::vector<std::string>& figures, const std::vector<double>& highest) {
    std::vector<Ceiling> ceilings;
    for (std::size_t i = 0; i < figures.size(); ++i)
        ceilings.push_back({figures[i], highest.at(i)});
    return ceilings;
}

const std::vector<std::string> kLayout = {"line_f1", "line_article", "article_exact", "body_order",
                                          "headline_exact"};
const std::vector<std::string> kReading = {"art_ned", "page_ned", "bag_f1", "dup", "lost", "gone"};

void PrintTo(const PrintedPage& page, std::ostream* out) {
    *out << page.wear << " page of seed " << page.seed;
}

class GeneratedCeilings : public testing::TestWithParam<PrintedPage> {
  protected:
    void SetUp() override {
        newsprint::PressOrder order;
        order.wishes.seed = GetParam().seed;
        order.wishes.kind = "newsletter";
        order.wishes.pages = 1;
        order.wear = GetParam().wear;
        order.prose = NEWSPRINT_PROSE;
        // The tests of one page may run side by side.
        const std::string test = testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ =
            fs::path(testing::TempDir()) / ("printed-" + test.substr(0, test.find('/')) + GetParam().wear);
        fs::remove_all(folder_);
        order.output = folder_.string();
        newsprint::print_issue(order);
    }
    void TearDown() override { fs::remove_all(folder_); }

    fs::path folder_;
};

TEST_P(GeneratedCeilings, HoldForLayoutAndOrderAlone) {
    expect_below(GetParam().layout, layout_score(folder_));
}

TEST_P(GeneratedCeilings, HoldForReadingWithTheAccurateModel) {
    const ReadyRecognizer ready = make_recognizer({});
    if (ready.models.front().name != "accurate") GTEST_SKIP() << "the model accurate is not here";
    expect_below(GetParam().reading, reading_score(folder_, *ready.recognizer));
}

INSTANTIATE_TEST_SUITE_P(
    Newsletter, GeneratedCeilings,
    testing::Values(PrintedPage{"clean", 190, under(kLayout, {0.114, 0.084, 0.250, 0.005, 0.279}),
                                under(kReading, {0.195, 0.021, 0.012, 0.005, 0.085, 0.010})},
                    PrintedPage{"scan", 191, under(kLayout, {0.095, 0.060, 0.929, 0.195, 0.250}),
                                under(kReading, {0.597, 0.396, 0.042, 0.005, 0.456, 0.010})},
                    PrintedPage{"worn", 192, under(kLayout, {0.050, 0.121, 0.360, 0.183, 0.371}),
                                under(kReading, {0.447, 0.255, 0.066, 0.005, 0.366, 0.010})}),
    [](const auto& given) { return given.param.wear; });

}  // namespace
}  // namespace banwen
