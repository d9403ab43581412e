#include "draw/canvas.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/error.h"

namespace banwen {
namespace {

constexpr int kFont = cv::FONT_HERSHEY_SIMPLEX;
constexpr double kFontScale = 0.45;
constexpr int kLegendRow = 24, kLegendPad = 10;  // px

cv::Mat view(const GrayImage& image) {
    return {image.height, image.width, CV_8UC1, const_cast<std::uint8_t*>(image.pixels.data())};
}

cv::Size text_size(const std::string& text) {
    int baseline = 0;
    return cv::getTextSize(text, kFont, kFontScale, 1, &baseline);
}

}  // namespace

Canvas::Canvas(const CleanPage& page, int max_side) {
    if (page.gray.empty()) {
        picture_ = cv::Mat(kLegendRow, kLegendRow, CV_8UC3, cv::Scalar::all(255));
        return;
    }
    const int side = std::max(page.gray.width, page.gray.height);
    scale_ = std::min(1.0, static_cast<double>(max_side) / side);
    cv::Mat gray = view(page.gray) * 0.5 + 127;
    if (page.ink.width == page.gray.width && page.ink.height == page.gray.height)
        cv::subtract(gray, 80, gray, view(page.ink));
    cv::resize(gray, gray, {}, scale_, scale_, cv::INTER_AREA);
    cv::cvtColor(gray, picture_, cv::COLOR_GRAY2BGR);
}

cv::Point Canvas::at(const Point& point) const {
    return {static_cast<int>(std::lround(point.x * scale_)), static_cast<int>(std::lround(point.y * scale_))};
}

cv::Rect Canvas::at(const Box& box) const {
    const cv::Point corner = at(Point{static_cast<double>(box.left), static_cast<double>(box.top)});
    const cv::Point end = at(Point{static_cast<double>(box.right()), static_cast<double>(box.bottom())});
    return {corner.x, corner.y, std::max(1, end.x - corner.x), std::max(1, end.y - corner.y)};
}

void Canvas::fill(const Box& box, const Colour& colour, double opacity) {
    const cv::Rect rect = at(box) & cv::Rect({0, 0}, picture_.size());
    if (rect.empty()) return;
    cv::Mat part = picture_(rect);
    const cv::Mat ground(part.size(), CV_8UC3, colour);
    cv::addWeighted(part, 1 - opacity, ground, opacity, 0, part);
}

void Canvas::outline(const Box& box, const Colour& colour, int thickness) {
    if (!box.empty()) cv::rectangle(picture_, at(box), colour, thickness);
}

void Canvas::cross(const Box& box, const Colour& colour) {
    const cv::Rect rect = at(box);
    cv::line(picture_, rect.tl(), rect.br(), colour, 1, cv::LINE_AA);
    cv::line(picture_, {rect.x, rect.br().y}, {rect.br().x, rect.y}, colour, 1, cv::LINE_AA);
}

void Canvas::line(const Point& from, const Point& to, const Colour& colour, int thickness) {
    cv::line(picture_, at(from), at(to), colour, thickness, cv::LINE_AA);
}

void Canvas::arrow(const Point& from, const Point& to, const Colour& colour, int thickness) {
    const cv::Point a = at(from), b = at(to);
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length < 1) return;
    constexpr double kHead = 14;  // px
    cv::arrowedLine(picture_, a, b, colour, thickness, cv::LINE_AA, 0, std::min(0.5, kHead / length));
}

void Canvas::label(const Point& corner, const std::string& text, const Colour& colour) {
    const cv::Size size = text_size(text);
    cv::Rect ground(at(corner), cv::Size(size.width + 6, size.height + 8));
    ground.y -= ground.height;
    ground.x = std::clamp(ground.x, 0, std::max(0, picture_.cols - ground.width));
    ground.y = std::clamp(ground.y, 0, std::max(0, picture_.rows - ground.height));
    cv::rectangle(picture_, ground, colour, cv::FILLED);
    cv::putText(picture_, text, {ground.x + 3, ground.y + size.height + 4}, kFont, kFontScale,
                cv::Scalar::all(255), 1, cv::LINE_AA);
}

void Canvas::add_legend(const std::vector<LegendEntry>& entries) {
    if (entries.empty()) return;
    std::vector<cv::Point> places;
    int x = kLegendPad, y = kLegendPad;
    for (const LegendEntry& entry : entries) {
        const int width = text_size(entry.text).width + kLegendRow + kLegendPad;
        if (x > kLegendPad && x + width > picture_.cols) {
            x = kLegendPad;
            y += kLegendRow;
        }
        places.emplace_back(x, y);
        x += width;
    }
    const cv::Mat strip(y + kLegendRow + kLegendPad, picture_.cols, CV_8UC3, cv::Scalar::all(255));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        cv::rectangle(strip, cv::Rect(places[i], cv::Size(16, 16)), entries[i].colour, cv::FILLED);
        cv::putText(strip, entries[i].text, {places[i].x + 22, places[i].y + 13}, kFont, kFontScale,
                    cv::Scalar::all(0), 1, cv::LINE_AA);
    }
    cv::vconcat(picture_, strip, picture_);
}

void Canvas::save(const std::filesystem::path& file) const {
    std::vector<std::uint8_t> bytes;
    const std::string extension = file.extension().string();
    const bool encoded = cv::haveImageWriter("x" + extension) && cv::imencode(extension, picture_, bytes);
    if (!encoded)
        throw failure(ExitCode::cannot_write, file.native(),
                      "is not of a kind of picture that can be written", "name it .png or .jpg");
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        throw failure(ExitCode::cannot_write, file.native(), "cannot be written",
                      "see that its folder is there and has room");
}

}  // namespace banwen
