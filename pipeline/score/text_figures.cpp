// The whole text against the whole text.
#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "score/edit_distance.h"
#include "score/figures.h"

namespace banwen {
namespace {

constexpr std::size_t kGram = 8;
constexpr std::size_t kPiece = 20;
constexpr double kGonePiece = 0.3;  // a piece is gone when less than this share of it stands anywhere

// Where one side cannot tell articles from the rest, both are taken with captions and furniture.
std::u32string view_of(const ScoredText& scored, bool everything) {
    if (everything) return scored.everything;
    std::u32string text;
    for (const ScoredArticle& article : scored.articles)
        text += article.heading + article.text;
    return text;
}

Share bag_f1(const std::u32string& truth, const std::u32string& result) {
    std::unordered_map<char32_t, int> count;
    for (char32_t c : truth)
        ++count[c];
    double common = 0;
    for (char32_t c : result)
        if (count[c]-- > 0) ++common;
    return {2 * common, static_cast<double>(truth.size() + result.size())};
}

std::unordered_map<std::u32string_view, int> grams_of(std::u32string_view text) {
    std::unordered_map<std::u32string_view, int> grams;
    for (std::size_t i = 0; i + kGram <= text.size(); ++i)
        ++grams[text.substr(i, kGram)];
    return grams;
}

Tally gram_figures(const std::u32string& truth, const std::u32string& result) {
    const auto wanted = grams_of(truth);
    const auto given = grams_of(result);
    Share extra, missing;
    for (const auto& [gram, count] : wanted) {
        const auto found = given.find(gram);
        const int stands = found == given.end() ? 0 : found->second;
        extra.part += std::max(0, stands - count);
        missing.part += stands == 0 ? count : 0;
        extra.whole = missing.whole += count;
    }
    return {.shares = {{"dup", extra}, {"lost", missing}}, .measured = {}};
}

Share gone(std::u32string_view truth, std::u32string_view result) {
    Share share;
    for (std::size_t i = 0; i < truth.size(); i += kPiece) {
        const std::u32string_view piece = truth.substr(i, kPiece);
        const double stands = 1 - best_span_distance(piece, result) / static_cast<double>(piece.size());
        share.whole += 1;
        share.part += stands < kGonePiece ? 1 : 0;
    }
    return share;
}

}  // namespace

Tally text_figures(const ScoredText& truth, const ScoredText& result) {
    const bool everything = truth.plain || result.plain;
    const std::u32string wanted = view_of(truth, everything);
    const std::u32string given = view_of(result, everything);
    if (wanted.empty()) return {};
    Tally tally = gram_figures(wanted, given);
    tally.shares["page_ned"] = {static_cast<double>(edit_distance(wanted, given)),
                                static_cast<double>(std::max(wanted.size(), given.size()))};
    tally.shares["bag_f1"] = bag_f1(wanted, given);
    tally.shares["gone"] = gone(wanted, given);
    return tally;
}

}  // namespace banwen
