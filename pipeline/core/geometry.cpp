#include "core/geometry.h"

#include <algorithm>
#include <cmath>

namespace banwen {

Box intersection(const Box& a, const Box& b) {
    const int left = std::max(a.left, b.left);
    const int top = std::max(a.top, b.top);
    const int right = std::min(a.right(), b.right());
    const int bottom = std::min(a.bottom(), b.bottom());
    if (right <= left || bottom <= top) return {};
    return {left, top, right - left, bottom - top};
}

Box bounding(const Box& a, const Box& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    const int left = std::min(a.left, b.left);
    const int top = std::min(a.top, b.top);
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

Box grown(const Box& box, int margin) {
    return {box.left - margin, box.top - margin, std::max(0, box.width + 2 * margin),
            std::max(0, box.height + 2 * margin)};
}

int overlap_x(const Box& a, const Box& b) {
    return std::max(0, std::min(a.right(), b.right()) - std::max(a.left, b.left));
}

int overlap_y(const Box& a, const Box& b) {
    return std::max(0, std::min(a.bottom(), b.bottom()) - std::max(a.top, b.top));
}

double overlap_ratio(const Box& a, const Box& b) {
    const auto common = static_cast<double>(intersection(a, b).area());
    const double all = static_cast<double>(a.area() + b.area()) - common;
    return all <= 0 ? 0 : common / all;
}

double share_inside(const Box& inner, const Box& outer) {
    if (inner.empty()) return 0;
    return static_cast<double>(intersection(inner, outer).area()) / static_cast<double>(inner.area());
}

Point PageMap::apply(Point p) const {
    const double w = m[6] * p.x + m[7] * p.y + m[8];
    const double scale = std::abs(w) < 1e-12 ? 1.0 : 1.0 / w;
    return {(m[0] * p.x + m[1] * p.y + m[2]) * scale, (m[3] * p.x + m[4] * p.y + m[5]) * scale};
}

Box PageMap::apply(const Box& box) const {
    const double l = box.left, t = box.top, r = box.right(), b = box.bottom();
    const std::array corners = {apply(Point{l, t}), apply(Point{r, t}), apply(Point{l, b}),
                                apply(Point{r, b})};
    double left = corners[0].x, right = left, top = corners[0].y, bottom = top;
    for (const Point& c : corners) {
        left = std::min(left, c.x);
        right = std::max(right, c.x);
        top = std::min(top, c.y);
        bottom = std::max(bottom, c.y);
    }
    const int x = static_cast<int>(std::lround(left));
    const int y = static_cast<int>(std::lround(top));
    return {x, y, static_cast<int>(std::lround(right)) - x, static_cast<int>(std::lround(bottom)) - y};
}

PageMap chain(const PageMap& first, const PageMap& second) {
    PageMap product;
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            double sum = 0;
            for (std::size_t k = 0; k < 3; ++k)
                sum += second.m[row * 3 + k] * first.m[k * 3 + column];
            product.m[row * 3 + column] = sum;
        }
    return product;
}

PageMap inverse(const PageMap& map) {
    const auto& a = map.m;
    const double c0 = a[4] * a[8] - a[5] * a[7];
    const double c1 = a[5] * a[6] - a[3] * a[8];
    const double c2 = a[3] * a[7] - a[4] * a[6];
    const double determinant = a[0] * c0 + a[1] * c1 + a[2] * c2;
    if (std::abs(determinant) < 1e-15) return {};
    const double d = 1.0 / determinant;
    return {{c0 * d, (a[2] * a[7] - a[1] * a[8]) * d, (a[1] * a[5] - a[2] * a[4]) * d, c1 * d,
             (a[0] * a[8] - a[2] * a[6]) * d, (a[2] * a[3] - a[0] * a[5]) * d, c2 * d,
             (a[1] * a[6] - a[0] * a[7]) * d, (a[0] * a[4] - a[1] * a[3]) * d}};
}

}  // namespace banwen
