// Articles against articles: a best matching first, everything else is counted on its pairs.
#include <algorithm>
#include <map>

#include "score/edit_distance.h"
#include "score/figures.h"
#include "score/match_pairs.h"

namespace banwen {
namespace {

// Worse than this a pair is two different articles, whose "reading errors" would say nothing.
constexpr double kSameArticle = 0.5;
// Two texts that share fewer of their characters than this are not compared further.
constexpr double kMinShared = 0.2;

struct Pair {
    const ScoredArticle* truth = nullptr;
    const ScoredArticle* result = nullptr;
    double distance = 0;
    double longer = 0;
    double ned() const { return longer > 0 ? distance / longer : 0; }
};

double shared_characters(const std::u32string& a, const std::u32string& b) {
    std::map<char32_t, int> count;
    for (char32_t c : a)
        ++count[c];
    int shared = 0;
    for (char32_t c : b)
        if (count[c]-- > 0) ++shared;
    return shared;
}

double distance_between(const std::u32string& a, const std::u32string& b) {
    const auto longer = static_cast<double>(std::max(a.size(), b.size()));
    if (shared_characters(a, b) < kMinShared * longer) return longer;
    return edit_distance(a, b);
}

std::vector<std::u32string> whole_texts(const std::vector<ScoredArticle>& articles) {
    std::vector<std::u32string> texts;
    texts.reserve(articles.size());
    for (const ScoredArticle& article : articles)
        texts.push_back(article.heading + article.text);
    return texts;
}

// Costs are what a pair saves against leaving both alone, so that the best matching is the one with the
// fewest wrong characters in all.
std::vector<std::vector<double>> costs_of(const std::vector<std::u32string>& truth,
                                          const std::vector<std::u32string>& result) {
    std::vector<std::vector<double>> costs(truth.size(), std::vector<double>(result.size()));
    for (std::size_t t = 0; t < truth.size(); ++t)
        for (std::size_t r = 0; r < result.size(); ++r)
            costs[t][r] = distance_between(truth[t], result[r]) -
                          static_cast<double>(truth[t].size() + result[r].size());
    return costs;
}

Pair lone(const ScoredArticle* truth, const ScoredArticle* result, const std::u32string& text) {
    const auto size = static_cast<double>(text.size());
    return {truth, result, size, size};
}

std::vector<Pair> matched_articles(const ScoredText& truth, const ScoredText& result) {
    const std::vector<std::u32string> truth_texts = whole_texts(truth.articles);
    const std::vector<std::u32string> result_texts = whole_texts(result.articles);
    const std::vector<std::vector<double>> costs = costs_of(truth_texts, result_texts);
    const std::vector<int> columns = match_pairs(costs);

    std::vector<Pair> pairs;
    std::vector<bool> taken(result_texts.size(), false);
    for (std::size_t t = 0; t < truth_texts.size(); ++t) {
        const auto r = static_cast<std::size_t>(columns[t]);
        const double longer =
            columns[t] < 0 ? 0 : static_cast<double>(std::max(truth_texts[t].size(), result_texts[r].size()));
        const double distance =
            columns[t] < 0
                ? 0
                : costs[t][r] + static_cast<double>(truth_texts[t].size() + result_texts[r].size());
        if (columns[t] < 0 || distance >= longer) {
            pairs.push_back(lone(&truth.articles[t], nullptr, truth_texts[t]));
        } else {
            pairs.push_back({&truth.articles[t], &result.articles[r], distance, longer});
            taken[r] = true;
        }
    }
    for (std::size_t r = 0; r < result_texts.size(); ++r)
        if (!taken[r]) pairs.push_back(lone(nullptr, &result.articles[r], result_texts[r]));
    return pairs;
}

Share with_errors(Share share, const std::u32string& truth, const std::u32string& result,
                  const ScoreOptions& options) {
    share.part += edit_distance(writable(truth, options), result);
    share.whole += static_cast<double>(truth.size());
    return share;
}

double unwritable_in(const std::u32string& text, const ScoreOptions& options) {
    const std::u32string masked = writable(text, options);
    return static_cast<double>(std::count(masked.begin(), masked.end(), kAnyCharacter));
}

Tally reading_figures(const std::vector<Pair>& pairs, const ScoreOptions& options) {
    Share headline, body, unwritable;
    for (const Pair& pair : pairs) {
        if (pair.truth == nullptr || pair.result == nullptr || pair.ned() >= kSameArticle) continue;
        headline = with_errors(headline, pair.truth->heading, pair.result->heading, options);
        body = with_errors(body, pair.truth->text, pair.result->text, options);
        unwritable.part +=
            unwritable_in(pair.truth->heading, options) + unwritable_in(pair.truth->text, options);
    }
    Tally tally{.shares = {{"cer_headline", headline}, {"cer_body", body}}, .measured = {}};
    unwritable.whole = options.unwritable.empty() ? 0 : headline.whole + body.whole;
    tally.shares["unwritable"] = unwritable;
    return tally;
}

}  // namespace

Tally article_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options) {
    if (truth.articles.empty() || result.plain) return {};
    const std::vector<Pair> pairs = matched_articles(truth, result);
    Share ned, pooled, f1{0, static_cast<double>(truth.articles.size() + result.articles.size())};
    for (const Pair& pair : pairs) {
        const bool both = pair.truth != nullptr && pair.result != nullptr;
        ned.part += pair.ned();
        ned.whole += 1;
        pooled.part += pair.distance;
        pooled.whole += pair.longer;
        f1.part += both && pair.ned() < options.found_distance ? 2 : 0;
    }
    Tally tally = reading_figures(pairs, options);
    tally.shares["art_ned"] = ned;
    tally.shares["art_ned_pooled"] = pooled;
    tally.shares["art_f1"] = f1;
    return tally;
}

}  // namespace banwen
