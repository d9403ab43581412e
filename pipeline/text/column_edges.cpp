// Where text runs around a picture, its lines are shorter than the column for a while: three lines or more
// that begin, or end, at one edge well inside the column have that edge for theirs. Verse and lists end short
// too, each line with its sentence; beside a picture lines end in the middle of one.
#include "text/column_edges.h"

#include <algorithm>
#include <cmath>

#include "core/characters.h"

namespace banwen {
namespace {

// A line in the frame of its own reading: along runs with the line, across from line to line.
struct Run {
    double start = 0;
    double end = 0;
    double across = 0;
    double em = 1;
    double measure_start = 0;
    double measure_end = 0;
    bool ends_open = false;  // with a character, no mark
    bool ends_sentence = false;
    std::size_t block = 0;
    std::size_t line = 0;
};

struct Column {
    int page = 0;
    WritingMode mode = WritingMode::horizontal;
    std::vector<Run> runs;
    double start = 0;  // common edges of the runs so far
    double end = 0;
};

Run run_of(const TextLine& line) {
    const bool vertical = line.mode == WritingMode::vertical;
    const Box& box = line.box;
    const Box& measure = line.measure.empty() ? line.box : line.measure;
    Run run;
    run.start = vertical ? box.top : box.left;
    run.end = vertical ? box.bottom() : box.right();
    run.across = vertical ? -box.center().x : box.center().y;
    run.measure_start = vertical ? measure.top : measure.left;
    run.measure_end = vertical ? measure.bottom() : measure.right();
    const std::u32string last =
        line.glyphs.empty() ? U"" : from_utf8(line.glyphs.back().readings.front().text);
    run.ends_open = !last.empty() && (is_han(last.back()) || is_latin(last.back()) || is_digit(last.back()));
    run.ends_sentence = !last.empty() && std::u32string_view(U"。！？!?”\"』」：:…").find(last.back()) !=
                                             std::u32string_view::npos;
    run.em = line.type_size > 0 ? line.type_size : std::max(1, vertical ? box.width : box.height);
    return run;
}

double quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

// Few lines may all be indented or all be short, so only a column's run of lines can tell its edges.
constexpr std::size_t kEnoughLines = 3;
constexpr double kSameColumn = 0.6;  // overlap ÷ shorter width
constexpr double kSameEdge = 2.5;    // ems

void update_edges(Column& column) {
    std::vector<double> starts, ends;
    for (const Run& run : column.runs) {
        starts.push_back(run.start);
        ends.push_back(run.end);
    }
    column.start = quantile(starts, 0.15);
    column.end = quantile(ends, 0.85);
}

bool share_column(const Column& a, const Column& b) {
    if (a.page != b.page || a.mode != b.mode) return false;
    const double common = std::min(a.end, b.end) - std::max(a.start, b.start);
    if (common < kSameColumn * std::min(a.end - a.start, b.end - b.start)) return false;
    const double em = a.runs.front().em;
    const bool same_edges =
        std::abs(a.start - b.start) < kSameEdge * em && std::abs(a.end - b.end) < kSameEdge * em;
    return same_edges || a.runs.size() < kEnoughLines || b.runs.size() < kEnoughLines;
}

std::vector<Column> columns_of(const std::vector<const Block*>& blocks) {
    std::vector<Column> columns;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        if (blocks[b]->lines.empty()) continue;
        const TextLine& first = blocks[b]->lines.front();
        Column column{first.id.page, first.mode, {}, 0, 0};
        for (std::size_t l = 0; l < blocks[b]->lines.size(); ++l) {
            column.runs.push_back(run_of(blocks[b]->lines[l]));
            column.runs.back().block = b;
            column.runs.back().line = l;
        }
        update_edges(column);
        const auto known = std::find_if(columns.begin(), columns.end(),
                                        [&column](const Column& c) { return share_column(c, column); });
        if (known == columns.end()) {
            columns.push_back(std::move(column));
        } else {
            known->runs.insert(known->runs.end(), column.runs.begin(), column.runs.end());
            update_edges(*known);
        }
    }
    return columns;
}

// An edge as a straight line over the lines' places: edge = at + lean · (across − middle).
struct Edge {
    double at = 0;
    double lean = 0;
    double middle = 0;
    double where(double across) const { return at + lean * (across - middle); }
};

struct Place {
    double across = 0;
    double edge = 0;
};

Edge least_squares(const std::vector<Place>& places) {
    double across = 0, edge = 0;
    for (const Place& place : places) {
        across += place.across;
        edge += place.edge;
    }
    const auto count = static_cast<double>(places.size());
    Edge fit{edge / count, 0, across / count};
    double product = 0, square = 0;
    for (const Place& place : places) {
        product += (place.across - fit.middle) * (place.edge - fit.at);
        square += (place.across - fit.middle) * (place.across - fit.middle);
    }
    constexpr double kMostLean = 0.03;
    fit.lean = square > 0 ? std::clamp(product / square, -kMostLean, kMostLean) : 0;
    return fit;
}

// `inward`: +1 where lines that miss the edge stand at larger coordinates (the left edge), else -1. Lines
// that are indented or short are left out of the fit step by step.
Edge fit_edge(const std::vector<Place>& places, double first_guess, double inward, double em) {
    Edge edge{first_guess, 0, 0};
    constexpr std::size_t kEnoughToLean = 8;
    for (int round = 0; places.size() >= kEnoughToLean && round < 5; ++round) {
        std::vector<Place> near;
        for (const Place& place : places) {
            const double miss = (place.edge - edge.where(place.across)) * inward;
            if (miss < 0.7 * em && miss > -1.2 * em) near.push_back(place);
        }
        if (near.size() < kEnoughToLean / 2) break;
        edge = least_squares(near);
    }
    return edge;
}

struct ColumnEdges {
    Edge start;
    Edge end;
};

ColumnEdges edges_of(const Column& column) {
    std::vector<Place> starts, ends;
    for (const Run& run : column.runs) {
        starts.push_back({run.across, run.start});
        ends.push_back({run.across, run.end});
    }
    const double em = column.runs.front().em;
    ColumnEdges edges{fit_edge(starts, column.start, 1, em), fit_edge(ends, column.end, -1, em)};
    if (column.runs.size() < kEnoughLines) {
        edges.start.at = std::min(edges.start.at, column.runs.front().measure_start);
        edges.end.at = std::max(edges.end.at, column.runs.front().measure_end);
    }
    return edges;
}

// A line without tall characters measures less than its type.
double usual_em(const Column& column) {
    std::vector<double> ems;
    for (const Run& run : column.runs)
        ems.push_back(run.em);
    return quantile(ems, 0.5);
}

constexpr double kLeastWrap = 3;  // em: paragraphs are indented by less
constexpr double kAtEdge = 1;     // em
constexpr std::size_t kWindow = 3;

// What a line misses of its column on one side, in ems.
struct Miss {
    double by = 0;
    bool in_sentence = true;  // it could go on behind this edge
    bool may_be_off = true;   // it may miss the edge: an indent, or the end of a paragraph
};

// The inner edge that the `kWindow` misses have in common, 0 where they have none.
double common_edge(const Miss* first) {
    double least = first->by;
    for (std::size_t i = 1; i < kWindow; ++i)
        least = std::min(least, first[i].by);
    std::size_t at_edge = 0, in_sentence = 0;
    for (std::size_t i = 0; i < kWindow; ++i) {
        if (first[i].by > least + kAtEdge) {
            if (!first[i].may_be_off) return 0;
            continue;
        }
        ++at_edge;
        in_sentence += first[i].in_sentence ? 1 : 0;
    }
    return least >= kLeastWrap && at_edge >= 2 && in_sentence >= 1 ? least : 0;
}

// For each line how far its own edge lies inside the column's: the innermost edge that it has in common with
// two neighbours.
std::vector<double> find_wraps(const std::vector<Miss>& misses) {
    std::vector<double> wraps(misses.size(), 0);
    for (std::size_t i = 0; i + kWindow <= misses.size(); ++i) {
        const double edge = common_edge(&misses[i]);
        for (std::size_t k = i; k < i + kWindow; ++k)
            wraps[k] = std::max(wraps[k], edge);
    }
    return wraps;
}

}  // namespace

std::vector<std::vector<LineFill>> find_line_fill(const std::vector<const Block*>& blocks) {
    std::vector<std::vector<LineFill>> fill(blocks.size());
    for (std::size_t b = 0; b < blocks.size(); ++b)
        fill[b].resize(blocks[b]->lines.size());
    for (const Column& column : columns_of(blocks)) {
        const ColumnEdges edges = edges_of(column);
        const double em = usual_em(column);
        std::vector<Miss> before, behind;
        for (const Run& run : column.runs) {
            before.push_back({(run.start - edges.start.where(run.across)) / em});
            behind.push_back(
                {(edges.end.where(run.across) - run.end) / em, run.ends_open, run.ends_sentence});
        }
        const std::vector<double> left = find_wraps(before), right = find_wraps(behind);
        for (std::size_t i = 0; i < column.runs.size(); ++i) {
            const Run& run = column.runs[i];
            const double width = (edges.end.where(run.across) - edges.start.where(run.across)) / em;
            fill[run.block][run.line] = {before[i].by - left[i], behind[i].by - right[i],
                                         width - left[i] - right[i]};
        }
    }
    return fill;
}

}  // namespace banwen
