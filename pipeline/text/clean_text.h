// The text room: lines become paragraphs, paragraphs become clean text; over columns and pages.
#pragma once

#include <string_view>

#include "core/issue.h"

namespace banwen {

enum class Punctuation { fullwidth, ascii };
enum class PrintedScript { as_printed, hans };

// What may overturn a doubtful reading: the paper's own text, or the language too (see language.h).
enum class Evidence { paper, language };

// As --punctuation, --script and --doubts name them; "paper" too where this machine has no model of the
// language.
std::string_view name_of(Punctuation punctuation);
std::string_view name_of(PrintedScript script);
std::string_view name_of(Evidence doubts);

struct TextOptions {
    Punctuation punctuation = Punctuation::fullwidth;  // between Han characters, see GB/T 15834
    PrintedScript script = PrintedScript::as_printed;  // hans: simplified characters, see convert_script.h
    Evidence doubts = Evidence::language;
    double indent_em = 1.2;      // a line that begins this far right of its column begins a paragraph
    double short_line_em = 2.5;  // a line that ends this far left of its column's end ends a paragraph
};

// Fills every block's text and the articles' bylines, datelines and doubts; body blocks are cut and joined
// so that each is one paragraph. Lines stay in the article that they came in. Doubts of captions count in
// the captions joined by line feeds.
Issue clean_text(Issue issue, const TextOptions& options);

}  // namespace banwen
