// The text room: lines become paragraphs, paragraphs become clean text; over columns and pages.
#pragma once

#include "core/issue.h"

namespace banwen {

enum class Punctuation { fullwidth, ascii };

struct TextOptions {
    Punctuation punctuation = Punctuation::fullwidth;  // between Han characters, see GB/T 15834
    double indent_em = 1.2;      // a line that begins this far right of its measure begins a paragraph
    double short_line_em = 2.5;  // a line that ends this far left of its measure ends a paragraph
};

// Fills every block's text and the articles' annotations; body blocks are cut and joined so that each is one
// paragraph. What it takes away (jump marks, repeated runs at a seam) goes to the ledger.
Issue clean_text(Issue issue, const TextOptions& options);

}  // namespace banwen
