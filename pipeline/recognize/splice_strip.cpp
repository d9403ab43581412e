#include "recognize/splice_strip.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

namespace banwen {
namespace {

// The columns [from, to) of the strip, with their pieces as they stand in them.
Strip columns_of(const Strip& strip, int from, int to) {
    Strip part{strip.gray.colRange(from, to), strip.ink.colRange(from, to), {}};
    for (StripPiece piece : strip.pieces) {
        const int left = std::max(piece.left, from), right = std::min(piece.left + piece.width, to);
        if (right <= left) continue;
        (piece.sideways ? piece.on_page.y : piece.on_page.x) += left - piece.left;
        piece.left = left - from;
        piece.width = right - left;
        part.pieces.push_back(piece);
    }
    return part;
}

Strip joined(const Strip& first, const Strip& second) {
    if (first.gray.cols == 0) return second;
    if (second.gray.cols == 0) return first;
    Strip strip{{}, {}, first.pieces};
    cv::hconcat(first.gray, second.gray, strip.gray);
    cv::hconcat(first.ink, second.ink, strip.ink);
    for (StripPiece piece : second.pieces) {
        piece.left += first.gray.cols;
        strip.pieces.push_back(piece);
    }
    return strip;
}

Strip paper(int width, int height) {
    return {cv::Mat(height, width, CV_8UC1, cv::Scalar(255)), cv::Mat::zeros(height, width, CV_8UC1), {}};
}

// A run of inked columns.
struct Run {
    int from = 0;
    int to = 0;
    Box ink;
};

std::vector<Run> runs_of(const cv::Mat& ink) {
    cv::Mat columns;
    cv::reduce(ink, columns, 0, cv::REDUCE_MAX);
    std::vector<Run> runs;
    for (int x = 0; x < columns.cols; ++x) {
        if (columns.at<std::uint8_t>(0, x) == 0) continue;
        if (runs.empty() || runs.back().to < x) runs.push_back({x, x, {}});
        runs.back().to = x + 1;
    }
    for (Run& run : runs) {
        const cv::Rect box = cv::boundingRect(ink.colRange(run.from, run.to));
        run.ink = {run.from + box.x, box.y, box.width, box.height};
    }
    return runs;
}

constexpr double kPlaceEm = 1.2;  // from the left edge of a stop to that of the quotation mark behind it
bool is_small(const Box& ink, double em) {
    return ink.width < 0.42 * em && ink.height < 0.5 * em && ink.height > 0.08 * em;
}

}  // namespace

Strip without_columns(const Strip& strip, int from, int to) {
    return joined(columns_of(strip, 0, from), columns_of(strip, to, strip.gray.cols));
}

Strip with_paper(const Strip& strip, int at, int width) {
    const Strip before = joined(columns_of(strip, 0, at), paper(width, strip.gray.rows));
    return joined(before, columns_of(strip, at, strip.gray.cols));
}

Strip with_parted_stops(Strip strip, double type_size) {
    const std::vector<Run> runs = runs_of(strip.ink);
    const double middle = strip.ink.rows / 2.0;
    const int place = static_cast<int>(kPlaceEm * type_size);
    for (std::size_t i = runs.size(); i-- > 1;) {
        const Box& stop = runs[i - 1].ink;
        const Box& quote = runs[i].ink;
        const bool stop_before_quote = is_small(stop, type_size) && stop.top > middle - 0.1 * type_size &&
                                       is_small(quote, type_size) && quote.bottom() < middle;
        const int missing = place - (quote.left - stop.left);
        if (stop_before_quote && missing > 0) strip = with_paper(strip, quote.left, missing);
    }
    return strip;
}

}  // namespace banwen
