// The score room: how far a result is from the truth. One code for the command and the tests.
//
// Texts are compared after NFKC, without white space, with quotes unified. An article's text is its kicker,
// title, subtitle and text in one.
//
//   art_ned         each article's edit distance to its match ÷ the longer length, averaged over the pairs of
//                   the best one-to-one matching; an article without a match, on either side, counts 1
//   art_ned_pooled  the same with articles weighed by their length
//   art_f1          F1 of the articles found with a distance below `found_distance`
//   page_ned        distance of all articles' text in output order ÷ the longer length
//   bag_f1          F1 of the characters, whatever their order
//   dup, lost       share of the truth's 8-grams that stand too often, or not at all
//   gone            share of the truth's 20-character pieces of which less than 30 % stands anywhere
//   cer_headline, cer_body      wrong characters ÷ characters, on matched articles (distance below 0.5)
//   unwritable      share of the characters of cer_headline and cer_body that the model cannot write, where
//                   it was told which; they are in none of the errors
//   cer_caption, cer_masthead   the same for captions, and for each line of mastheads, folios and imprints,
//                   against the span most like it among the result's pieces of that sort; a lost one counts
//                   whole
//   cer_blocks      the same for a truth that has only some blocks of a page, against all text
//   line_f1         F1 of the lines found: one row, common length ÷ whole length ≥ `min_overlap`; a line that
//                   runs over two truth lines is wrong
//   cer_line        wrong characters ÷ characters of the lines found
//   order           edit distance of the found lines' order to the issue's, in which an article that is
//                   carried over is read to its end, ÷ their number
//
// Articles are the records of type article, notice, advertisement and index. Mastheads, folios and imprints
// count only for cer_masthead; captions, also those that are records of their own, only for cer_caption; all
// three and jump marks have no place in `order`. A plain text or a truth made of blocks does not tell them
// apart: then both sides of page_ned, bag_f1, dup, lost and gone hold everything. A figure that has nothing
// to count is left out.
#pragma once

#include <filesystem>
#include <string>

#include "score/tally.h"

namespace banwen {

struct ScoreOptions {
    double found_distance = 0.1;  // an article counts as found below this distance
    double min_overlap = 0.7;     // a line counts as found from this overlap on
    std::u32string unwritable;    // characters that the model cannot write: no cer_… counts them as wrong
};

// `truth`: a truth.json, or a list of blocks of one page; `result`: see read_result.h. ALTO, PAGE and hOCR
// are plain text with lines; METS tells its articles too. Throws Error(unreadable_input) when either cannot
// be read.
Score score_issue(const std::filesystem::path& truth, const std::filesystem::path& result,
                  const ScoreOptions& options);

}  // namespace banwen
