#include "recognize/marks_by_shape.h"

#include <string>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace banwen {
namespace {

constexpr int kEm = 40;

// A strip of five places, drawn into the third.
class Drawing {
  public:
    Drawing& disc(int radius) {
        return draw([&] { cv::circle(ink_, {100, 24}, radius, 255, cv::FILLED); });
    }
    Drawing& ring(cv::Point middle, int radius) {
        return draw([&] { cv::circle(ink_, middle, radius, 255, 3); });
    }
    Drawing& stroke(cv::Point from, cv::Point to) {
        return draw([&] { cv::line(ink_, from, to, 255, 3); });
    }
    Drawing& square(const cv::Rect& rect) {
        return draw([&] { ink_(rect) = 255; });
    }
    Drawing& polygon(const std::vector<cv::Point>& corners) {
        return draw([&] { cv::fillPoly(ink_, std::vector<std::vector<cv::Point>>{corners}, 255); });
    }

    // The texts of the marks found, one behind the other.
    std::string found() const {
        std::string texts;
        for (const ShapedMark& mark : find_marks_by_shape(ink_, kEm))
            texts += mark.text;
        return texts;
    }

  private:
    template <typename Draw>
    Drawing& draw(Draw draw) {
        draw();
        return *this;
    }

    cv::Mat ink_ = cv::Mat::zeros(48, 5 * kEm, CV_8UC1);
};

Drawing percent_sign() {
    return Drawing().ring({90, 14}, 6).ring({110, 34}, 6).stroke({88, 42}, {112, 6});
}

TEST(MarksByShape, KnowsTheSolidBullets) {
    EXPECT_EQ(Drawing().disc(14).found(), "●");
    EXPECT_EQ(Drawing().square({86, 10, 28, 28}).found(), "■");
    EXPECT_EQ(Drawing().polygon({{100, 8}, {116, 24}, {100, 40}, {84, 24}}).found(), "◆");
    EXPECT_EQ(Drawing().polygon({{100, 8}, {116, 38}, {84, 38}}).found(), "▲");
}

TEST(MarksByShape, KnowsThePercentSign) {
    EXPECT_EQ(percent_sign().found(), "%");
}

TEST(MarksByShape, KnowsNoPercentSignWhoseSlashLeansTheOtherWay) {
    EXPECT_EQ(Drawing().ring({90, 34}, 6).ring({110, 14}, 6).stroke({88, 6}, {112, 42}).found(), "");
}

TEST(MarksByShape, LeavesFiguresAndCharacters) {
    EXPECT_EQ(Drawing().ring({100, 15}, 8).ring({100, 32}, 9).found(), "");                    // 8
    EXPECT_EQ(Drawing().ring({100, 24}, 14).found(), "");                                      // 〇
    EXPECT_EQ(Drawing().stroke({86, 24}, {114, 24}).stroke({100, 8}, {100, 40}).found(), "");  // 十
}

TEST(MarksByShape, LeavesAStopAndABlot) {
    EXPECT_EQ(Drawing().disc(4).found(), "");
    EXPECT_EQ(Drawing().square({60, 4, 80, 40}).found(), "");
}

TEST(MarksByShape, FindsNothingWithoutInk) {
    EXPECT_EQ(Drawing().found(), "");
    EXPECT_TRUE(find_marks_by_shape({}, kEm).empty());
}

}  // namespace
}  // namespace banwen
