// Article: blocks in reading order, each with its lines and its final text; what is known about the text is
// kept as annotations beside it, never written into it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text_line.h"

namespace banwen {

enum class ArticleType { article, masthead, imprint, folio, caption, advertisement, notice, index };

// Before the text room a `body` block is the run of lines of one region; after it each block is one
// paragraph.
enum class BlockKind { kicker, title, subtitle, body, crosshead, caption };

// [start, end) in code points.
struct TextSpan {
    int start = 0;
    int end = 0;
};

struct Block {
    BlockKind kind = BlockKind::body;
    std::vector<TextLine> lines;
    std::string text;             // UTF-8; filled by the text room
    std::vector<TextSpan> spans;  // where each line's characters stand in `text`; filled with it
};

// [start, end) count Unicode code points of the article's text.
struct Byline {
    std::string role;  // 记者, 通讯员, 摄, …
    std::string name;
    int start = 0;
    int end = 0;
};

struct Dateline {
    std::string place;
    std::string agency;
    int start = 0;
    int end = 0;
};

enum class JumpStatus { joined, orphan, conflict };

// 下转/上接: an article that goes on at, or comes from, another page. The marks are not part of the text.
struct Jump {
    std::optional<int> to_page;
    std::optional<int> from_page;
    JumpStatus status = JumpStatus::orphan;
};

// What a line of an index box (要目) announces. [start, end) is the line in the article's text.
struct Pointer {
    LineId line;
    int page = 0;
    std::string article;  // its id
    int start = 0;
    int end = 0;
};

// A place where the reading is not certain; `field` names the record's field that start and end count in.
struct Doubt {
    std::string field;
    int start = 0;
    int end = 0;
    std::vector<std::string> readings;
    double confidence = 0;
};

struct Article {
    std::string id;  // "" until the issue room numbers it
    ArticleType type = ArticleType::article;
    std::vector<int> pages;  // page numbers, in the order of the text
    std::vector<Block> blocks;
    std::vector<Byline> bylines;
    std::optional<Dateline> dateline;
    std::optional<Jump> jump;
    std::vector<Doubt> doubts;
    std::vector<Pointer> pointers;  // of an index
};

// The final text of all blocks of one kind, one a line; several lines of one heading are several blocks.
std::string text_of(const Article& article, BlockKind kind);

// The record's `text`: body and cross-heads, a paragraph a line.
std::string running_text(const Article& article);

// Names as they stand in the output contract ("article", "masthead", …).
std::string_view name_of(ArticleType type);
std::string_view name_of(JumpStatus status);

}  // namespace banwen
