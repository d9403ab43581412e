#include "measure_lines.h"

#include <algorithm>
#include <cmath>
#include <ctime>

#include "clean/clean_page.h"
#include "layout/find_layout.h"
#include "scan/read_scan.h"
#include "score/comparable_text.h"
#include "score/layout_figures.h"
#include "score/match_lines.h"
#include "score/score_issue.h"

namespace banwen {
namespace {

constexpr double kPointsAnInch = 72;

double cpu_now() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Lines to be read and the truth line of each, in the same order.
struct Assignment {
    Layout layout;
    std::vector<const TruthLine*> truths;
};

void add_line(Assignment& assignment, const LineBox& line, WritingMode mode, const TruthLine& truth) {
    assignment.layout.regions.push_back({.mode = mode, .box = line.box, .lines = {line}});
    assignment.truths.push_back(&truth);
}

// Clean-page px for one px of the scan.
double scale_of(const CleanPage& page) {
    const Point origin = page.to_scan.apply(Point{0, 0}), right = page.to_scan.apply(Point{1000, 0});
    return 1000 / std::max(1.0, std::hypot(right.x - origin.x, right.y - origin.y));
}

// The box on the scan, brought upright about its own middle.
Box box_on(const CleanPage& page, const TruthLine& line, const TruthPage& truth) {
    const Box level = level_box(line.box, truth);
    const Point middle = page.to_scan.back(line.box.center());
    const double width = level.width * scale_of(page), height = level.height * scale_of(page);
    return {static_cast<int>(std::lround(middle.x - width / 2)),
            static_cast<int>(std::lround(middle.y - height / 2)), static_cast<int>(std::lround(width)),
            static_cast<int>(std::lround(height))};
}

Assignment printed_lines(const CleanPage& page, const TruthPage& truth) {
    Assignment assignment;
    for (const TruthLine& line : truth.lines) {
        if (is_table_row(line)) continue;
        const Box box = box_on(page, line, truth);
        const double thickness = line.vertical ? box.width : box.height;
        const double set = line.size_pt / kPointsAnInch * truth.dpi * scale_of(page);
        add_line(assignment, {.box = box, .type_size = set > 0 ? set : thickness, .reversed = line.reversed},
                 line.vertical ? WritingMode::vertical : WritingMode::horizontal, line);
    }
    return assignment;
}

Assignment found_lines(const CleanPage& page, const TruthPage& truth) {
    const Layout layout = find_layout(page, {});
    std::vector<ScoredLine> printed;
    for (const TruthLine& line : truth.lines)
        printed.push_back(scored_line(line, truth));
    const LineMatch match =
        match_lines(printed, scored_lines(layout, page.to_scan, truth), ScoreOptions{}.min_overlap);
    Assignment assignment;
    std::size_t index = 0;
    for (const Region& region : layout.regions)
        for (const LineBox& line : region.lines) {
            const int which = match.truth_of[index++];
            if (which < 0 || is_table_row(truth.lines[static_cast<std::size_t>(which)])) continue;
            add_line(assignment, line, region.mode, truth.lines[static_cast<std::size_t>(which)]);
        }
    return assignment;
}

}  // namespace

LinesOfPage measure_lines(const std::filesystem::path& folder, const TruthPage& truth, LineSource source,
                          Recognizer& recognizer, const RecognizeOptions& options) {
    const CleanPage page = clean_page(read_scan({(folder / truth.file).string(), 0}, {}), {});
    const Assignment assignment =
        source == LineSource::printed ? printed_lines(page, truth) : found_lines(page, truth);
    LinesOfPage result;
    result.printed_lines = static_cast<std::size_t>(std::count_if(
        truth.lines.begin(), truth.lines.end(), [](const TruthLine& l) { return !is_table_row(l); }));
    const double start = cpu_now();
    const std::vector<TextLine> lines =
        recognize_lines(page, assignment.layout, truth.number, recognizer, options);
    result.cpu_seconds = cpu_now() - start;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TruthLine& printed = *assignment.truths[i];
        result.lines.push_back({printed, comparable_text(printed.text), comparable_text(plain_text(lines[i])),
                                lines[i].type_size});
    }
    return result;
}

}  // namespace banwen
