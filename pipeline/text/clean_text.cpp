#include "text/clean_text.h"

namespace banwen {

Issue clean_text(Issue issue, const TextOptions&) {
    for (Article& article : issue.articles)
        for (Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                block.text += plain_text(line);
    return issue;
}

}  // namespace banwen
