#include "recognize/lstm/step_codes.h"

#include <algorithm>
#include <cmath>

namespace banwen::lstm {

float certainty_of(float probability) {
    constexpr float kDeduction = -0.085F;
    static const float least_probability = std::exp(kLeastCertainty);
    return (probability > least_probability ? std::log(probability) : kLeastCertainty) + kDeduction;
}

// From the most probable on. Where there are fewer codes the first one stands again, which does no harm.
template <std::size_t kCount>
std::array<int, kCount> StepCodes::most_probable() const {
    std::array<float, kCount> most;
    most.fill(-1);
    std::array<int, kCount> codes{};
    for_each_above(probabilities_, code_count_, most.back(), [&](int code) {
        std::size_t place = kCount - 1;
        for (; place > 0 && probabilities_[code] > most[place - 1]; --place) {
            most[place] = most[place - 1];
            codes[place] = codes[place - 1];
        }
        most[place] = probabilities_[code];
        codes[place] = code;
    });
    return codes;
}

StepCodes::StepCodes(const float* probabilities, const Model& model)
    : probabilities_(probabilities), null_code_(model.null_code), code_count_(model.network.codes()) {
    const auto best_two = most_probable<2>();
    best_ = {best_two[0], best_two[1], null_code_};
    best_count_ = null_code_ == best_two[0] || null_code_ == best_two[1] ? 2 : 3;
    for (std::size_t i = 0; i < best_count_; ++i)
        certainties_[i] = certainty_of(probabilities[best_[i]]);
    const float null = probabilities[null_code_];
    for (std::size_t i = 0; i < 2; ++i) {
        const float shown = probabilities[best_[i]] + null;
        with_null_[i] = certainty_of(shown);
        of_pair_[i] = certainty_of(shown + probabilities[best_[1 - i]]);
    }
}

bool StepCodes::has_rank(int code, Rank rank) const {
    const bool is_best = code == best_[0] || code == best_[1] || code == null_code_;
    if (is_best || rank == Rank::best) return is_best == (rank == Rank::best);
    if (!good_known_) {
        good_ = most_probable<5>();
        good_known_ = true;
    }
    return (std::find(good_.begin(), good_.end(), code) != good_.end()) == (rank == Rank::good);
}

float StepCodes::certainty(int code) const {
    for (std::size_t i = 0; i < best_count_; ++i)
        if (best_[i] == code) return certainties_[i];
    return certainty_of(probabilities_[code]);
}

}  // namespace banwen::lstm
