// libime's model counts words, up to three in a row. A run is cut into those words that the model has, or
// into single characters, by keeping the few best ways to reach each place (Viterbi with a narrow beam). A
// word that it does not have, a name above all, costs the same whatever it is made of.
#include "text/language.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <vector>

#include <libime/core/languagemodel.h>
#include <libime/core/lattice.h>

#include "core/characters.h"

namespace banwen {
namespace {

constexpr std::size_t kLongestWord = 4;
constexpr std::size_t kBeam = 4;
constexpr double kUnknown = -7;  // log10, of a character that is no word

// Null where the model is missing.
const libime::LanguageModel* model() {
    static const std::unique_ptr<const libime::LanguageModel> loaded = [] {
        try {
            auto file =
                libime::DefaultLanguageModelResolver::instance().languageModelFileForLanguage("zh_CN");
            return file ? std::make_unique<const libime::LanguageModel>(std::move(file)) : nullptr;
        } catch (const std::exception&) {
            return std::unique_ptr<const libime::LanguageModel>();
        }
    }();
    return loaded.get();
}

struct Way {
    double likelihood = 0;
    libime::State state;
};

// Adds the ways that go on from `ways` with the word.
void go_on(const std::vector<Way>& ways, const std::string& word, std::size_t length,
           std::vector<Way>& next) {
    const libime::WordIndex index = model()->index(word);
    const bool unknown = model()->isUnknown(index, word);
    if (unknown && length > 1) return;
    const libime::WordNode node(word, index);
    for (const Way& way : ways) {
        Way longer;
        const double score = model()->score(way.state, node, longer.state);
        longer.likelihood = way.likelihood + (unknown ? std::min(score, kUnknown) : score);
        next.push_back(longer);
    }
}

}  // namespace

bool knows_language() {
    return model() != nullptr;
}

double likelihood(std::u32string_view han) {
    if (!knows_language() || han.empty()) return 0;
    std::vector<std::vector<Way>> ways(han.size() + 1);
    ways[0].push_back({0, model()->nullState()});
    const auto likelier = [](const Way& a, const Way& b) { return a.likelihood > b.likelihood; };
    for (std::size_t i = 0; i < han.size(); ++i) {
        std::stable_sort(ways[i].begin(), ways[i].end(), likelier);
        ways[i].resize(std::min(ways[i].size(), kBeam));
        for (std::size_t length = 1; length <= std::min(kLongestWord, han.size() - i); ++length)
            go_on(ways[i], to_utf8(han.substr(i, length)), length, ways[i + length]);
    }
    return std::min_element(ways.back().begin(), ways.back().end(), likelier)->likelihood;
}

}  // namespace banwen
