// An entry begins with a sign (▶) where the box has signs; else it ends with the line that names the page,
// or is one line. A line of many gaps is a row of its own.
#include "issue/point_index.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/characters.h"
#include "core/contents_name.h"
#include "issue/headline_likeness.h"
#include "issue/page_key.h"

namespace banwen {
namespace {

constexpr double kMostOfHeadline = 0.6;
constexpr double kClearlyBetter = 0.2;

struct Announcement {
    std::u32string headline;
    std::u32string page;  // a page's key
};

// The page stands behind the headline or before it, with dots or 详见 between them.
std::optional<Announcement> read_announcement(const std::u32string& line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        const PageKey page = read_page_key(std::u32string_view(line).substr(i));
        if (page.key.empty()) continue;
        std::u32string headline = line.substr(0, i) + line.substr(i + page.length);
        for (const std::u32string_view word : {U"详见", U"见"})
            if (const std::size_t at = headline.rfind(word); at != headline.npos && at + word.size() >= i)
                headline.erase(at, word.size());
        std::erase_if(headline, [](char32_t c) { return !is_han(c) && !is_latin(c) && !is_digit(c); });
        return Announcement{headline, page.key};
    }
    return std::nullopt;
}

bool begins_with_sign(const TextLine& line) {
    constexpr std::u32string_view kSigns = U"▶►▸▷◆◇■□●○★☆◎※▲△·•";
    const std::u32string text = from_utf8(plain_text(line));
    return !text.empty() && kSigns.find(text.front()) != kSigns.npos;
}

bool names_a_page(const std::vector<TextLine>& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const TextLine& line) {
        return read_announcement(from_utf8(plain_text(line))).has_value();
    });
}

bool is_name(const TextLine& line) {
    return is_contents_name(from_utf8(plain_text(line)));
}

// The lines of a run, entry by entry.
std::vector<std::vector<TextLine>> entries_of(std::vector<TextLine> lines) {
    const bool by_sign = std::any_of(lines.begin(), lines.end(), begins_with_sign);
    const bool by_page = names_a_page(lines);
    std::vector<std::vector<TextLine>> entries;
    for (TextLine& line : lines) {
        const bool ended = entries.empty() || is_name(entries.back().back()) || (!by_sign && !by_page) ||
                           (!by_sign && names_a_page(entries.back()));
        if (ended || (by_sign && begins_with_sign(line))) entries.emplace_back();
        entries.back().push_back(std::move(line));
    }
    return entries;
}

void cut_into_entries(Article& index) {
    std::vector<Block> blocks;
    for (Block& block : index.blocks) {
        if (block.kind != BlockKind::body) {
            blocks.push_back(std::move(block));
            continue;
        }
        for (std::vector<TextLine>& entry : entries_of(std::move(block.lines)))
            blocks.push_back({BlockKind::body, std::move(entry), ""});
    }
    index.blocks = std::move(blocks);
}

std::u32string text_of(const Block& entry) {
    std::u32string text;
    for (const TextLine& line : entry.lines)
        text += from_utf8(plain_text(line));
    return text;
}

class IndexPointer {
  public:
    IndexPointer(const std::vector<Article>& articles, const std::map<std::u32string, int>& number_of)
        : articles_(articles), number_of_(number_of) {}

    std::vector<Pointer> pointers_of(const Article& index) const {
        std::vector<Pointer> pointers;
        for (const Block& entry : index.blocks) {
            const std::optional<Announcement> announced = read_announcement(text_of(entry));
            const auto page = announced ? number_of_.find(announced->page) : number_of_.end();
            if (page == number_of_.end() || entry.lines.empty()) continue;
            if (const Article* article = announced_by(announced->headline, page->second))
                pointers.push_back({entry.lines.front().id, page->second, article->id});
        }
        return pointers;
    }

  private:
    // Null where none is like it, or two are alike.
    const Article* announced_by(const std::u32string& headline, int page) const {
        const Article* best = nullptr;
        double most = kMostOfHeadline, second = 0;
        for (const Article& article : articles_) {
            if (article.type == ArticleType::index || article.pages.empty() || article.pages.front() != page)
                continue;
            const double like = headline_likeness(heading_of(article), headline);
            if (like >= most) {
                second = best == nullptr ? 0 : most;
                most = like;
                best = &article;
            } else {
                second = std::max(second, like);
            }
        }
        return most - second >= kClearlyBetter ? best : nullptr;
    }

    const std::vector<Article>& articles_;
    const std::map<std::u32string, int>& number_of_;
};

}  // namespace

void point_index(std::vector<Article>& articles, const std::map<std::u32string, int>& number_of) {
    for (Article& article : articles)
        if (article.type == ArticleType::index) cut_into_entries(article);
    const IndexPointer index(articles, number_of);
    for (Article& article : articles)
        if (article.type == ArticleType::index) article.pointers = index.pointers_of(article);
}

}  // namespace banwen
