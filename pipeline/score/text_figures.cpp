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

double bag_f1(const std::u32string& truth, const std::u32string& result) {
    std::unordered_map<char32_t, int> count;
    for (char32_t c : truth)
        ++count[c];
    double common = 0;
    for (char32_t c : result)
        if (count[c]-- > 0) ++common;
    return 2 * common / static_cast<double>(truth.size() + result.size());
}

std::unordered_map<std::u32string_view, int> grams_of(std::u32string_view text) {
    std::unordered_map<std::u32string_view, int> grams;
    for (std::size_t i = 0; i + kGram <= text.size(); ++i)
        ++grams[text.substr(i, kGram)];
    return grams;
}

void add_gram_figures(const std::u32string& truth, const std::u32string& result, Score& score) {
    const auto wanted = grams_of(truth);
    const auto given = grams_of(result);
    double all = 0, extra = 0, missing = 0;
    for (const auto& [gram, count] : wanted) {
        const auto found = given.find(gram);
        const int stands = found == given.end() ? 0 : found->second;
        all += count;
        extra += std::max(0, stands - count);
        missing += stands == 0 ? count : 0;
    }
    score["dup"] = all > 0 ? extra / all : 0;
    score["lost"] = all > 0 ? missing / all : 0;
}

double gone(std::u32string_view truth, std::u32string_view result) {
    double pieces = 0, gone_pieces = 0;
    for (std::size_t i = 0; i < truth.size(); i += kPiece) {
        const std::u32string_view piece = truth.substr(i, kPiece);
        const double stands = 1 - best_span_distance(piece, result) / static_cast<double>(piece.size());
        pieces += 1;
        gone_pieces += stands < kGonePiece ? 1 : 0;
    }
    return pieces > 0 ? gone_pieces / pieces : 0;
}

}  // namespace

void add_text_figures(const ScoredText& truth, const ScoredText& result, Score& score) {
    const bool everything = truth.plain || result.plain;
    const std::u32string wanted = view_of(truth, everything);
    const std::u32string given = view_of(result, everything);
    if (wanted.empty()) return;
    score["page_ned"] =
        edit_distance(wanted, given) / static_cast<double>(std::max(wanted.size(), given.size()));
    score["bag_f1"] = bag_f1(wanted, given);
    add_gram_figures(wanted, given, score);
    score["gone"] = gone(wanted, given);
}

}  // namespace banwen
