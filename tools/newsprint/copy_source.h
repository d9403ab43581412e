// Where an issue's copy comes from: the prose bank, a Debian package's documentation, or made up on the
// spot. What was looked at while the program was tuned is never what it is judged by: bank and
// documentation are divided in halves, and the seed says which one is drawn from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "prose.h"

namespace banwen::newsprint {

// Seeds from here on make judging pages and draw from the judging half, all below from the tuning half.
inline constexpr std::uint64_t kFirstJudgingSeed = 200;

enum class Content { prose, gb2312, figures };

struct CopyOrder {
    Content content = Content::prose;
    // The bank: a folder with the halves `tuning` and `judging`, or one with prose files, which serves every
    // seed. Else documentation: a folder with HTML anywhere below, or one file. Only for Content::prose.
    std::string prose;
    std::uint64_t seed = 1;
    int pages = 2;  // documentation is endless: stories are made for so many pages
};

// The stories for an issue. Throws std::runtime_error saying what is missing.
std::vector<Story> gather_copy(const CopyOrder& order);

}  // namespace banwen::newsprint
