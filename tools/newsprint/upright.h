// Upright lines: where the pieces of a line stand that runs downwards.
#pragma once

#include "set_lines.h"
#include "sheet.h"

namespace banwen::newsprint {

// The piece of a line set upright whose cells are `size` wide; the line's upper left corner is at `at`.
inline PlacedPiece stand_upright(const TypeCase& type_case, const Face& face, double size, const Piece& piece,
                                 Point at) {
    if (piece.turned) return {piece.text, {at.x + 0.14 * size, at.y + piece.x}, true};
    const double white = size - type_case.advance(face, piece.text) * size;
    return {piece.text, {at.x + white / 2, at.y + piece.x + 0.88 * size}, false};
}

}  // namespace banwen::newsprint
