// The draw room: what the other rooms found, painted over the page, for people to look at.
#pragma once

#include <filesystem>
#include <vector>

#include "core/article.h"
#include "core/layout.h"
#include "core/scan_image.h"

namespace banwen {

struct DrawOptions {
    int max_side = 2400;  // px of the picture; larger pages are scaled down
    int grid = 0;         // so many level lines across the page, to hold its skew against; 0 = none
};

// What is known of the page so far; empty members are simply not drawn.
struct Overlay {
    Layout layout;
    std::vector<TextLine> lines;
    std::vector<Article> articles;
};

// Paints regions, lines, rules, frames and pictures, reading-order arrows and a colour an article over the
// page, with a legend below, and writes a PNG or JPEG by the file's extension. Throws Error(cannot_write).
void draw_overlay(const CleanPage& page, const Overlay& overlay, const std::filesystem::path& file,
                  const DrawOptions& options);

}  // namespace banwen
