// Gaussian blur, and the rounding that all harms share.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "proof.h"

namespace banwen::newsprint {

// A deviation in pixels below which a blur changes nothing that eight bits can show.
inline constexpr double kLeastBlur = 0.15;

// Weights from -radius to radius with the sum 1; sigma in pixels, > 0.
std::vector<float> gauss_kernel(double sigma);

// Blurred with a deviation of sigma pixels; the same raster below kLeastBlur.
Raster blurred(const Raster& raster, double sigma);

inline std::uint8_t to_byte(float value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5f, 0.0f, 255.0f));
}

}  // namespace banwen::newsprint
