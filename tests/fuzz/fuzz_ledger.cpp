// Any bytes as the pages of an issue: whatever the rooms do with them, each line has one fate and each
// character of the articles comes from one line.
#include <cstdint>
#include <string>
#include <vector>

#include "core/characters.h"
#include "core/ledger.h"
#include "fuzz/demand.h"
#include "issue/assemble_issue.h"
#include "support/printed_lines.h"
#include "text/clean_text.h"

namespace banwen::fuzz {
namespace {

// Bytes below 0x20 build the page, all others are the text of a line.
class PagesFromBytes {
  public:
    std::vector<PageText> build(const std::u32string& bytes) {
        begin_page();
        for (const char32_t c : bytes) {
            if (c >= 0x20)
                text_ += c;
            else
                obey(static_cast<int>(c));
        }
        end_line();
        for (PageText& page : pages_)
            page.info.lines = page.info.number == pages_.back().info.number ? next_ : page.info.lines;
        return std::move(pages_);
    }

  private:
    void obey(int order) {
        end_line();
        if (order == 1) begin_page();
        if (order >= 2 && order < 10) begin_article(static_cast<ArticleType>(order - 2));
        if (order >= 11 && order < 17) blocks().push_back({static_cast<BlockKind>(order - 11), {}, ""});
        if (order == 17) left_ += 500;
        if (order == 18) top_ = 0;
        if (order == 19) repeat_line();
        if (order == 20) doubt_line();
        if (order == 21) repeat_page();
    }

    void begin_page() {
        if (!pages_.empty()) pages_.back().info.lines = next_;
        next_ = top_ = left_ = 0;
        pages_.push_back({.info = {.number = static_cast<int>(pages_.size()) + 1}});
        begin_article(ArticleType::article);
    }

    void begin_article(ArticleType type) {
        pages_.back().articles.push_back({.type = type, .pages = {pages_.back().info.number}});
        blocks().push_back({BlockKind::body, {}, ""});
    }

    std::vector<Block>& blocks() { return pages_.back().articles.back().blocks; }
    LineId next_id() { return {pages_.back().info.number, next_++}; }

    void end_line() {
        if (text_.empty()) return;
        TextLine line = printed_line(to_utf8(text_), left_, top_ += 60, next_id());
        line.measure = {left_, 0, line.box.width, 4000};
        blocks().back().lines.push_back(line);
        text_.clear();
    }

    void repeat_line() {
        if (blocks().back().lines.empty()) return;
        TextLine copy = blocks().back().lines.back();
        copy.id = next_id();
        blocks().back().lines.push_back(copy);
    }

    void doubt_line() {
        if (blocks().back().lines.empty()) return;
        for (Glyph& glyph : blocks().back().lines.back().glyphs) {
            glyph.readings.insert(glyph.readings.begin(), {"日", 0.5});
            glyph.readings.back().confidence = 0.4;
        }
    }

    void repeat_page() {
        if (pages_.size() > 6) return;
        PageText copy = pages_.back();
        copy.info.number = static_cast<int>(pages_.size()) + 1;
        pages_.back().info.lines = next_;
        for (Article& article : copy.articles) {
            article.pages = {copy.info.number};
            for (Block& block : article.blocks)
                for (TextLine& line : block.lines) {
                    line.id.page = copy.info.number;
                    line.box.top -= 700;
                }
        }
        pages_.push_back(std::move(copy));
    }

    std::vector<PageText> pages_;
    std::u32string text_;
    int next_ = 0, top_ = 0, left_ = 0;
};

void demand_that_lines_cover(const Block& block) {
    const std::u32string text = from_utf8(block.text);
    demand(block.spans.size() == block.lines.size(), "each line has a span");
    std::size_t at = 0;
    const auto demand_white = [&text](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            demand(text[i] == U' ', "each character comes from a line");
    };
    for (const TextSpan& span : block.spans) {
        if (span.start == span.end) continue;
        demand(span.start >= static_cast<int>(at) && span.end > span.start, "lines stand in order");
        demand(span.end <= static_cast<int>(text.size()), "a line ends within its text");
        demand_white(at, static_cast<std::size_t>(span.start));
        at = static_cast<std::size_t>(span.end);
    }
    demand_white(at, text.size());
}

}  // namespace
}  // namespace banwen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace banwen;
    const std::u32string bytes = from_utf8({reinterpret_cast<const char*>(data), size});
    const Issue issue = clean_text(assemble_issue(fuzz::PagesFromBytes().build(bytes), {.name = "x"}), {});
    const std::vector<std::string> problems = find_unaccounted(issue);
    fuzz::demand(problems.empty(), problems.empty() ? "" : problems.front().c_str());
    for (const Article& article : issue.articles)
        for (const Block& block : article.blocks)
            fuzz::demand_that_lines_cover(block);
    return 0;
}
