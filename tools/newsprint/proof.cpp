#include "proof.h"

#include <cmath>
#include <cstring>
#include <numbers>
#include <stdexcept>

#include <cairo.h>

#include "photo.h"

namespace banwen::newsprint {
namespace {

constexpr int kLargestSide = 32767;

// An ink plate that Cairo draws on and that comes from, and goes back to, a raster.
class Plate {
  public:
    explicit Plate(const Raster& ground)
        : width_(ground.width),
          height_(ground.height),
          surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, width_, height_)),
          context_(cairo_create(surface_)) {
        if (cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) return;
        for (int y = 0; y < height_; ++y)
            std::memcpy(row(y),
                        &ground.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_)],
                        static_cast<std::size_t>(width_));
        cairo_surface_mark_dirty(surface_);
    }
    ~Plate() {
        cairo_destroy(context_);
        cairo_surface_destroy(surface_);
    }
    Plate(const Plate&) = delete;
    Plate& operator=(const Plate&) = delete;

    cairo_t* context() { return context_; }

    void copy_to(Raster& raster) {
        if (cairo_status(context_) != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error("Cairo could not draw the page");
        cairo_surface_flush(surface_);
        for (int y = 0; y < height_; ++y)
            std::memcpy(&raster.at(0, y), row(y), static_cast<std::size_t>(width_));
    }

  private:
    unsigned char* row(int y) {
        return cairo_image_surface_get_data(surface_) +
               static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface_);
    }

    int width_;
    int height_;
    cairo_surface_t* surface_;
    cairo_t* context_;
};

void draw_dots(cairo_t* context, const Box& box) {
    const bool level = box.w > box.h;
    const double dot = level ? box.h : box.w;
    const double length = level ? box.w : box.h;
    for (double along = dot / 2; along + dot / 2 <= length; along += 2.2 * dot) {
        cairo_new_sub_path(context);
        cairo_arc(context, box.x + (level ? along : dot / 2), box.y + (level ? dot / 2 : along), dot / 2, 0,
                  2 * std::numbers::pi);
    }
}

void draw_rules(cairo_t* context, const Sheet& sheet) {
    cairo_set_source_rgba(context, 0, 0, 0, 1);
    for (const Rule& rule : sheet.rules) {
        if (rule.form == RuleForm::dotted)
            draw_dots(context, rule.box);
        else
            cairo_rectangle(context, rule.box.x, rule.box.y, rule.box.w, rule.box.h);
        cairo_fill(context);
    }
}

std::vector<Box> draw_line(cairo_t* context, const TypeCase& type_case, const PlacedLine& line,
                           double scale) {
    std::vector<Box> boxes;
    for (const PlacedPiece& piece : line.pieces) {
        const Stand stand{piece.at, line.size, piece.turned, line.tone};
        type_case.show(context, line.face, piece.text, stand);
        const Box ink = type_case.ink(line.face, piece.text, stand);
        boxes.push_back({ink.x * scale, ink.y * scale, ink.w * scale, ink.h * scale});
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
    Proof proof;
    proof.ink = Raster{width, height, {}};
    proof.ink.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (const Panel& panel : sheet.panels)
        print_dots(panel, dpi, proof.ink);
    Plate plate(proof.ink);
    cairo_scale(plate.context(), scale, scale);
    draw_rules(plate.context(), sheet);
    for (const PlacedLine& line : sheet.lines)
        proof.line_ink.push_back(draw_line(plate.context(), type_case, line, scale));
    plate.copy_to(proof.ink);
    return proof;
}

}  // namespace banwen::newsprint
