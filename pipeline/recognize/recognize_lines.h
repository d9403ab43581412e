// The recognize room: the layout's lines, cut from the clean page and read.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/issue.h"
#include "core/layout.h"
#include "core/scan_image.h"
#include "core/text_line.h"
#include "recognize/effort.h"
#include "recognize/engine.h"
#include "recognize/recognizer.h"

namespace banwen {

struct RecognizeOptions {
    Engine engine = Engine::best;  // what runs the model
    // A name of models/MANIFEST, a .traineddata file, or "" for the best one that is there.
    std::string model;
    std::string lang = "chi_sim";    // rows of the model table joined by '+'
    int line_height = 36;            // px that a line is scaled to, where the model does not want its own
    Effort effort = Effort::normal;  // what second looks at doubtful lines may cost
    double min_gap_em = 0.45;        // white between Han characters beyond their pitch that counts as a space
    int threads = 1;                 // that read the lines of one page; the result does not depend on it
};

// Reads every line of the layout, region by region, in the layout's order; line ids carry `page_number` and
// the place in that order. Boxes are in the CleanPage's frame. A line on which nothing was read is returned
// without glyphs.
std::vector<TextLine> recognize_lines(const CleanPage& page, const Layout& layout, int page_number,
                                      Recognizer& recognizer, const RecognizeOptions& options);

}  // namespace banwen
