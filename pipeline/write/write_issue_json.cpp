#include <filesystem>
#include <map>

#include "write/formats.h"
#include "write/json_text.h"
#include "write/page_names.h"
#include "write/printable.h"

namespace banwen {
namespace {

Json masthead_json(const Masthead& masthead) {
    return {{"name", masthead.name},
            {"date", masthead.date},
            {"weekday", masthead.weekday},
            {"lunar_date", masthead.lunar_date},
            {"issue_number", masthead.issue_number},
            {"licence", masthead.licence}};
}

Json page_json(const Issue& issue, const PageInfo& page) {
    return {{"number", page.number},
            {"id", page_id(issue, page.number)},
            {"label", page.label},
            {"file", file_name_of(page)},
            {"index", page.index_in_file},
            {"sha256", page.sha256},
            {"status", name_of(page.status)},
            {"error", portable_error(page)},
            {"width", page.scan_width},
            {"height", page.scan_height},
            {"dpi", rounded(page.dpi)},
            {"dpi_estimated", page.dpi_estimated},
            {"rotation", page.rotation},
            {"skew", rounded(page.skew)},
            {"quality", {{"confidence", rounded(page.confidence)}}}};
}

// How many lines stand in articles, how many do not and why, and each entry: what is left out can be read
// here.
Json ledger_json(const Issue& issue) {
    std::size_t in_articles = 0;
    for (const Article& article : issue.articles)
        for (const Block& block : article.blocks)
            in_articles += block.lines.size();
    int left_out = 0;
    std::map<std::string, int> reasons;
    Json entries = Json::array();
    for (const LedgerEntry& entry : issue.ledger) {
        left_out += entry.kept ? 0 : 1;
        ++reasons[entry.reason];
        entries.push_back({{"page", entry.line.page},
                           {"line", entry.line.index},
                           {"kept", entry.kept},
                           {"reason", entry.reason},
                           {"text", entry.text}});
    }
    return {{"lines_in_articles", in_articles},
            {"lines_left_out", left_out},
            {"reasons", reasons},
            {"entries", std::move(entries)}};
}

Json models_json(const Issue& issue) {
    Json list = Json::array();
    for (const ModelUsed& model : issue.models)
        list.push_back({{"name", model.name},
                        {"file", printable(std::filesystem::path(model.file).filename().native())},
                        {"sha256", model.sha256}});
    return list;
}

}  // namespace

void write_issue_json(const Issue& issue, const WriteOptions& options, IssueFolder& folder) {
    Json pages = Json::array();
    for (const PageInfo& page : issue.pages)
        pages.push_back(page_json(issue, page));
    folder.add("issue.json", json_page({{"schema", "banwen-issue/1"},
                                        {"id", issue.id},
                                        {"paper", issue.paper},
                                        {"date", issue.date},
                                        {"edition", issue.edition},
                                        {"masthead", masthead_json(issue.masthead)},
                                        {"pages", std::move(pages)},
                                        {"articles", issue.articles.size()},
                                        {"ledger", ledger_json(issue)},
                                        {"warnings", issue.warnings},
                                        {"version", options.version},
                                        {"options", json_or_text(options.options_record)},
                                        {"models", models_json(issue)}}));
}

}  // namespace banwen
