#include "printed_lines.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace banwen {
namespace {

GrayImage cut(const cv::Mat& page, const nlohmann::json& box, int height) {
    constexpr int kMargin = 4, kLeast = 8;
    const cv::Rect rect = cv::Rect(box[0].get<int>() - kMargin, box[1].get<int>() - kMargin,
                                   box[2].get<int>() + 2 * kMargin, box[3].get<int>() + 2 * kMargin) &
                          cv::Rect(0, 0, page.cols, page.rows);
    if (rect.width < kLeast || rect.height < kLeast) return {};
    const double scale = static_cast<double>(height) / rect.height;
    GrayImage image =
        blank_image(std::max(kLeast, static_cast<int>(std::lround(rect.width * scale))), height);
    cv::Mat scaled(image.height, image.width, CV_8UC1, image.pixels.data());
    cv::resize(page(rect), scaled, scaled.size(), 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return image;
}

}  // namespace

std::vector<PrintedLine> printed_lines(const std::string& truth_file, const PrintedLineOptions& options) {
    std::vector<PrintedLine> lines;
    std::ifstream stream(truth_file);
    const nlohmann::json truth = nlohmann::json::parse(stream);
    const std::string folder = truth_file.substr(0, truth_file.rfind('/') + 1);
    int skipped = 0;
    for (const nlohmann::json& page : truth.at("pages")) {
        if (static_cast<int>(lines.size()) >= options.most) break;
        const cv::Mat image = cv::imread(folder + page.at("file").get<std::string>(), cv::IMREAD_GRAYSCALE);
        for (const nlohmann::json& line : page.at("lines")) {
            if (static_cast<int>(lines.size()) >= options.most) break;
            if (line.value("mode", "horizontal") != "horizontal" || skipped++ < options.skipped) continue;
            GrayImage cut_line = cut(image, line.at("box"), options.height);
            if (!cut_line.empty()) lines.push_back({std::move(cut_line), line.at("text")});
        }
    }
    return lines;
}

std::vector<const GrayImage*> images_of(const std::vector<PrintedLine>& lines) {
    std::vector<const GrayImage*> images;
    for (const PrintedLine& line : lines)
        images.push_back(&line.image);
    return images;
}

}  // namespace banwen
