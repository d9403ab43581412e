// The codes of one step by rank, and how certain each is.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "recognize/lstm/model.h"

namespace banwen::lstm {

// The search tries a step's two best codes and the null code; where none of these leads anywhere, the next
// three; then all others.
enum class Rank { best, good, rest };
constexpr int kRanks = 3;

// Tesseract's measure of a probability: its logarithm, not below kLeastCertainty, with a small deduction.
constexpr float kLeastCertainty = -20;
float certainty_of(float probability);

// Calls `act` with each code whose probability is above `bound`, which `act` may raise. Hardly any is, so
// many are looked at together.
template <class Act>
void for_each_above(const float* probabilities, int codes, const float& bound, Act act) {
    constexpr int kTogether = 32;
    const auto look_at_each = [&](int code, int end) {
        for (; code < end; ++code)
            if (probabilities[code] > bound) act(code);
    };
    int begin = 0;
    for (; begin + kTogether <= codes; begin += kTogether) {
        const float limit = bound;
        int above = 0;
        for (int i = 0; i < kTogether; ++i)
            above |= probabilities[begin + i] > limit ? 1 : 0;
        if (above != 0) look_at_each(begin, begin + kTogether);
    }
    look_at_each(begin, codes);
}

class StepCodes {
  public:
    StepCodes(const float* probabilities, const Model& model);

    bool has_rank(int code, Rank rank) const;
    int null_code() const { return null_code_; }
    // The codes of rank `best`, at most three.
    std::span<const int> best() const { return {best_.data(), best_count_}; }

    float certainty(int code) const;
    // That the step shows the code or nothing; for the two best codes.
    float certainty_with_null(int code) const { return with_null_[code == best_[0] ? 0 : 1]; }
    // That it shows one of the two best codes or nothing.
    float certainty_of_pair(int code) const { return of_pair_[code == best_[0] ? 0 : 1]; }
    bool is_pair(int a, int b) const {
        return (a == best_[0] && b == best_[1]) || (a == best_[1] && b == best_[0]);
    }

  private:
    template <std::size_t kCount>
    std::array<int, kCount> most_probable() const;

    const float* probabilities_;
    int null_code_;
    int code_count_;
    std::array<int, 3> best_{};  // the first two from the most probable on
    std::size_t best_count_ = 0;
    std::array<float, 3> certainties_{};  // of best_
    std::array<float, 2> with_null_{}, of_pair_{};
    mutable std::array<int, 5> good_{};  // looked for only when somebody asks
    mutable bool good_known_ = false;
};

}  // namespace banwen::lstm
