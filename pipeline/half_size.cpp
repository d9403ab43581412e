#include "half_size.h"

#include <utility>

namespace banwen {

Scan half_size(Scan scan) {
    const GrayImage& whole = scan.gray;
    if (whole.width < 2 || whole.height < 2) return scan;
    GrayImage half = blank_image(whole.width / 2, whole.height / 2);
    for (int y = 0; y < half.height; ++y)
        for (int x = 0; x < half.width; ++x) {
            const int sum = whole.at(2 * x, 2 * y) + whole.at(2 * x + 1, 2 * y) + whole.at(2 * x, 2 * y + 1) +
                            whole.at(2 * x + 1, 2 * y + 1);
            half.at(x, y) = static_cast<std::uint8_t>((sum + 2) / 4);
        }
    scan.gray = std::move(half);
    scan.dpi /= 2;
    return scan;
}

}  // namespace banwen
