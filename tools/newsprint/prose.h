// The prose bank: stories written for this project, as plain text files with light marks, one file a kind.
// A mark stands at the beginning of a line:
//   "= " title (begins a story; | shows where it may be divided)   "^ " kicker   "_ " subtitle
//   "@ " caption of a photo   "# " cross-head   "& " a byline on a line of its own   else: a paragraph
// In a line {…} is a byline as printed, <role:name> a name in it, [agency|place|as printed] a dateline.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace banwen::newsprint {

// start and end count code points in the text they belong to; the span is all of the printed byline.
struct Byline {
    std::u32string role;
    std::u32string name;
    std::size_t start = 0;
    std::size_t end = 0;
};

struct Dateline {
    std::u32string place;
    std::u32string agency;
    std::size_t start = 0;
    std::size_t end = 0;
};

enum class ParagraphKind { body, crosshead, byline };

struct Paragraph {
    ParagraphKind kind = ParagraphKind::body;
    std::u32string text;
    std::vector<Byline> bylines;
    std::optional<Dateline> dateline;
};

struct Story {
    std::string kind;              // the name of its file: farming, notices, verse …
    std::string type = "article";  // in the truth: article, notice, advertisement or index
    std::u32string kicker;
    std::u32string title;  // still with its | marks
    std::u32string subtitle;
    std::u32string caption;
    std::vector<Paragraph> paragraphs;
};

// Reads every *.txt of the folder in the order of file names.
// Throws std::runtime_error naming the file when the folder or a story in it is unusable.
std::vector<Story> read_prose(const std::string& folder);

// One paragraph from a line of a prose file, marks taken out and turned into spans.
Paragraph parse_paragraph(const std::string& line);

}  // namespace banwen::newsprint
