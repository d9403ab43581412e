#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

#include "clean/drawn_page.h"
#include "clean/mat_view.h"
#include "clean/survey_page.h"

namespace banwen {
namespace {

constexpr auto kIssue = BANWEN_SAMPLES "/liuxi-2024-03-18/";

nlohmann::json page_truth(std::size_t index) {
    std::ifstream file(std::string(kIssue) + "truth.json");
    return nlohmann::json::parse(file).at("pages").at(index);
}

GrayImage page_image(const nlohmann::json& truth) {
    const cv::Mat read = cv::imread(kIssue + truth.at("file").get<std::string>(), cv::IMREAD_GRAYSCALE);
    GrayImage image = blank_image(read.cols, read.rows);
    cv::Mat target = view(image);
    read.copyTo(target);
    return image;
}

class SamplePage : public testing::TestWithParam<std::size_t> {};

TEST_P(SamplePage, StandsAsTheTruthSays) {
    const nlohmann::json truth = page_truth(GetParam());
    const Survey survey = survey_page(page_image(truth), 10);
    EXPECT_NEAR(survey.skew.value, truth.at("skew_deg").get<double>(), 0.05);
    EXPECT_EQ(survey.rotation.value, 0);
    EXPECT_GT(survey.rotation.confidence, 0.5);
}

TEST_P(SamplePage, IsTurnedBackFromEachQuarterTurn) {
    const nlohmann::json truth = page_truth(GetParam());
    const GrayImage page = page_image(truth);
    for (const int degrees : {90, 180, 270}) {
        const Survey survey = survey_page(quarter_turned(page, degrees), 10);
        EXPECT_EQ(survey.rotation.value, 360 - degrees);
        EXPECT_GT(survey.rotation.confidence, 0.5);
        EXPECT_NEAR(survey.skew.value, truth.at("skew_deg").get<double>(), 0.05);
    }
}

INSTANTIATE_TEST_SUITE_P(Pages, SamplePage, testing::Values(0, 1));

}  // namespace
}  // namespace banwen
