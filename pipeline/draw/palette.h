// The colours of the overlay, and the words of its legend.
#pragma once

#include <cstddef>

#include "core/layout.h"
#include "draw/canvas.h"

namespace banwen {

inline const Colour kRuleColour(40, 40, 230);
inline const Colour kFrameColour(160, 140, 0);
inline const Colour kPictureColour(200, 0, 200);
inline const Colour kLineColour(220, 130, 40);
inline const Colour kGridColour(0, 160, 255);

struct KindLook {
    const char* name;
    Colour colour;
};

KindLook look_of(RegionKind kind);

// Neighbouring numbers get colours that are far apart.
Colour article_colour(std::size_t number);

// Red at 0, yellow at a half, green at 1.
Colour confidence_colour(double confidence);

}  // namespace banwen
