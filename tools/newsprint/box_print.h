// Prints a planned box: its lines, photo and frame on the sheet, its words in the article.
#pragma once

#include "box_plan.h"

namespace banwen::newsprint {

// `article` is the index that the sheet's regions point to.
void print_box(const CopyDesk& desk, const Grid& grid, const BoxPlan& plan, int article, Sheet& sheet);

// Title, text, bylines and caption of the first plan.paragraphs paragraphs; pages are the caller's.
PrintedArticle describe_article(const CopyDesk& desk, const BoxPlan& plan);

// 第一版 … 第九十九版
std::u32string page_label(int page);

}  // namespace banwen::newsprint
