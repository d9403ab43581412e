// Scans written for tests that do not care what stands on them.
#pragma once

#include <filesystem>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace banwen::test {

// Rows of framed squares with a stroke through them, as Han type looks from afar; the format is that of the
// extension.
inline void draw_page(const std::filesystem::path& file, int rows = 12) {
    cv::Mat page(1400, 1000, CV_8U, cv::Scalar(255));
    for (int row = 0; row < rows; ++row)
        for (int x = 100; x < 880; x += 40) {
            const cv::Point corner(x, 120 + row * 64);
            cv::rectangle(page, corner, corner + cv::Point(31, 31), cv::Scalar(0), 4);
            cv::line(page, corner + cv::Point(2, 15), corner + cv::Point(29, 15), cv::Scalar(0), 4);
        }
    std::filesystem::create_directories(file.parent_path());
    cv::imwrite(file.native(), page);
}

inline void draw_shade(const std::filesystem::path& file, int width, int height, int shade) {
    std::filesystem::create_directories(file.parent_path());
    cv::imwrite(file.native(), cv::Mat(height, width, CV_8U, cv::Scalar(shade)));
}

}  // namespace banwen::test
