#include "draw/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banwen {

KindLook look_of(RegionKind kind) {
    switch (kind) {
        case RegionKind::body:
            return {"body", {170, 90, 0}};
        case RegionKind::headline:
            return {"headline", {0, 0, 200}};
        case RegionKind::crosshead:
            return {"cross-head", {80, 60, 230}};
        case RegionKind::caption:
            return {"caption", {150, 0, 150}};
        case RegionKind::masthead:
            return {"masthead", {0, 120, 0}};
        case RegionKind::folio:
            return {"folio", {90, 90, 90}};
        case RegionKind::advertisement:
            return {"advertisement", {0, 110, 200}};
        case RegionKind::table:
            return {"table", {130, 130, 0}};
        case RegionKind::index:
            return {"index", {20, 70, 110}};
    }
    return {"?", {0, 0, 0}};
}

Colour article_colour(std::size_t number) {
    constexpr double kGoldenTurn = 0.618034;
    const double hue = std::fmod(static_cast<double>(number) * kGoldenTurn, 1.0) * 6;
    const auto part = [hue](double shift) {
        const double place = std::fmod(hue + shift, 6.0);
        const double level = std::clamp(std::abs(place - 3) - 1, 0.0, 1.0);
        return 30 + 170 * level;
    };
    return {part(2), part(4), part(0)};
}

Colour confidence_colour(double confidence) {
    const double c = std::clamp(confidence, 0.0, 1.0);
    return {0, 200 * std::min(1.0, 2 * c), 230 * std::min(1.0, 2 - 2 * c)};
}

}  // namespace banwen
