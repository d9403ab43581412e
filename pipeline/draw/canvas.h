// Canvas: a picture of the page, in colour and at the picture's size, that takes boxes in the page's pixels.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <opencv2/core.hpp>

#include "core/scan_image.h"

namespace banwen {

// Blue, green, red: OpenCV's order.
using Colour = cv::Scalar;

struct LegendEntry {
    std::string text;  // ASCII: OpenCV draws nothing else
    Colour colour;
};

class Canvas {
  public:
    // The page greyed, so that colours stand out; ink that the page counts as such darker than other grey.
    Canvas(const CleanPage& page, int max_side);

    void fill(const Box& box, const Colour& colour, double opacity);
    void outline(const Box& box, const Colour& colour, int thickness);
    void cross(const Box& box, const Colour& colour);  // both diagonals
    void line(const Point& from, const Point& to, const Colour& colour, int thickness);
    void arrow(const Point& from, const Point& to, const Colour& colour, int thickness);

    // White on a ground of the colour that stands on `corner`, the upper left of what it names.
    void label(const Point& corner, const std::string& text, const Colour& colour);

    // Adds a strip below the page.
    void add_legend(const std::vector<LegendEntry>& entries);

    // Throws Error(cannot_write).
    void save(const std::filesystem::path& file) const;

  private:
    cv::Point at(const Point& point) const;
    cv::Rect at(const Box& box) const;

    cv::Mat picture_;
    double scale_ = 1;  // picture px for one px of the page
};

}  // namespace banwen
