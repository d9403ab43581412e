#include "score/read_result.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"
#include "score/article_record.h"
#include "score/comparable_text.h"
#include "score/json_file.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
constexpr const char* kArticles = "articles.jsonl";
constexpr const char* kLines = "lines.jsonl";

fs::path issue_folder(const fs::path& path) {
    fs::path only;
    int count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
        if (!fs::exists(entry.path() / kArticles)) continue;
        only = entry.path();
        ++count;
    }
    if (count == 1) return only;
    const char* advice = count == 0 ? "holds no articles.jsonl: name an issue's output folder"
                                    : "holds several issues: name one issue's folder";
    throw Error(ExitCode::unreadable_input, fmt::format("{} {}", path.string(), advice));
}

ScoredLine line_of(const Json& record) {
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
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".txt") texts.push_back(entry.path());
    std::sort(texts.begin(), texts.end());
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
    for (const Json& record : read_json_lines(folder / kArticles))
        add_article(record, scored);
    if (fs::exists(folder / kLines))
        for (const Json& record : read_json_lines(folder / kLines))
            scored.lines.push_back(line_of(record));
    return scored;
}

}  // namespace

ScoredText read_result(const fs::path& path) {
    if (!fs::is_directory(path)) return read_texts({path});
    if (fs::exists(path / kArticles)) return read_issue_folder(path);
    const std::vector<fs::path> texts = texts_in(path);
    return texts.empty() ? read_issue_folder(issue_folder(path)) : read_texts(texts);
}

}  // namespace banwen
