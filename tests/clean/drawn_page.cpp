#include "clean/drawn_page.h"

#include <cmath>
#include <random>

#include <opencv2/imgproc.hpp>

#include "clean/mat_view.h"

namespace banwen {
namespace {

// Drawn so many times larger and then reduced, which gives strokes soft edges as a scan has them.
constexpr int kFiner = 4;

class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    // 0 … sides − 1, the same on every machine.
    int roll(int sides) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(sides)); }

  private:
    std::mt19937 engine_;
};

// A character in the square at (left, top): two to four strokes each way, the outermost at its borders.
void draw_character(cv::Mat& page, cv::Point corner, int square, Dice& dice) {
    const int margin = square / 16;
    const int side = square - 2 * margin;
    const int stroke = std::max(kFiner, square / 14);
    const auto stroke_at = [&](int part, int parts) { return part * (side - stroke) / (parts - 1); };
    const int across = 3 + dice.roll(2);
    const int down = 2 + dice.roll(2);
    for (int i = 0; i < across; ++i) {
        const cv::Point at = corner + cv::Point(margin, margin + stroke_at(i, across));
        cv::rectangle(page, {at, cv::Size(side, stroke)}, cv::Scalar(20), cv::FILLED);
    }
    for (int i = 0; i < down; ++i) {
        const cv::Point at = corner + cv::Point(margin + stroke_at(i, down), margin);
        const int length = side * (2 + dice.roll(3)) / 4;
        cv::rectangle(page, {at, cv::Size(stroke, length)}, cv::Scalar(20), cv::FILLED);
    }
}

void draw_stop(cv::Mat& page, cv::Point corner, int square, const PagePlan& plan) {
    const int across = plan.vertical ? square * 3 / 4 : square / 5;
    const int down = plan.vertical ? square / 5 : square * 3 / 4;
    cv::circle(page, corner + cv::Point(across, down), square / 9, cv::Scalar(20), cv::FILLED);
}

// Lines of one column; `length` and `room` count along and across the lines.
void draw_column(cv::Mat& page, const PagePlan& plan, cv::Point corner, int length, int room, Dice& dice) {
    const int square = plan.type_size * kFiner;
    const int pitch = square * 3 / 2;
    const int characters = length / square;
    int until_stop = 6;
    for (int line = 0; (line + 1) * pitch <= room; ++line) {
        const bool last_of_paragraph = line % 7 == 6;
        const int end = last_of_paragraph ? characters / 2 : characters;
        for (int i = line % 7 == 0 ? 2 : 0; i < end; ++i) {
            const cv::Point at = plan.vertical ? corner + cv::Point(room - (line + 1) * pitch, i * square)
                                               : corner + cv::Point(i * square, line * pitch);
            if (plan.stops && --until_stop == 0) {
                until_stop = 5 + dice.roll(9);
                draw_stop(page, at, square, plan);
            } else {
                draw_character(page, at, square, dice);
            }
        }
    }
}

GrayImage image_of(const cv::Mat& mat) {
    GrayImage image = blank_image(mat.cols, mat.rows);
    cv::Mat target = view(image);
    mat.copyTo(target);
    return image;
}

}  // namespace

GrayImage draw_page(const PagePlan& plan) {
    Dice dice(plan.seed);
    cv::Mat fine(plan.height * kFiner, plan.width * kFiner, CV_8U, cv::Scalar(255));
    const int margin = 2 * plan.type_size * kFiner;
    const int gutter = 3 * plan.type_size * kFiner / 2;
    // Vertical type has its columns one below the other.
    const int along = (plan.vertical ? fine.rows : fine.cols) - 2 * margin;
    const int across = (plan.vertical ? fine.cols : fine.rows) - 2 * margin;
    const int measure = (along - (plan.columns - 1) * gutter) / plan.columns;
    for (int i = 0; i < plan.columns; ++i) {
        const int start = margin + i * (measure + gutter);
        const cv::Point corner = plan.vertical ? cv::Point(margin, start) : cv::Point(start, margin);
        // Papers do not always align the lines of neighbouring columns.
        const int drop = dice.roll(kFiner * plan.type_size);
        const cv::Point shift = plan.vertical ? cv::Point(-drop, 0) : cv::Point(0, drop);
        draw_column(fine, plan, corner + shift, measure, across - drop, dice);
    }
    cv::Mat page;
    cv::resize(fine, page, {plan.width, plan.height}, 0, 0, cv::INTER_AREA);
    return image_of(page);
}

GrayImage turned_clockwise(const GrayImage& page, double degrees) {
    const double angle = degrees * CV_PI / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const cv::Size size(static_cast<int>(std::ceil(std::abs(page.width * c) + std::abs(page.height * s))),
                        static_cast<int>(std::ceil(std::abs(page.width * s) + std::abs(page.height * c))));
    const double from_x = (page.width - 1) / 2.0;
    const double from_y = (page.height - 1) / 2.0;
    const double to_x = (size.width - 1) / 2.0;
    const double to_y = (size.height - 1) / 2.0;
    const cv::Matx23d map(c, -s, to_x - c * from_x + s * from_y, s, c, to_y - s * from_x - c * from_y);
    cv::Mat turned;
    cv::warpAffine(view(page), turned, map, size, cv::INTER_CUBIC, cv::BORDER_CONSTANT, cv::Scalar(255));
    return image_of(turned);
}

GrayImage quarter_turned(const GrayImage& page, int degrees) {
    cv::Mat turned;
    cv::rotate(view(page), turned,
               degrees == 90    ? cv::ROTATE_90_CLOCKWISE
               : degrees == 180 ? cv::ROTATE_180
                                : cv::ROTATE_90_COUNTERCLOCKWISE);
    return image_of(turned);
}

GrayImage draw_noise(int width, int height, std::uint32_t seed) {
    Dice dice(seed);
    GrayImage noise = blank_image(width, height);
    for (std::uint8_t& pixel : noise.pixels)
        pixel = static_cast<std::uint8_t>(dice.roll(256));
    return noise;
}

GrayImage peppered(GrayImage page, int count, int size, std::uint32_t seed) {
    Dice dice(seed);
    for (int i = 0; i < count; ++i) {
        const int x = dice.roll(page.width - size);
        fill(page, {x, dice.roll(page.height - size), size, size}, 0);
    }
    return page;
}

GrayImage dark_pixels(const GrayImage& page) {
    GrayImage ink = page;
    for (std::uint8_t& pixel : ink.pixels)
        pixel = pixel < 170 ? 255 : 0;
    return ink;
}

void fill(GrayImage& image, const Box& box, std::uint8_t shade) {
    for (int y = box.top; y < box.bottom(); ++y) {
        for (int x = box.left; x < box.right(); ++x)
            image.at(x, y) = shade;
    }
}

double mean_tone(const GrayImage& image, const Box& box) {
    double sum = 0;
    for (int y = box.top; y < box.bottom(); ++y) {
        for (int x = box.left; x < box.right(); ++x)
            sum += image.at(x, y);
    }
    return sum / static_cast<double>(box.area());
}

}  // namespace banwen
