#include "recognize/lstm/sample_lines.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace banwen::test {
namespace {

GrayImage cut(const cv::Mat& page, const nlohmann::json& box, int height) {
    constexpr int kMargin = 4;
    const cv::Rect rect = cv::Rect(box[0].get<int>() - kMargin, box[1].get<int>() - kMargin,
                                   box[2].get<int>() + 2 * kMargin, box[3].get<int>() + 2 * kMargin) &
                          cv::Rect(0, 0, page.cols, page.rows);
    const double scale = static_cast<double>(height) / rect.height;
    GrayImage image = blank_image(std::max(8, static_cast<int>(std::lround(rect.width * scale))), height);
    cv::Mat scaled(image.height, image.width, CV_8UC1, image.pixels.data());
    cv::resize(page(rect), scaled, scaled.size(), 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return image;
}

}  // namespace

std::vector<SampleLine> sample_lines(int height, int count, int skipped) {
    const std::string folder = BANWEN_SAMPLES "/liuxi-2024-03-18/";
    std::ifstream stream(folder + "truth.json");
    const nlohmann::json page = nlohmann::json::parse(stream).at("pages").at(0);
    const cv::Mat image = cv::imread(folder + page.at("file").get<std::string>(), cv::IMREAD_GRAYSCALE);
    std::vector<SampleLine> lines;
    for (const nlohmann::json& line : page.at("lines")) {
        if (static_cast<int>(lines.size()) == count) break;
        if (line.value("mode", "horizontal") != "horizontal" || skipped-- > 0) continue;
        lines.push_back({cut(image, line.at("box"), height), line.at("text")});
    }
    return lines;
}

}  // namespace banwen::test
