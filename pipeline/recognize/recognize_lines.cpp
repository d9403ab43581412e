#include "recognize/recognize_lines.h"

namespace banwen {

std::vector<TextLine> recognize_lines(const CleanPage&, const Layout& layout, int page_number, Recognizer&,
                                      const RecognizeOptions&) {
    std::vector<TextLine> lines;
    for (std::size_t r = 0; r < layout.regions.size(); ++r)
        for (const LineBox& line : layout.regions[r].lines)
            lines.push_back({.id = {page_number, static_cast<int>(lines.size())},
                             .region = static_cast<int>(r),
                             .kind = layout.regions[r].kind,
                             .mode = layout.regions[r].mode,
                             .box = line.box,
                             .measure = layout.regions[r].box,
                             .type_size = line.type_size,
                             .glyphs = {}});
    return lines;
}

}  // namespace banwen
