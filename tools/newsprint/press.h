// The press: from wishes to page images and truth.json in a folder.
#pragma once

#include "copy_source.h"
#include "issue_plan.h"

namespace banwen::newsprint {

enum class ImageFormat { png, jpeg };

struct PressOrder {
    IssueWishes wishes;
    std::string wear = "scan";       // clean, scan, worn, ruined or 0..2
    std::vector<std::string> harms;  // "name=figure" as in harm_table.h, over what the wear says
    int dpi = 300;
    ImageFormat image = ImageFormat::png;
    int quality = 75;  // of JPEG, 1..100
    Content content = Content::prose;
    std::string prose;   // as in CopyOrder
    std::string output;  // folder, made when missing
};

// Writes page-01.png … and truth.json. The same order and fonts give the same bytes.
// Throws std::invalid_argument on an impossible order, std::runtime_error on what cannot be read,
// drawn or written.
void print_issue(const PressOrder& order);

// The order that a command line describes, or the exit status when there is nothing left to do.
struct ParsedOrder {
    PressOrder order;
    std::optional<int> exit_status;
};
ParsedOrder parse_order(int argc, char** argv);

}  // namespace banwen::newsprint
