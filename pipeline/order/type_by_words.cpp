// The trade has few words for these, and prints them at fixed places: a list of contents says so in its
// first line or headline; a notice is called by its kind in the last characters of its headline; the
// imprint (报脚) strings addresses, telephone numbers and prices together. Words alone would take an article
// about a notice for one, so the headline must end with them, and a story that tells of prices is no
// imprint because it has a headline.
#include "order/type_by_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/characters.h"
#include "core/contents_name.h"

namespace banwen {
namespace {

using View = std::u32string_view;

constexpr std::array<View, 12> kNotices = {U"公告", U"通告", U"启事", U"公示", U"声明",     U"通知",
                                           U"通报", U"讣告", U"布告", U"更正", U"停电预告", U"停水预告"};
constexpr std::array<View, 18> kImprint = {
    U"社址",   U"地址",   U"邮编",   U"邮政编码", U"电话", U"定价", U"零售",     U"印刷",     U"广告经营",
    U"许可证", U"发行部", U"编辑部", U"总编室",   U"订阅", U"投稿", U"开印时间", U"法律顾问", U"年价"};
constexpr std::size_t kMostImprintLines = 8;

std::vector<std::u32string> lines_of(const Article& article, bool (*wanted)(BlockKind)) {
    std::vector<std::u32string> lines;
    for (const Block& block : article.blocks)
        if (wanted(block.kind))
            for (const TextLine& line : block.lines) {
                lines.push_back(from_utf8(plain_text(line)));
                std::erase(lines.back(), U' ');  // 启 事
            }
    return lines;
}

bool is_headline(BlockKind kind) {
    return kind == BlockKind::kicker || kind == BlockKind::title || kind == BlockKind::subtitle;
}

bool is_title(BlockKind kind) {
    return kind == BlockKind::title;
}

bool is_text(BlockKind kind) {
    return kind == BlockKind::body || kind == BlockKind::crosshead;
}

// 二版, 第2版, A05版.
bool names_a_page(const std::u32string& line) {
    constexpr View kNumerals = U"一二三四五六七八九十0123456789０１２３４５６７８９";
    for (std::size_t at = line.find(U'版'); at != line.npos; at = line.find(U'版', at + 1))
        if (at > 0 && kNumerals.find(line[at - 1]) != kNumerals.npos) return true;
    return false;
}

bool is_index(const std::vector<std::u32string>& headline, const std::vector<std::u32string>& text) {
    if (text.empty()) return false;
    const bool in_text = headline.empty() && is_contents_name(text.front());
    if (!in_text && std::none_of(headline.begin(), headline.end(), is_contents_name)) return false;
    // Entries may run over two lines, of which one names the page.
    const auto pages = std::count_if(text.begin(), text.end(), names_a_page);
    return pages > 0 && 5 * static_cast<std::size_t>(pages) >= 2 * (text.size() - (in_text ? 1 : 0));
}

bool is_notice(const std::vector<std::u32string>& title) {
    return !title.empty() && std::any_of(kNotices.begin(), kNotices.end(),
                                         [&title](View word) { return title.back().ends_with(word); });
}

bool is_imprint(const std::vector<std::u32string>& text) {
    if (text.empty() || text.size() > kMostImprintLines) return false;
    std::size_t words = 0, lines = 0;
    for (const std::u32string& line : text) {
        const auto found = static_cast<std::size_t>(std::count_if(
            kImprint.begin(), kImprint.end(), [&line](View word) { return line.find(word) != line.npos; }));
        words += found;
        lines += found > 0 ? 1 : 0;
    }
    return words >= 3 && 2 * lines > text.size();
}

}  // namespace

ArticleType type_by_words(const Article& article) {
    if (article.type != ArticleType::article) return article.type;
    const std::vector<std::u32string> headline = lines_of(article, is_headline);
    const std::vector<std::u32string> text = lines_of(article, is_text);
    if (is_index(headline, text)) return ArticleType::index;
    if (is_notice(lines_of(article, is_title))) return ArticleType::notice;
    return headline.empty() && is_imprint(text) ? ArticleType::imprint : ArticleType::article;
}

}  // namespace banwen
