#include "clean/fit_bend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include <opencv2/core.hpp>

namespace banwen {
namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kLineError = 0.25 * kDegree;  // of the slope that a line of usual length tells
constexpr int kRounds = 3;                     // in which samples far off lose their say
constexpr double kFarOff = 0.4 * kDegree;      // a sample so far off loses half of it
constexpr double kMostCells = 120;
constexpr int kFolds = 5;
// By how much slopes may turn from cell to cell across the page, px per px: from paper that lies all but flat
// to a bound book. Down the page, across its own bend, paper is stiffer.
constexpr std::array kTurns = {0.0005, 0.002, 0.006, 0.02, 0.06};
constexpr double kStifferDown = 3;
constexpr double kLeast = 1e-4;  // pull to no displacement at all, against the weight of one line

// Rows of equations, each worth `weight`, for the knots of one bend.
struct Equations {
    cv::Mat normal;
    cv::Mat right;
};

struct Term {
    int knot = 0;
    double factor = 0;
};

void add_equation(Equations& equations, const std::vector<Term>& terms, double value, double weight) {
    for (const Term& a : terms) {
        equations.right.at<double>(a.knot) += weight * a.factor * value;
        for (const Term& b : terms)
            equations.normal.at<double>(a.knot, b.knot) += weight * a.factor * b.factor;
    }
}

// What each knot adds to the slope at a place: the spline's own values for a knot of 1.
std::vector<Term> slope_terms(const Bend& bend, Point place) {
    const int stride = bend.cells_x + 3;
    const int column = std::clamp(static_cast<int>(place.x / bend.step), 0, bend.cells_x - 1);
    const int row = std::clamp(static_cast<int>(place.y / bend.step), 0, bend.cells_y - 1);
    Bend one = bend;
    std::vector<Term> terms;
    for (int j = row; j < row + 4; ++j)
        for (int i = column; i < column + 4; ++i) {
            Point& knot = one.knots[static_cast<std::size_t>(j * stride + i)];
            knot = {0, 1};
            terms.push_back({j * stride + i, slope_at(one, place)});
            knot = {};
        }
    return terms;
}

// Second differences of neighbouring knots are small. What is straight across and down costs nothing: all
// lines leaning alike, or fanning out.
void add_stiffness(Equations& equations, const Bend& bend, double turn) {
    const int columns = bend.cells_x + 3, rows = bend.cells_y + 3;
    const double across = std::pow(1 / (turn * bend.step), 2), down = kStifferDown * kStifferDown * across;
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i) {
            const int k = j * columns + i;
            if (i > 0 && i + 1 < columns)
                add_equation(equations, {{k - 1, 1}, {k, -2}, {k + 1, 1}}, 0, across);
            if (j > 0 && j + 1 < rows)
                add_equation(equations, {{k - columns, 1}, {k, -2}, {k + columns, 1}}, 0, down);
        }
}

// The samples with what they are worth, and what each asks of the knots.
struct Sampling {
    Bend flat;
    std::vector<SlopeSample> samples;
    std::vector<std::vector<Term>> terms;
    std::vector<double> weights;  // as told, less where a sample is far off
};

double off(const Sampling& all, std::size_t i, const Bend& bend) {
    return all.samples[i].slope - slope_at(bend, all.samples[i].place);
}

// `left_out`: of kFolds parts of the samples the one that has no say; -1 = none.
Bend solve(const Sampling& all, double turn, int left_out) {
    const int count = static_cast<int>(all.flat.knots.size());
    Equations equations{kLeast * cv::Mat::eye(count, count, CV_64F), cv::Mat::zeros(count, 1, CV_64F)};
    add_stiffness(equations, all.flat, turn);
    for (std::size_t i = 0; i < all.samples.size(); ++i)
        if (static_cast<int>(i % kFolds) != left_out)
            add_equation(equations, all.terms[i], all.samples[i].slope,
                         all.weights[i] / (kLineError * kLineError));
    cv::Mat heights;
    cv::solve(equations.normal, equations.right, heights, cv::DECOMP_CHOLESKY);
    Bend bend = all.flat;
    for (int i = 0; i < count; ++i)
        bend.knots[static_cast<std::size_t>(i)] = {0, heights.at<double>(i)};
    return bend;
}

// Squares by which samples are off a bend that was fitted without them.
double error_foreseen(const Sampling& all, double turn) {
    double squares = 0;
    for (int fold = 0; fold < kFolds; ++fold) {
        const Bend bend = solve(all, turn, fold);
        for (auto i = static_cast<std::size_t>(fold); i < all.samples.size(); i += kFolds)
            squares += all.weights[i] * off(all, i, bend) * off(all, i, bend);
    }
    return squares;
}

Sampling sampling_of(const std::vector<SlopeSample>& samples, const Bend& flat) {
    Sampling all{.flat = flat, .samples = samples, .terms = {}, .weights = {}};
    for (const SlopeSample& sample : samples) {
        all.terms.push_back(slope_terms(flat, sample.place));
        all.weights.push_back(sample.weight);
    }
    for (int round = 0; round < kRounds; ++round) {
        const Bend bend = solve(all, kTurns[2], -1);
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const double far = off(all, i, bend) / kFarOff;
            all.weights[i] = samples[i].weight / (1 + far * far);
        }
    }
    return all;
}

}  // namespace

double slope_at(const Bend& bend, Point place) {
    // Half a px to each side: exact but for the spline's third derivative.
    return bend.at({place.x + 0.5, place.y}).y - bend.at({place.x - 0.5, place.y}).y;
}

BendFit fit_bend(const std::vector<SlopeSample>& samples, double width, double height, double cell) {
    if (samples.empty() || width <= 0 || height <= 0 || cell <= 0) return {};
    const double coarse = std::sqrt(width * height / kMostCells);
    const Sampling all = sampling_of(samples, flat_bend(width, height, std::max(cell, coarse)));
    double squares = 0, weights = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        squares += all.weights[i] * samples[i].slope * samples[i].slope;
        weights += all.weights[i];
    }
    double turn = 0, least = squares, worst = 2 * squares;
    for (const double tried : kTurns) {
        const double error = error_foreseen(all, tried);
        if (error >= worst) break;  // what is suppler still would follow errors all the more
        worst = error;
        if (error >= least) continue;
        turn = tried, least = error;
    }
    BendFit fit{.bend = all.flat};
    if (turn == 0) return fit;
    fit.bend = solve(all, turn, -1);
    fit.explained = 1 - least / squares;
    double own = 0;
    for (std::size_t i = 0; i < samples.size(); ++i)
        own += all.weights[i] * std::pow(slope_at(fit.bend, samples[i].place), 2);
    fit.usual = std::sqrt(own / weights) / kDegree;
    return fit;
}

}  // namespace banwen
