// Where each point of the flat sheet comes to lie on the scan: all geometric harms as one map, composed of
// parts. Pixels are drawn and truth boxes are written by the same map, so they cannot disagree.
#pragma once

#include <array>

#include "dice.h"
#include "geometry.h"

namespace banwen::newsprint {

// The knobs of geometry.
struct Bends {
    double skew_deg = 0;             // of the whole sheet; + = turned clockwise
    double column_skew_deg = 0;      // most that a column's lines lean away from it
    double curl_mm = 0;              // how far lines bow at the bound edge; + = the right one, - = the left
    double perspective_percent = 0;  // how much smaller the far edge is than the middle
    double border_mm = 0;            // of the scanner's lid around the paper
    double neighbour_mm = 0;         // of the page beside this one that is seen
};

enum class PageSide { left, right };

// Coordinates are pixels from the upper left corner; a pixel's middle lies at one half.
class SheetMap {
  public:
    // The map that moves nothing.
    SheetMap(int width, int height);
    // width, height: of the flat sheet in pixels. Which columns lean, which edge is far and where the
    // neighbour lies is thrown.
    SheetMap(const Bends& bends, int width, int height, int dpi, Dice dice);

    Point on_scan(Point flat) const;
    // To a thousandth of a pixel.
    Point on_sheet(Point scan) const;

    // Whether straight lines stay straight.
    bool keeps_lines_straight() const { return curl_ == 0 && column_lean_ == 0; }
    // Whether the scan is the sheet, pixel by pixel.
    bool moves_nothing() const;
    // 1 at the bound edge of a curled page, 0 where it lies flat.
    double lift(double flat_x) const;
    PageSide neighbour_side() const { return neighbour_side_; }

    int sheet_width() const { return width_; }
    int sheet_height() const { return height_; }
    int scan_width() const { return scan_width_; }
    int scan_height() const { return scan_height_; }

  private:
    static constexpr std::size_t kKnots = 9;

    void throw_column_slopes(double degrees, Dice& dice);
    void lay_on_canvas(const Bends& bends, int dpi);
    double lean(double x) const;
    Point turned(Point point) const;
    Point turned_back(Point point) const;
    Point bent(Point flat) const;

    int width_, height_, scan_width_, scan_height_;
    double cosine_ = 1, sine_ = 0;
    double column_lean_ = 0;  // tangent of the most; 0 = all columns alike
    std::array<double, kKnots> slopes_{};
    std::array<double, kKnots> leans_{};
    double curl_ = 0;  // px, signed as Bends::curl_mm
    double far_x_ = 0, far_y_ = 0;
    PageSide neighbour_side_ = PageSide::right;
    Point shift_;
};

}  // namespace banwen::newsprint
