#include "planted/joints.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/characters.h"
#include "support/printed_lines.h"
#include "text/clean_text.h"

namespace banwen::planted {
namespace {

// '|' is a place within a word where a line may end; there a word takes a hyphen, an address and a number
// take none. Between Han characters and at spaces every place is one.
constexpr std::array kSentences = {
    "The harbour com|mit|tee said on Tues|day that the new pier will open in Sep|tem|ber.",
    "Vil|lag|ers planted self-sown trees along a well-known road, state-of-the-art pumps in|clud|ed.",
    "A long-term plan for the co-op|er|a|tive was agreed; e-mail the desk for de|tails.",
    "详情请登录https://www.|example.|com/news/|2024/03/index.|html查询，或致电咨询。",
    "来稿请寄desk@|river-|paper.|example.com，来稿必复，请勿一稿多投。",
    "全县粮食播种面积达123,456.78公顷，同比增长12.5%，亩产提高38公斤。",
    "活动将于2024年3月18日14:30至16:45在县体育馆举行，票价30元，欢迎参加。",
    "他驾驶的DF-404型拖拉机功率为29.4 kW，比旧式的JS-600省油约8%。",
    "最低气温-3℃，最高气温11℃，风力3—4级，PM2.5浓度为35 μg/m³。",
    "世界卫生组织(WHO)和联合国粮农组织(FAO)派员参加了COVID-19疫后重建会议。",
    "这部影片改编自小说The Old Bridge，由A. B. Carter先生作序，共发行20,000册。",
    "大米每斤2.85元，面粉每斤2.60元，鸡蛋每斤4.9元，比上月分别上涨0.3%、0.5%和1.2%。",
};

bool may_end_between(char32_t before, char32_t after) {
    constexpr std::u32string_view kNotFirst = U"，。、；：？！）》”’%℃,.;:?!)³";
    constexpr std::u32string_view kNotLast = U"（《“‘(";
    if (before == U' ' || after == U' ') return false;  // the space itself is the place
    if (kNotFirst.find(after) != kNotFirst.npos || kNotLast.find(before) != kNotLast.npos) return false;
    return is_han(before) || is_han(after) || kNotFirst.find(before) != kNotFirst.npos;
}

struct Cut {
    std::u32string first;
    std::u32string second;
};

bool is_lower(char32_t c) {
    return c >= U'a' && c <= U'z';
}

// Every way to end a line once; `plain` is the sentence without its marks.
std::vector<Cut> cuts_of(const std::u32string& marked, const std::u32string& plain) {
    std::vector<Cut> cuts;
    std::size_t at = 0;  // in plain
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i] == U'|') {
            const bool word = is_lower(plain[at - 1]) && is_lower(plain[at]);
            cuts.push_back({plain.substr(0, at) + (word ? U"-" : U""), plain.substr(at)});
            continue;
        }
        if (plain[at] == U' ') cuts.push_back({plain.substr(0, at), plain.substr(at + 1)});
        const bool hyphen = at > 0 && plain[at - 1] == U'-' && at > 1 && is_latin(plain[at - 2]);
        if (at > 0 && (hyphen || may_end_between(plain[at - 1], plain[at])))
            cuts.push_back({plain.substr(0, at), plain.substr(at)});
        ++at;
    }
    return cuts;
}

Article set(const std::vector<std::u32string>& texts) {
    Article article{.pages = {1}, .blocks = {{BlockKind::body, {}, ""}}};
    for (const std::u32string& text : texts) {
        TextLine line = printed_line(to_utf8(text), 0, 60 * static_cast<int>(article.blocks[0].lines.size()));
        line.measure = line.box;  // it fills its column
        article.blocks[0].lines.push_back(line);
    }
    return article;
}

std::u32string without_marks(const char* sentence) {
    std::u32string plain = from_utf8(sentence);
    std::erase(plain, U'|');
    return plain;
}

// The text of the first article of an issue that has all the other sentences too.
std::string joined(const std::vector<std::u32string>& lines) {
    Issue issue;
    issue.articles.push_back(set(lines));
    for (const char* sentence : kSentences)
        if (const std::u32string plain = without_marks(sentence); !plain.starts_with(lines[0].substr(0, 3)))
            issue.articles.push_back(set({plain}));
    return running_text(clean_text(issue, {}).articles[0]);
}

}  // namespace

Gaps gaps_of(const std::string& text) {
    Gaps out;
    std::u32string gap;
    for (char32_t c : from_utf8(text)) {
        // A paper that prints full-width figures gets plain ones.
        if ((c >= U'０' && c <= U'９') || c == U'％') c -= 0xFEE0;
        if (c == U' ' || c == U'\n') {
            gap += c;
        } else {
            out.letters += c;
            out.gaps.push_back(gap);
            gap.clear();
        }
    }
    return out;
}

void count_paragraphs(const std::string& truth, const std::string& result, long lines,
                      const std::string& figure, Tallies& tallies) {
    const Gaps wanted = gaps_of(truth), got = gaps_of(result);
    Tally& compared = tallies["articles compared"];
    ++compared.all;
    if (wanted.gaps.size() != got.gaps.size()) return;
    ++compared.right;
    Tally& tally = tallies[figure];
    tally.all += lines;
    tally.right += lines;
    for (std::size_t i = 0; i < wanted.gaps.size(); ++i)
        if ((wanted.gaps[i].find(U'\n') == wanted.gaps[i].npos) !=
            (got.gaps[i].find(U'\n') == got.gaps[i].npos)) {
            --tally.right;
            const std::size_t from = i < 12 ? 0 : i - 12;
            std::fprintf(stderr, "%s %s: %s|%s\n", figure.c_str(), got.gaps[i].empty() ? "lost" : "cut",
                         to_utf8(got.letters.substr(from, i - from)).c_str(),
                         to_utf8(got.letters.substr(i, 12)).c_str());
        }
}

void count_words_at_line_ends(Tallies& tallies) {
    Tally& tally = tallies["words at line ends"];
    for (const char* sentence : kSentences) {
        const std::u32string marked = from_utf8(sentence);
        const std::u32string plain = without_marks(sentence);
        const std::string whole = joined({plain});
        for (const Cut& cut : cuts_of(marked, plain)) {
            ++tally.all;
            const std::string result = joined({cut.first, cut.second});
            if (result == whole)
                ++tally.right;
            else
                std::fprintf(stderr, "line end: %s | %s\n", to_utf8(cut.first).c_str(), result.c_str());
        }
    }
}

}  // namespace banwen::planted
