#include "layout/find_rules.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "layout/components.h"
#include "layout/find_frames.h"

namespace banwen {
namespace {

constexpr double kEm = 30;
constexpr double kDpi = 300;

// A stroke down of `thick` px that moves `drift` px to the right over its length.
void stroke_down(cv::Mat& ink, int left, int top, int length, int thick, int drift) {
    for (int y = 0; y < length; ++y)
        ink(cv::Rect(left + drift * y / length, top + y, thick, 1)).setTo(255);
}

void stroke_across(cv::Mat& ink, int left, int top, int length, int thick, int drift) {
    for (int x = 0; x < length; ++x)
        ink(cv::Rect(left + x, top + drift * x / length, 1, thick)).setTo(255);
}

Box all_of(const std::vector<Rule>& rules) {
    Box all;
    for (const Rule& rule : rules)
        all = bounding(all, rule.box);
    return all;
}

TEST(FindRules, FollowsALongRuleThatLeansByMoreThanItIsThick) {
    cv::Mat ink = cv::Mat::zeros(3200, 400, CV_8U);
    stroke_down(ink, 150, 100, 3000, 5, 45);
    const std::vector<Rule> rules = find_rules(ink, kEm, kDpi, {});
    ASSERT_GT(rules.size(), 1U);
    EXPECT_GE(all_of(rules).height, 2990);
    for (const Rule& rule : rules) {
        EXPECT_FALSE(rule.horizontal());
        EXPECT_LE(rule.box.width, 12);
    }
}

TEST(FindRules, GivesALevelRuleAsOneBox) {
    cv::Mat ink = cv::Mat::zeros(3200, 400, CV_8U);
    stroke_down(ink, 150, 100, 3000, 5, 0);
    const std::vector<Rule> rules = find_rules(ink, kEm, kDpi, {});
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(rules[0].box, (Box{150, 100, 5, 3000}));
}

TEST(FindRules, TakesNothingButTheRulesOwnInkAwayWhereItLeans) {
    cv::Mat ink = cv::Mat::zeros(3200, 400, CV_8U);
    stroke_down(ink, 150, 100, 3000, 5, 45);
    const Box mark{175, 200, 12, 12};  // clear of the rule at its height, but not of where the rule ends
    ink(to_rect(mark)).setTo(255);
    const cv::Mat rest = without_rules(ink, find_rules(ink, kEm, kDpi, {}), kEm);
    EXPECT_EQ(cv::countNonZero(rest), 144);
    EXPECT_EQ(cv::countNonZero(rest(to_rect(mark))), 144);
}

TEST(FindRules, TakesNoThickBarForARule) {
    cv::Mat ink = cv::Mat::zeros(1200, 400, CV_8U);
    stroke_down(ink, 150, 100, 1000, 40, 0);
    EXPECT_TRUE(find_rules(ink, kEm, kDpi, {}).empty());
}

TEST(FindRules, TakesNoMarginOfADarkBoxWithWhiteTypeForARule) {
    cv::Mat ink = cv::Mat::zeros(300, 1200, CV_8U);
    ink(cv::Rect(100, 100, 900, 66)).setTo(255);
    for (int left = 120; left < 980; left += 40)
        for (const int stroke : {0, 12, 24})
            ink(cv::Rect(left + stroke, 114, 4, 38)).setTo(0);
    EXPECT_TRUE(find_rules(ink, kEm, kDpi, {}).empty());
}

TEST(FindRules, TakesThickAndThinFrameAroundADarkBoxForRules) {
    cv::Mat ink = cv::Mat::zeros(500, 900, CV_8U);
    for (const int in : {0, 1}) {  // a thick frame, and a thin one inside it
        const int thick = in == 0 ? 8 : 3, at = 100 + in * 14;
        const cv::Rect outer(at, at - 50, 700 - in * 28, 360 - in * 28);
        ink(outer).setTo(255);
        ink(cv::Rect(outer.x + thick, outer.y + thick, outer.width - 2 * thick, outer.height - 2 * thick))
            .setTo(0);
    }
    ink(cv::Rect(122, 72, 656, 90)).setTo(255);
    const std::vector<Rule> rules = find_rules(ink, kEm, kDpi, {});
    const cv::Mat rest = without_rules(ink, rules, kEm);
    EXPECT_LT(cv::countNonZero(rest.colRange(100, 120)), 200);
    EXPECT_LT(cv::countNonZero(rest.colRange(780, 800)), 200);
    EXPECT_GT(cv::countNonZero(rest(cv::Rect(122, 72, 656, 90))), 656 * 80);
}

TEST(FindRules, TakesTheThickHalfOfARuleAcrossThePage) {
    cv::Mat ink = cv::Mat::zeros(400, 2400, CV_8U);
    stroke_across(ink, 100, 150, 2200, 30, 0);  // 2.5 mm
    const std::vector<Rule> rules = find_rules(ink, kEm, kDpi, {});
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(rules[0].box.width, 2200);
}

TEST(FindRules, TakesTheHalvesOfAShortDoubleRule) {
    cv::Mat ink = cv::Mat::zeros(400, 600, CV_8U);
    stroke_across(ink, 100, 150, 280, 4, 0);
    stroke_across(ink, 100, 158, 280, 3, 0);
    const std::vector<Rule> rules = find_rules(ink, kEm, kDpi, {});
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(rules[0].style, RuleStyle::doubled);
    EXPECT_EQ(rules[0].box, (Box{100, 150, 280, 11}));
    for (int left = 100; left < 380; left += 12)  // type below
        stroke_down(ink, left, 163, 20, 4, 0);
    EXPECT_TRUE(find_rules(ink, kEm, kDpi, {}).empty());
}

TEST(FindRules, TakesNoStrokesOfALargeOutlinedBracketForADoubleRule) {
    cv::Mat ink = cv::Mat::zeros(400, 800, CV_8U);
    stroke_across(ink, 100, 100, 165, 4, 0);
    stroke_across(ink, 100, 108, 165, 4, 0);
    EXPECT_TRUE(find_rules(ink, kEm, kDpi, {}).empty());
}

TEST(FindRules, PutsTheBoxesOfARuleThatLeansTogetherAgain) {
    cv::Mat ink = cv::Mat::zeros(400, 2400, CV_8U);
    stroke_across(ink, 100, 150, 2200, 5, 40);
    const std::vector<Rule> rules = find_rules(ink, kEm, kDpi, {});
    ASSERT_GT(rules.size(), 1U);
    const std::vector<Box> whole = whole_rules_across(rules, kEm);
    ASSERT_EQ(whole.size(), 1U);
    EXPECT_EQ(whole[0].width, 2200);
    EXPECT_TRUE(whole_rules_down(rules, kEm).empty());
}

TEST(FindFrames, ClosesAFrameWhoseSidesLean) {
    cv::Mat ink = cv::Mat::zeros(1800, 1400, CV_8U);
    stroke_down(ink, 150, 100, 1500, 4, 30);
    stroke_down(ink, 1150, 100, 1500, 4, 30);
    stroke_across(ink, 150, 100, 1000, 4, -20);
    stroke_across(ink, 180, 1600, 1000, 4, -20);
    const std::vector<Frame> frames = find_frames(find_rules(ink, kEm, kDpi, {}), kEm);
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_NEAR(frames[0].box.left, 150, 3);
    EXPECT_NEAR(frames[0].box.right(), 1184, 3);
}

// A row of dots, of which each `lost`-th is missing.
void dotted_row(cv::Mat& ink, const cv::Point& at, int count, int lost) {
    for (int i = 0; i < count; ++i)
        if (i % lost != lost - 1) ink(cv::Rect(at.x + 12 * i, at.y, 5, 5)).setTo(255);
}

TEST(FindRules, FindsShortAndWornDottedRulesButNoLeaders) {
    cv::Mat ink = cv::Mat::zeros(600, 1400, CV_8U);
    dotted_row(ink, {200, 200}, 22, 100);
    dotted_row(ink, {600, 200}, 40, 8);
    dotted_row(ink, {200, 300}, 22, 100);  // between an entry and its page
    ink(cv::Rect(160, 290, 30, 26)).setTo(255);
    ink(cv::Rect(470, 290, 30, 26)).setTo(255);
    const std::vector<Rule> rules = find_rules(ink, kEm, kDpi, {});
    ASSERT_EQ(rules.size(), 2U);
    for (const Rule& rule : rules) {
        EXPECT_EQ(rule.style, RuleStyle::dotted);
        EXPECT_NEAR(rule.box.top, 200, 2);
    }
}

TEST(FindRules, FindsDottedRulesBetweenCloseLinesOfType) {
    cv::Mat ink = cv::Mat::zeros(600, 1400, CV_8U);
    dotted_row(ink, {200, 200}, 40, 100);
    for (int i = 0; i < 15; ++i)
        ink(cv::Rect(210 + 30 * i, 211 + i % 5, 8, 24)).setTo(255);  // some of it closer
    EXPECT_EQ(find_rules(ink, kEm, kDpi, {}).size(), 1U);
}

}  // namespace
}  // namespace banwen
