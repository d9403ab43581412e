#include "recognize/lstm/step_codes.h"

#include <algorithm>
#include <cmath>

namespace banwen::lstm {

float certainty_of(float probability) {
    constexpr float kDeduction = -0.085F;
    static const float least_probability = std::exp(kLeastCertainty);
    return (probability > least_probability ? std::log(probability) : kLeastCertainty) + kDeduction;
}

StepCodes::StepCodes(const float* probabilities, const Model& model)
    : probabilities_(probabilities), null_code_(model.null_code), code_count_(model.network.codes()) {
    // Room for the five best; a network with fewer codes repeats its last one, which does no harm.
    std::array<float, 5> most{};
    most.fill(-1);
    for (int code = 0; code < code_count_; ++code) {
        const float probability = probabilities[code];
        if (probability <= most.back()) continue;
        std::size_t place = most.size() - 1;
        for (; place > 0 && probability > most[place - 1]; --place) {
            most[place] = most[place - 1];
            top_[place] = top_[place - 1];
        }
        most[place] = probability;
        top_[place] = code;
    }
    best_ = {top_[0], top_[1], null_code_};
    best_count_ = null_code_ == top_[0] || null_code_ == top_[1] ? 2 : 3;
    for (std::size_t i = 0; i < best_count_; ++i)
        certainties_[i] = certainty_of(probabilities[best_[i]]);
    const float null = probabilities[null_code_];
    for (std::size_t i = 0; i < 2; ++i) {
        const float shown = probabilities[best_[i]] + null;
        with_null_[i] = certainty_of(shown);
        of_pair_[i] = certainty_of(shown + probabilities[best_[1 - i]]);
    }
}

Rank StepCodes::rank_of(int code) const {
    if (code == best_[0] || code == best_[1] || code == null_code_) return Rank::best;
    return std::find(top_.begin(), top_.end(), code) != top_.end() ? Rank::good : Rank::rest;
}

float StepCodes::certainty(int code) const {
    for (std::size_t i = 0; i < best_count_; ++i)
        if (best_[i] == code) return certainties_[i];
    return certainty_of(probabilities_[code]);
}

}  // namespace banwen::lstm
