#include "scan/orientation.h"

#include <array>
#include <cmath>
#include <utility>

#include <opencv2/core.hpp>

namespace banwen {
namespace {

void turn(const cv::Mat& gray, int orientation, cv::Mat& target) {
    switch (orientation) {
        case 2:
            cv::flip(gray, target, 1);
            break;
        case 3:
            cv::rotate(gray, target, cv::ROTATE_180);
            break;
        case 4:
            cv::flip(gray, target, 0);
            break;
        case 5:
            cv::transpose(gray, target);
            break;
        case 6:
            cv::rotate(gray, target, cv::ROTATE_90_CLOCKWISE);
            break;
        case 7: {
            cv::transpose(gray, target);
            cv::flip(target, target, -1);
            break;
        }
        case 8:
            cv::rotate(gray, target, cv::ROTATE_90_COUNTERCLOCKWISE);
            break;
        default:
            gray.copyTo(target);
    }
}

PixelStep main_direction(double x, double y) {
    if (std::abs(x) >= std::abs(y)) return {x < 0 ? -1 : 1, 0};
    return {0, y < 0 ? -1 : 1};
}

// Where a step to the right and a step down in the stored pixels go, for orientations 1 to 8.
constexpr std::array<std::pair<PixelStep, PixelStep>, 8> kSteps = {{{{1, 0}, {0, 1}},
                                                                    {{-1, 0}, {0, 1}},
                                                                    {{-1, 0}, {0, -1}},
                                                                    {{1, 0}, {0, -1}},
                                                                    {{0, 1}, {1, 0}},
                                                                    {{0, 1}, {-1, 0}},
                                                                    {{0, -1}, {-1, 0}},
                                                                    {{0, -1}, {1, 0}}}};

}  // namespace

GrayImage upright(const cv::Mat& gray, int orientation) {
    const bool sideways = orientation >= 5;
    GrayImage image = blank_image(sideways ? gray.rows : gray.cols, sideways ? gray.cols : gray.rows);
    cv::Mat target(image.height, image.width, CV_8UC1, image.pixels.data());
    turn(gray, orientation, target);
    return image;
}

std::pair<PixelStep, PixelStep> steps_of(int orientation) {
    return kSteps[orientation >= 1 && orientation <= 8 ? static_cast<std::size_t>(orientation) - 1 : 0];
}

int orientation_of(double right_x, double right_y, double down_x, double down_y, int quarter_turns) {
    PixelStep right = main_direction(right_x, right_y);
    PixelStep down = main_direction(down_x, down_y);
    for (int i = 0; i < quarter_turns; ++i) {
        right = {-right.y, right.x};
        down = {-down.y, down.x};
    }
    for (std::size_t i = 0; i < kSteps.size(); ++i)
        if (kSteps[i] == std::pair(right, down)) return static_cast<int>(i) + 1;
    return 1;
}

}  // namespace banwen
