#include "write/formats.h"
#include "write/json_text.h"
#include "write/page_names.h"
#include "write/set_page.h"

namespace banwen {

void write_lines(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    std::string records;
    for (const Article& article : issue.articles)
        for (const Block& block : article.blocks) {
            const std::vector<std::string> texts = line_texts(block);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const TextLine& line = block.lines[i];
                const PageInfo* page = find_page(issue, line.id.page);
                if (page == nullptr || texts[i].empty()) continue;
                const Box box = on_scan(*page, line.box);
                records += json_line({{"page", page->number},
                                      {"box", Json::array({box.left, box.top, box.width, box.height})},
                                      {"text", texts[i]},
                                      {"article", article.id}});
                records += '\n';
            }
        }
    folder.add("lines.jsonl", records);
}

}  // namespace banwen
