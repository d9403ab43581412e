#include "proof.h"

#include <cmath>
#include <cstring>
#include <stdexcept>

#include <cairo.h>

#include "photo.h"

namespace banwen::newsprint {
namespace {

constexpr int kLargestSide = 32767;

Raster copy_of(cairo_surface_t* surface, int width, int height) {
    cairo_surface_flush(surface);
    Raster raster{width, height, {}};
    raster.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const unsigned char* from = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < height; ++y)
        std::memcpy(&raster.at(0, y), from + static_cast<std::ptrdiff_t>(y) * stride,
                    static_cast<std::size_t>(width));
    return raster;
}

void draw_rules(cairo_t* context, const Sheet& sheet) {
    for (const Rule& rule : sheet.rules) {
        cairo_set_source_rgba(context, 0, 0, 0, rule.grey);
        cairo_rectangle(context, rule.box.x, rule.box.y, rule.box.w, rule.box.h);
        cairo_fill(context);
    }
}

std::vector<Box> draw_line(cairo_t* context, const TypeCase& type_case, const PlacedLine& line,
                           double scale) {
    std::vector<Box> boxes;
    cairo_set_source_rgba(context, 0, 0, 0, 1);
    for (const PlacedPiece& piece : line.pieces) {
        type_case.show(context, line.face, piece.text, piece.at, line.size);
        const Box ink = type_case.ink(line.face, piece.text);
        boxes.push_back({(piece.at.x + ink.x * line.size) * scale, (piece.at.y + ink.y * line.size) * scale,
                         ink.w * line.size * scale, ink.h * line.size * scale});
    }
    return boxes;
}

}  // namespace

Proof draw_proof(const TypeCase& type_case, const Sheet& sheet, int dpi) {
    const double scale = dpi / kMillimetresPerInch;
    const int width = static_cast<int>(std::lround(sheet.width * scale));
    const int height = static_cast<int>(std::lround(sheet.height * scale));
    if (width > kLargestSide || height > kLargestSide)
        throw std::runtime_error("the page is too large at this resolution");
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
    cairo_t* context = cairo_create(surface);
    cairo_scale(context, scale, scale);
    Proof proof;
    draw_rules(context, sheet);
    for (const PlacedLine& line : sheet.lines)
        proof.line_ink.push_back(draw_line(context, type_case, line, scale));
    const bool drawn = cairo_status(context) == CAIRO_STATUS_SUCCESS;
    proof.ink = copy_of(surface, width, height);
    cairo_destroy(context);
    cairo_surface_destroy(surface);
    if (!drawn) throw std::runtime_error("Cairo could not draw the page");
    for (const Picture& picture : sheet.pictures)
        print_photo_dots(picture, dpi, proof.ink);
    return proof;
}

}  // namespace banwen::newsprint
