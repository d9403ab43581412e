// Ceilings of the sample issue.
#include "ceilings/ceilings.h"

#include <gtest/gtest.h>

#include "recognize/make_recognizer.h"

namespace banwen {
namespace {

std::filesystem::path sample() {
    return std::filesystem::path(BANWEN_SAMPLES) / "liuxi-2024-03-18";
}

TEST(Ceilings, HoldForLayoutAndOrderAlone) {
    expect_below({{"line_f1", 0.001},
                  {"line_article", 0.002},
                  {"article_exact", 0.01},
                  {"body_order", 0.002},
                  {"headline_exact", 0.07},
                  {"skew_left", 0.03},
                  {"heading_p", 0.02},
                  {"heading_r", 0.05},
                  {"picture_p", 0.01},
                  {"picture_r", 0.01}},
                 layout_score(sample()));
}

TEST(Ceilings, HoldForReadingWithTheAccurateModel) {
    const ReadyRecognizer ready = make_recognizer({});
    if (ready.models.front().name != "accurate") GTEST_SKIP() << "the model accurate is not here";
    expect_below({{"art_ned", 0.012},
                  {"art_f1", 0.001},
                  {"page_ned", 0.013},
                  {"bag_f1", 0.012},
                  {"dup", 0.001},
                  {"lost", 0.08},
                  {"gone", 0.001},
                  {"cer_headline", 0.07},
                  {"cer_body", 0.016},
                  // 58 glyphs: two are read wrong with the language model, four in the builds without it.
                  {"cer_caption", 0.07},
                  {"cer_masthead", 0.05},
                  {"line_f1", 0.004},
                  {"order", 0.001}},
                 reading_score(sample(), *ready.recognizer));
}

}  // namespace
}  // namespace banwen
