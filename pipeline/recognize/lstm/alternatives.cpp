#include "recognize/lstm/alternatives.h"

#include <algorithm>
#include <array>

#include "recognize/lstm/step_codes.h"

namespace banwen::lstm {
namespace {

constexpr float kLeastProbability = 1e-4F;
constexpr std::size_t kMostLikely = 4;  // codes of a run that are tried

struct LikelyCode {
    int code = -1;
    float probability = 0;
};
using LikelyCodes = std::array<LikelyCode, kMostLikely>;

// A code that is there already counts by its greatest probability.
void insert(LikelyCodes& likely, LikelyCode next) {
    const auto known = std::find_if(likely.begin(), likely.end(),
                                    [&](const LikelyCode& each) { return each.code == next.code; });
    auto place = known != likely.end() ? known : likely.end() - 1;
    if (place->probability >= next.probability) return;
    for (; place != likely.begin() && (place - 1)->probability < next.probability; --place)
        *place = *(place - 1);
    *place = next;
}

// The codes that any step of the run shows most clearly.
LikelyCodes likely_codes(const Model& model, const Probabilities& probabilities, int line,
                         const CodeRun& run) {
    LikelyCodes likely;
    for (int step = run.first; step < run.last; ++step) {
        const float* const row = probabilities.at(line, step);
        for_each_above(row, model.network.codes(), kLeastProbability, [&](int code) {
            if (code != model.null_code) insert(likely, {code, row[code]});
        });
    }
    return likely;
}

// Follows likely codes through the trie to the characters that they write.
class Walk {
  public:
    Walk(const Model& model, std::span<const LikelyCodes> runs, int chosen)
        : model_(model), runs_(runs), chosen_(chosen) {}

    std::vector<Alternative> found() {
        go_on(CodeTrie::kRoot, 0, 0);
        std::stable_sort(found_.begin(), found_.end(), [](const Alternative& a, const Alternative& b) {
            return a.certainty > b.certainty;
        });
        return std::move(found_);
    }

  private:
    void go_on(int node, std::size_t run, float certainty) {
        for (const LikelyCode& likely : runs_[run]) {
            if (likely.code < 0) break;
            constexpr float kFreeWeight = 2.25F;
            const float so_far = std::min(certainty, kFreeWeight * certainty_of(likely.probability));
            const std::array code{likely.code};
            if (run + 1 < runs_.size())
                for (const NextCode& next : model_.codes.next_codes_among(node, code))
                    go_on(next.node, run + 1, so_far);
            else
                for (const FinalCode& final : model_.codes.final_codes_among(node, code))
                    if (final.character != chosen_ && model_.characters.at(final.character).enabled)
                        found_.push_back({final.character, so_far});
        }
    }

    const Model& model_;
    std::span<const LikelyCodes> runs_;
    int chosen_;
    std::vector<Alternative> found_;
};

}  // namespace

std::vector<Alternative> find_alternatives(const Model& model, const Probabilities& probabilities, int line,
                                           std::span<const CodeRun> runs, int chosen, std::size_t most) {
    if (runs.empty()) return {};
    std::vector<LikelyCodes> likely;
    for (const CodeRun& run : runs)
        likely.push_back(likely_codes(model, probabilities, line, run));
    std::vector<Alternative> found = Walk(model, likely, chosen).found();
    found.resize(std::min(found.size(), most));
    return found;
}

}  // namespace banwen::lstm
