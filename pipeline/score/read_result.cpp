#include "score/read_result.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/error.h"
#include "score/add_article.h"
#include "score/comparable_text.h"
#include "score/folder.h"
#include "score/json_file.h"
#include "score/page_formats.h"
#include "score/pdf_text.h"

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

// What a result of another kind than an issue's folder is told by.
constexpr std::array kPageFormats = {".xml", ".html", ".hocr"};
constexpr std::array kTexts = {".txt"};
constexpr std::array kPdf = {".pdf"};

bool is_one_of(const fs::path& file, std::span<const char* const> extensions) {
    return std::find(extensions.begin(), extensions.end(), file.extension()) != extensions.end();
}

std::vector<fs::path> files_in(const fs::path& folder, std::span<const char* const> extensions) {
    std::vector<fs::path> files;
    for (const fs::path& entry : entries_of(folder))
        if (is_one_of(entry, extensions)) files.push_back(entry);
    return files;
}

ScoredText read_texts(const std::vector<fs::path>& files) {
    ScoredText scored;
    scored.plain = true;
    for (const fs::path& file : files)
        scored.everything +=
            comparable_text(is_one_of(file, kPdf) ? read_pdf_text(file) : read_text_file(file));
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
    if (!is_folder(path))
        return is_one_of(path, kPageFormats) ? read_page_formats({path}) : read_texts({path});
    if (is_there(path / kArticles)) return read_issue_folder(path);
    if (const std::vector<fs::path> texts = files_in(path, kTexts); !texts.empty()) return read_texts(texts);
    const std::vector<fs::path> pages = files_in(path, kPageFormats);
    return pages.empty() ? read_issue_folder(issue_folder(path)) : read_page_formats(pages);
}

}  // namespace banwen
