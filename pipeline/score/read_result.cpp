#include "score/read_result.h"

#include "core/error.h"
#include "score/add_article.h"
#include "score/comparable_text.h"
#include "score/folder.h"
#include "score/json_file.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
constexpr const char* kArticles = "articles.jsonl";
constexpr const char* kLines = "lines.jsonl";

fs::path issue_folder(const fs::path& path) {
    fs::path only;
    int count = 0;
    for (const fs::path& entry : entries_of(path)) {
        if (!is_folder(entry) || !is_there(entry / kArticles)) continue;
        only = entry;
        ++count;
    }
    if (count == 1) return only;
    if (count == 0)
        throw unreadable(path.native(), "holds no articles.jsonl", "name an issue's output folder");
    throw unreadable(path.native(), "holds several issues", "name one issue's folder");
}

ScoredLine line_of(const JsonValue& record) {
    ScoredLine line;
    line.page = int_at(record, "page");
    line.box = box_at(record, "box");
    line.in_order = true;
    line.text = comparable_text(string_at(record, "text"));
    line.vertical = line.box.height > line.box.width;
    return line;
}

std::vector<fs::path> texts_in(const fs::path& folder) {
    std::vector<fs::path> texts;
    for (const fs::path& entry : entries_of(folder))
        if (entry.extension() == ".txt") texts.push_back(entry);
    return texts;
}

ScoredText read_texts(const std::vector<fs::path>& files) {
    ScoredText scored;
    scored.plain = true;
    for (const fs::path& file : files)
        scored.everything += comparable_text(read_text_file(file));
    return scored;
}

ScoredText read_issue_folder(const fs::path& folder) {
    ScoredText scored;
    for (const JsonValue& record : read_json_lines(folder / kArticles))
        add_article(record, scored);
    if (is_there(folder / kLines))
        for (const JsonValue& record : read_json_lines(folder / kLines))
            scored.lines.push_back(line_of(record));
    return scored;
}

}  // namespace

ScoredText read_result(const fs::path& path) {
    if (!is_folder(path)) return read_texts({path});
    if (is_there(path / kArticles)) return read_issue_folder(path);
    const std::vector<fs::path> texts = texts_in(path);
    return texts.empty() ? read_issue_folder(issue_folder(path)) : read_texts(texts);
}

}  // namespace banwen
