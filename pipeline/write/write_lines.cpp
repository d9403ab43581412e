#include "write/formats.h"
#include "write/json_text.h"
#include "write/page_names.h"

namespace banwen {

void write_lines(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    std::string text;
    for (const Article& article : issue.articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines) {
                const PageInfo* page = find_page(issue, line.id.page);
                if (page == nullptr) continue;
                const Box box = on_scan(*page, line.box);
                text += json_line({{"page", page->number},
                                   {"box", Json::array({box.left, box.top, box.width, box.height})},
                                   {"text", plain_text(line)},
                                   {"article", article.id}});
                text += '\n';
            }
    folder.add("lines.jsonl", text);
}

}  // namespace banwen
