// The parts, in the order in which they befall a sheet: the columns were locked up out of true, so that the
// lines of each lean a little; the sheet was bound, and bows where it rises from the glass; the camera stood
// askew, so that one edge is farther away; the sheet lay turned; and the scanner's frame begins somewhere.
// Each part is smooth and near to standing still, so the inverse is found by going back the error a few
// times.
#include "sheet_map.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace banwen::newsprint {
namespace {

// Share of the width that rises from the glass on a curled page.
constexpr double kCurledShare = 0.4;
// Paper at the sheet's edges that a scan may cut off: half of the narrowest margin.
constexpr double kSpareMargin = 6;  // mm

double tangent(double degrees) {
    return std::tan(degrees * std::numbers::pi / 180);
}

}  // namespace

SheetMap::SheetMap(int width, int height)
    : width_(width),
      height_(height),
      scan_width_(width),
      scan_height_(height),
      shift_{width / 2.0, height / 2.0} {}

SheetMap::SheetMap(const Bends& bends, int width, int height, int dpi, Dice dice) : SheetMap(width, height) {
    cosine_ = std::cos(bends.skew_deg * std::numbers::pi / 180);
    sine_ = std::sin(bends.skew_deg * std::numbers::pi / 180);
    throw_column_slopes(bends.column_skew_deg, dice);
    curl_ = bends.curl_mm * dpi / kMillimetresPerInch;
    const double towards = dice.between(0, 2 * std::numbers::pi);
    far_x_ = bends.perspective_percent / 100 * std::cos(towards);
    far_y_ = bends.perspective_percent / 100 * std::sin(towards);
    neighbour_side_ = dice.chance(0.5) ? PageSide::right : PageSide::left;
    lay_on_canvas(bends, dpi);
}

bool SheetMap::moves_nothing() const {
    return keeps_lines_straight() && sine_ == 0 && far_x_ == 0 && far_y_ == 0 && scan_width_ == width_ &&
           scan_height_ == height_;
}

// Slopes at even places over the width; their mean is 0, so that the sheet's skew stays what it is.
void SheetMap::throw_column_slopes(double degrees, Dice& dice) {
    for (double& slope : slopes_)
        slope = dice.between(-1, 1);
    column_lean_ = tangent(degrees);
    double mean = 0, most = 0;
    for (std::size_t i = 0; i + 1 < kKnots; ++i)
        mean += (slopes_[i] + slopes_[i + 1]) / 2 / (kKnots - 1);
    for (double& slope : slopes_) {
        slope -= mean;
        most = std::max(most, std::abs(slope));
    }
    for (double& slope : slopes_)
        slope *= column_lean_ / most;
    const double step = static_cast<double>(width_) / (kKnots - 1);
    for (std::size_t i = 1; i < kKnots; ++i)
        leans_[i] = leans_[i - 1] + (slopes_[i - 1] + slopes_[i]) / 2 * step;
}

// The slopes change evenly between the knots; outside the sheet the last one goes on.
double SheetMap::lean(double x) const {
    const double step = static_cast<double>(width_) / (kKnots - 1);
    const double inside = std::clamp(x, 0.0, static_cast<double>(width_));
    const auto i = std::min(kKnots - 2, static_cast<std::size_t>(inside / step));
    const double t = inside - static_cast<double>(i) * step;
    const double rise = (slopes_[i + 1] - slopes_[i]) / step;
    return leans_[i] + slopes_[i] * t + rise * t * t / 2 + (x - inside) * (slopes_[i] + rise * t);
}

double SheetMap::lift(double flat_x) const {
    if (curl_ == 0) return 0;
    const double from_edge = curl_ > 0 ? width_ - flat_x : flat_x;
    // Beyond the spine the next page falls away again.
    const double off = std::max(0.0, 1 - std::abs(from_edge) / (kCurledShare * width_));
    return off * off;
}

Point SheetMap::bent(Point flat) const {
    const double lifted = lift(flat.x);
    const double down = (flat.y - height_ / 2.0) / height_;
    // Lines bow more towards the foot; what rises from the glass is seen foreshortened.
    const double x = flat.x - 0.6 * curl_ * lifted - width_ / 2.0;
    const double y = flat.y + lean(flat.x) + std::abs(curl_) * lifted * (1 + down) - height_ / 2.0;
    const double distance = 1 + 2 * (far_x_ * x / width_ + far_y_ * y / height_);
    return {x / distance, y / distance};
}

Point SheetMap::turned(Point point) const {
    return {cosine_ * point.x - sine_ * point.y, sine_ * point.x + cosine_ * point.y};
}

Point SheetMap::turned_back(Point point) const {
    return {cosine_ * point.x + sine_ * point.y, cosine_ * point.y - sine_ * point.x};
}

Point SheetMap::on_scan(Point flat) const {
    const Point point = turned(bent(flat));
    return {point.x + shift_.x, point.y + shift_.y};
}

Point SheetMap::on_sheet(Point scan) const {
    const Point target = turned_back({scan.x - shift_.x, scan.y - shift_.y});
    Point flat{target.x + width_ / 2.0, target.y + height_ / 2.0};
    for (int round = 0; round < 60; ++round) {
        const Point reached = bent(flat);
        const Point error{target.x - reached.x, target.y - reached.y};
        flat = {flat.x + error.x, flat.y + error.y};
        if (std::abs(error.x) + std::abs(error.y) < 5e-4) break;
    }
    return flat;
}

// The canvas holds the sheet as it would lie straight, and all of the turned sheet but its spare margin.
void SheetMap::lay_on_canvas(const Bends& bends, int dpi) {
    const double px_per_mm = dpi / kMillimetresPerInch;
    const double spare = kSpareMargin * px_per_mm;
    double left = -width_ / 2.0, top = -height_ / 2.0, right = -left, bottom = -top;
    constexpr int kSteps = 32;
    for (int i = 0; i <= kSteps; ++i) {
        const double x = spare + (width_ - 2 * spare) * i / kSteps;
        const double y = spare + (height_ - 2 * spare) * i / kSteps;
        for (const Point edge :
             {Point{x, spare}, Point{x, height_ - spare}, Point{spare, y}, Point{width_ - spare, y}}) {
            const Point at = turned(bent(edge));
            left = std::min(left, at.x), right = std::max(right, at.x);
            top = std::min(top, at.y), bottom = std::max(bottom, at.y);
        }
    }
    const double border = bends.border_mm * px_per_mm;
    const double neighbour = bends.neighbour_mm * px_per_mm;
    left -= border + (neighbour_side_ == PageSide::left ? neighbour : 0);
    right += border + (neighbour_side_ == PageSide::right ? neighbour : 0);
    top -= border, bottom += border;
    shift_ = {-left, -top};
    scan_width_ = static_cast<int>(std::ceil(right - left - 1e-6));
    scan_height_ = static_cast<int>(std::ceil(bottom - top - 1e-6));
}

}  // namespace banwen::newsprint
