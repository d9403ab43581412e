// One article in one box of the page: which story, how much of it, how high its heading, whether a
// photo helps to fill. Planning tries and prices; printing follows the plan to the letter.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "copy_fitting.h"
#include "headline.h"
#include "sheet.h"

namespace banwen::newsprint {

// A box on the page's grid. Its last row is the white between articles unless it stands at the foot.
struct Cell {
    int column = 0;
    int columns = 1;
    int row = 0;
    int rows = 10;
    bool at_foot = false;
};

enum class Frame { none, thin, thick, double_line };

// What was thrown for a box before a story is sought for it.
struct BoxDress {
    HeadDress head;
    Frame frame = Frame::none;
    int photo_columns = 0;  // 0: no photo
    int photo_from = 0;     // first column of the photo within the box
    std::uint64_t photo_seed = 0;
};

// How an article stands to a jump: complete here, left for another page, or arrived from one.
enum class Part { whole, leaving, arriving };

struct Copy {
    std::size_t story = 0;
    Position from;
    Part part = Part::whole;
    int other_page = 0;  // the page jumped to or from
};

struct BoxPlan {
    Cell cell;
    BoxDress dress;
    Copy copy;
    Head head;
    Box head_area;               // mm
    std::vector<Slot> slots;     // rows counted from `top`
    double top = 0;              // mm, of row 0
    double measure = 0;          // mm
    std::size_t lines = 0;       // of the copy that are printed here
    std::size_t paragraphs = 0;  // of the story that are printed at all
    Position rest;               // where a leaving article goes on
    Box photo;                   // mm, empty without one
    std::vector<SetLine> caption;
    double cost = 0;  // rows of white that should not be, and other displeasures
};

// Prices of setting the same story twice are saved: lines by story, place and measure.
class CopyDesk {
  public:
    CopyDesk(const TypeCase& type_case, const PaperStyle& style, const std::vector<Story>& stories)
        : type_case_(type_case), style_(style), stories_(stories) {}

    const TypeCase& type_case() const { return type_case_; }
    const PaperStyle& style() const { return style_; }
    const Story& story(std::size_t index) const { return stories_[index]; }
    std::size_t stories() const { return stories_.size(); }
    const std::vector<CopyLine>& lines(const Copy& copy, double measure) const;
    const Head& head(std::size_t story, const HeadDress& dress, double room, int columns) const;

  private:
    const TypeCase& type_case_;
    const PaperStyle& style_;
    const std::vector<Story>& stories_;
    mutable std::map<std::string, std::vector<CopyLine>> lines_;
    mutable std::map<std::string, Head> heads_;
};

// The best way to fill the cell with the copy; nothing when it cannot be done decently.
std::optional<BoxPlan> plan_box(const CopyDesk& desk, const Grid& grid, const Cell& cell,
                                const BoxDress& dress, const Copy& copy);

// The outer box of the cell in mm, without the white row below it.
Box box_of(const Grid& grid, const Cell& cell);

}  // namespace banwen::newsprint
