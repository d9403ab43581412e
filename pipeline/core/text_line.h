// TextLine: one printed line with what was read on it.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

#include "core/geometry.h"
#include "core/layout.h"

namespace banwen {

// One way to read a glyph: UTF-8 of one or more code points, confidence 0..1.
struct Reading {
    std::string text;
    double confidence = 0;
};

// One printed character. `readings` is never empty; the best stands first.
struct Glyph {
    Box box;
    std::vector<Reading> readings;
    bool space_before = false;  // the print leaves a gap on purpose before this glyph
};

// Names a line of the issue for good: the page's number and the line's place in recognition order.
struct LineId {
    int page = 0;
    int index = 0;
    auto operator<=>(const LineId&) const = default;
};

struct TextLine {
    LineId id;
    int region = 0;  // index into Layout::regions of its page
    RegionKind kind = RegionKind::body;
    WritingMode mode = WritingMode::horizontal;
    Box box;               // ink, in the CleanPage's frame of page id.page
    Box measure;           // the region's box: how far the line could have run
    double type_size = 0;  // px of one Han character
    std::vector<Glyph> glyphs;
};

// The best readings joined, a space where a glyph has space_before. UTF-8; "" for a line without glyphs.
std::string plain_text(const TextLine& line);

// Mean confidence of the best readings, 0..1; 0 for a line without glyphs.
double confidence(const TextLine& line);

// The same over all glyphs of several lines, each glyph with the same weight.
class MeanConfidence {
  public:
    void add(const TextLine& line);
    double value() const;  // 0..1; 0 where there were no glyphs

  private:
    double sum_ = 0;
    std::size_t glyphs_ = 0;
};

}  // namespace banwen
