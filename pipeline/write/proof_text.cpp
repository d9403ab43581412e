// The text as it was written, each line a span that the picture knows too; what is known of the text
// (bylines, datelines, doubts) parts those spans further.
#include <algorithm>

#include <fmt/format.h>

#include "core/characters.h"
#include "core/ledger.h"
#include "write/html_text.h"
#include "write/language_of.h"
#include "write/page_names.h"
#include "write/proof_parts.h"

namespace banwen {
namespace {

// What one character of a block is: characters alike in all three stand in one span.
struct Character {
    std::size_t line = 0;  // of the block
    std::string_view note;
    int doubt = -1;
    bool operator==(const Character&) const = default;
};

struct BlockText {
    const Block& block;
    std::u32string text;
    std::vector<Character> characters;

    explicit BlockText(const Block& of) : block(of), text(from_utf8(of.text)), characters(text.size()) {
        for (std::size_t i = 1; i < block.lines.size() && i < block.spans.size(); ++i)
            for (std::size_t c = static_cast<std::size_t>(std::max(0, block.spans[i].start));
                 c < characters.size(); ++c)
                characters[c].line = i;
    }

    template <typename Mark>
    void mark(int start, int end, Mark&& put) {
        const int size = static_cast<int>(characters.size());
        for (int c = std::max(0, start); c < std::min(end, size); ++c)
            put(characters[static_cast<std::size_t>(c)]);
    }
};

std::string doubtful(const std::string& text, const ProofDoubt& doubt, int number) {
    std::string readings;
    for (const std::string& reading : doubt.doubt->readings)
        readings += (readings.empty() ? "" : "\u241F") + reading;
    const Box& at = doubt.box;
    const std::string place =
        doubt.page == 0 ? ""
                        : fmt::format("{} {} {} {} {}", doubt.page, at.left, at.top, at.width, at.height);
    return fmt::format(
        R"(<mark tabindex="0" data-d="{}" data-at="{}" data-sure="{:.0f} %" data-readings="{}">{}</mark>)",
        number, place, 100 * doubt.doubt->confidence, html_text(readings), text);
}

std::string block_html(const BlockText& set, const std::vector<ProofDoubt>& doubts) {
    std::string html;
    std::size_t from = 0;
    while (from < set.text.size()) {
        const std::size_t line = set.characters[from].line;
        std::string inner;
        while (from < set.text.size() && set.characters[from].line == line) {
            const Character& kind = set.characters[from];
            std::size_t to = from;
            while (to < set.text.size() && set.characters[to] == kind)
                ++to;
            std::string part = html_text(to_utf8(set.text.substr(from, to - from)));
            if (kind.doubt >= 0)
                part = doubtful(part, doubts[static_cast<std::size_t>(kind.doubt)], kind.doubt);
            inner += kind.note.empty() ? part : fmt::format(R"(<span class="{}">{}</span>)", kind.note, part);
            from = to;
        }
        if (line >= set.block.lines.size()) {
            html += inner;
            continue;
        }
        const LineId id = set.block.lines[line].id;
        html += fmt::format(R"(<span class="l" data-l="{}-{}">{}</span>)", id.page, id.index, inner);
    }
    return html;
}

std::string block_element(BlockKind kind) {
    switch (kind) {
        case BlockKind::kicker:
            return R"(p class="b kicker")";
        case BlockKind::title:
            return R"(h3 class="b")";
        case BlockKind::subtitle:
            return R"(p class="b subtitle")";
        case BlockKind::crosshead:
            return R"(h4 class="b")";
        case BlockKind::caption:
            return R"(p class="b caption")";
        case BlockKind::body:
            break;
    }
    return R"(p class="b")";
}

std::string type_label(ArticleType type) {
    switch (type) {
        case ArticleType::masthead:
            return both("报头", "masthead");
        case ArticleType::imprint:
            return both("报脚", "imprint");
        case ArticleType::folio:
            return both("报眉", "folio");
        case ArticleType::caption:
            return both("图片", "picture");
        case ArticleType::advertisement:
            return both("广告", "advertisement");
        case ArticleType::notice:
            return both("启事", "notice");
        case ArticleType::index:
            return both("要目", "index");
        case ArticleType::article:
            break;
    }
    return both("文章", "article");
}

std::string jump_html(const Issue& issue, const Jump& jump) {
    std::string zh, en;
    const auto add = [&](const std::optional<int>& page, const char* chinese, const char* english) {
        if (!page) return;
        const PageInfo* known = find_page(issue, *page);
        const std::string label = known == nullptr || known->label.empty() ? fmt::format("第 {} 页", *page)
                                                                           : html_text(known->label);
        zh += fmt::format("{}{}{}", zh.empty() ? "" : ",", chinese, label);
        en += fmt::format("{}{} page {}", en.empty() ? "" : ", ", english, *page);
    };
    add(jump.from_page, "上接", "from");
    add(jump.to_page, "下转", "to");
    const bool joined = jump.status == JumpStatus::joined;
    const bool orphan = jump.status == JumpStatus::orphan;
    zh += joined ? " · 已接上" : orphan ? " · 没有找到另一半" : " · 两处说法不一";
    en += joined ? " · joined" : orphan ? " · other half not found" : " · the marks contradict each other";
    return fmt::format(R"(<p class="jump{}">↪ {}</p>)", joined ? "" : " bad", both(zh, en));
}

class ArticleSetter {
  public:
    ArticleSetter(const Issue& issue, const ProofArticle& known, const std::vector<ProofDoubt>& doubts)
        : issue_(issue), known_(known), article_(*known.article), doubts_(doubts) {}

    std::string set() {
        const std::string text = running_text(article_);
        const std::string body = blocks();
        std::string html = fmt::format(
            R"(<article class="art{}" id="a{}" data-a="{}" style="--h:{}" tabindex="0" lang="{}">)"
            "\n",
            known_.quiet() ? " quiet-art" : "", known_.index, known_.index, known_.hue,
            language_of(text_of(article_, BlockKind::title) + text));
        html += head(from_utf8(text).size());
        html += body;
        if (article_.jump) html += jump_html(issue_, *article_.jump);
        return html + "</article>\n";
    }

  private:
    std::string head(std::size_t length) const {
        std::string html = R"(<div class="head">)";
        if (!known_.quiet()) html += fmt::format(R"(<span class="no">{}</span>)", known_.number);
        html += type_label(article_.type);
        if (length > 0)
            html += fmt::format("<span>{}</span>",
                                both(fmt::format("{} 字", length), fmt::format("{} characters", length)));
        const std::size_t dash = article_.id.rfind('-');
        return html +
               fmt::format(
                   R"(<span class="id">{}</span></div>)",
                   html_text(dash == std::string::npos ? article_.id : article_.id.substr(dash + 1))) +
               "\n";
    }

    // Headings first, then text, then captions: the order of the record.
    std::string blocks() {
        std::string headings, body, captions;
        int start = 0;
        for (std::size_t b = 0; b < article_.blocks.size(); ++b) {
            const Block& block = article_.blocks[b];
            const bool running = field_of(block.kind) == "text";
            if (block.text.empty()) continue;
            BlockText set(block);
            if (running) {
                annotate(set, start);
                start += static_cast<int>(set.text.size()) + 1;
            }
            for (std::size_t d = 0; d < doubts_.size(); ++d)
                if (doubts_[d].article == known_.index && doubts_[d].block == b)
                    set.mark(doubts_[d].start, doubts_[d].end,
                             [d](Character& c) { c.doubt = static_cast<int>(d); });
            const std::string element = block_element(block.kind);
            (running                            ? body
             : block.kind == BlockKind::caption ? captions
                                                : headings) +=
                fmt::format("<{}>{}</{}>\n", element, block_html(set, doubts_),
                            element.substr(0, element.find(' ')));
        }
        if (!body.empty()) body = "<div class=\"body\">" + body + "</div>\n";
        return headings + body + captions;
    }

    void annotate(BlockText& set, int start) const {
        for (const Byline& byline : article_.bylines)
            set.mark(byline.start - start, byline.end - start, [](Character& c) { c.note = "by"; });
        if (article_.dateline)
            set.mark(article_.dateline->start - start, article_.dateline->end - start,
                     [](Character& c) { c.note = "dl"; });
    }

    const Issue& issue_;
    const ProofArticle& known_;
    const Article& article_;
    const std::vector<ProofDoubt>& doubts_;
};

}  // namespace

std::string proof_text(const Issue& issue, const std::vector<ProofDoubt>& doubts) {
    const std::vector<ProofArticle> articles = number_articles(issue);
    std::string html;
    for (const PageInfo& page : issue.pages) {
        html += fmt::format(R"(<section class="page" id="page-{}"><h2>{}</h2>)"
                            "\n",
                            page.number, both_page(issue, page.number));
        for (const ProofArticle& known : articles)
            if (!known.article->pages.empty() && known.article->pages.front() == page.number)
                html += ArticleSetter(issue, known, doubts).set();
        html += "</section>\n";
    }
    return html;
}

}  // namespace banwen
