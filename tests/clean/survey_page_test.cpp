#include "clean/survey_page.h"

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

class SurveyPageAt : public testing::TestWithParam<double> {};

TEST_P(SurveyPageAt, GivesBackTheAngleOfATurnedPageToATwentiethOfADegree) {
    const GrayImage page = draw_page({.width = 1400, .height = 1800, .type_size = 22});
    const Survey survey = survey_page(turned_clockwise(page, GetParam()), 10);
    EXPECT_NEAR(survey.skew.value, GetParam(), 0.05);
    EXPECT_GT(survey.skew.confidence, 0.5);
}

TEST_P(SurveyPageAt, GivesBackTheAngleOfATurnedPageOfVerticalType) {
    const GrayImage page = draw_page({.width = 1800, .height = 1400, .type_size = 22, .vertical = true});
    EXPECT_NEAR(survey_page(turned_clockwise(page, GetParam()), 10).skew.value, GetParam(), 0.05);
}

INSTANTIATE_TEST_SUITE_P(Angles, SurveyPageAt,
                         testing::Values(-9.5, -4.5, -1.25, -0.3, 0.0, 0.1, 0.77, 2.6, 9.5));

TEST(SurveyPage, MeasuresTypeInPixelsOfTheScanWhateverItsSize) {
    for (const int size : {12, 40, 90}) {
        const GrayImage page = draw_page({.width = 50 * size, .height = 40 * size, .type_size = size});
        EXPECT_NEAR(survey_page(page, 10).type_size.value, size, 0.03 * size);
    }
}

TEST(SurveyPage, GuessesATypeSizeWhereThereIsNoneAndDoesNotTrustIt) {
    const Survey survey = survey_page(blank_image(2000, 3000), 10);
    EXPECT_GT(survey.type_size.value, 5);
    EXPECT_EQ(survey.type_size.confidence, 0);
}

TEST(SurveyPage, IsSureOfNothingOnNoise) {
    const Survey survey = survey_page(draw_noise(900, 1200, 6), 10);
    EXPECT_LT(survey.type_size.confidence, 0.3);
    EXPECT_LT(survey.skew.confidence, 0.3);
    EXPECT_LT(survey.rotation.confidence, 0.3);
}

}  // namespace
}  // namespace banwen
