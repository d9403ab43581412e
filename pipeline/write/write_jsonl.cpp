#include "write/article_record.h"
#include "write/formats.h"

namespace banwen {

void write_jsonl(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    std::string text;
    for (const Article& article : issue.articles)
        text += json_line(article_record(article, issue)) + '\n';
    folder.add("articles.jsonl", text);
}

}  // namespace banwen
