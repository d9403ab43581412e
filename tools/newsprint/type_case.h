// The type case: how wide a piece of text is in a face, where its ink lies, and its drawing.
// The one place that knows Pango.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <cairo.h>

#include "geometry.h"

namespace banwen::newsprint {

// A face as asked for. `stretch` widens (> 1) or narrows the letters, as headlines often are; `swell`
// fattens their strokes by so many ems beyond the heaviest weight there is.
struct Face {
    std::string family = "Noto Serif CJK SC";
    int weight = 400;
    double stretch = 1.0;
    double swell = 0;
};

// Ink on paper, or the paper left white within ink.
enum class Tone { ink, paper };

// turned: a quarter to the right, so that the line runs downwards from `at`.
struct Stand {
    Point at;
    double size = 3.5;
    bool turned = false;
    Tone tone = Tone::ink;
};

class TypeCase {
  public:
    TypeCase();
    ~TypeCase();
    TypeCase(const TypeCase&) = delete;
    TypeCase& operator=(const TypeCase&) = delete;

    // Throws std::runtime_error naming the family when it is not installed: another face in its
    // place would change every page in silence.
    void require(const std::string& family) const;

    // Set width in ems.
    double advance(const Face& face, std::u32string_view text) const;
    // Box of the ink in ems; origin at the left end of the baseline, y downwards.
    Box ink(const Face& face, std::u32string_view text) const;
    // Box of the ink of text that stands so, in the units of `stand`.
    Box ink(const Face& face, std::u32string_view text, const Stand& stand) const;
    // Shows the text with the left end of its baseline at `stand.at` and an em of `stand.size`, in the
    // units of the context.
    void show(cairo_t* context, const Face& face, std::u32string_view text, const Stand& stand) const;

  private:
    struct Cache;
    std::unique_ptr<Cache> cache_;
};

}  // namespace banwen::newsprint
