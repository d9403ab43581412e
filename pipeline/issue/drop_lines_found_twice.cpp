#include <algorithm>
#include <map>
#include <utility>

#include "issue/compare_readings.h"
#include "issue/repeated_text.h"

namespace banwen {
namespace {

constexpr double kSamePlace = 0.6;  // of the smaller line's ink
constexpr const char* kReason = "the same line was found twice";

bool stand_in_one_place(const Box& a, const Box& b) {
    const long common = intersection(a, b).area();
    return static_cast<double>(common) > kSamePlace * static_cast<double>(std::min(a.area(), b.area()));
}

// Of two lines in one place the one that says more, and says it surely.
bool is_better(const TextLine& a, const TextLine& b) {
    const double of_a = confidence(a) * static_cast<double>(a.glyphs.size());
    const double of_b = confidence(b) * static_cast<double>(b.glyphs.size());
    return of_a != of_b ? of_a > of_b : a.id < b.id;
}

// By page, sorted by their tops.
std::map<int, std::vector<const TextLine*>> lines_by_page(const std::vector<Article>& articles) {
    std::map<int, std::vector<const TextLine*>> lines;
    for (const Article& article : articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                if (!line.box.empty() && !line.glyphs.empty()) lines[line.id.page].push_back(&line);
    for (auto& [page, list] : lines)
        std::stable_sort(list.begin(), list.end(),
                         [](const TextLine* a, const TextLine* b) { return a->box.top < b->box.top; });
    return lines;
}

// Each line that goes, and the one that stays for it.
std::map<LineId, LineId> find_doubles(const std::vector<const TextLine*>& lines) {
    std::map<LineId, LineId> doubles;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t k = i + 1; k < lines.size() && lines[k]->box.top < lines[i]->box.bottom(); ++k) {
            const TextLine &a = *lines[i], &b = *lines[k];
            if (doubles.contains(a.id) || doubles.contains(b.id)) continue;
            if (!stand_in_one_place(a.box, b.box) || !are_alike(a, b)) continue;
            const bool first_stays = is_better(a, b);
            doubles[first_stays ? b.id : a.id] = first_stays ? a.id : b.id;
        }
    return doubles;
}

}  // namespace

WithoutRepeats drop_lines_found_twice(std::vector<Article> articles) {
    std::map<LineId, LineId> doubles;
    for (const auto& [page, lines] : lines_by_page(articles))
        doubles.merge(find_doubles(lines));
    WithoutRepeats swept;
    for (Article& article : articles)
        for (Block& block : article.blocks)
            std::erase_if(block.lines, [&](const TextLine& line) {
                const auto found = doubles.find(line.id);
                if (found == doubles.end()) return false;
                swept.ledger.push_back({line.id, kReason, plain_text(line), false, "", found->second});
                return true;
            });
    const auto is_empty = [](const Block& block) { return block.lines.empty(); };
    for (Article& article : articles)
        if (!doubles.empty()) std::erase_if(article.blocks, is_empty);
    if (!doubles.empty())
        std::erase_if(articles, [](const Article& article) { return article.blocks.empty(); });
    swept.articles = std::move(articles);
    return swept;
}

}  // namespace banwen
