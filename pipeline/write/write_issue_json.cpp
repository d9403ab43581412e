#include <filesystem>
#include <map>

#include "core/ledger.h"
#include "core/printable.h"
#include "write/formats.h"
#include "write/json_text.h"
#include "write/page_names.h"

namespace banwen {
namespace {

Json masthead_json(const Masthead& masthead) {
    return {{"name", masthead.name},
            {"date", masthead.date},
            {"weekday", masthead.weekday},
            {"lunar_date", masthead.lunar_date},
            {"issue_number", masthead.issue_number},
            {"licence", masthead.licence},
            {"page_count", masthead.page_count}};
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
            {"lines", page.lines},
            {"dpi", rounded(page.dpi)},
            {"dpi_estimated", page.dpi_estimated},
            {"rotation", page.rotation},
            {"skew", rounded(page.skew)},
            {"quality", {{"confidence", rounded(page.confidence)}}}};
}

// How many lines met each fate, and for what reasons lines were left out or changed. Each line has its row in
// ledger.jsonl.
Json ledger_json(const Issue& issue) {
    std::map<std::string, int> fates;
    for (const LineFate& fate : fates_of(issue))
        ++fates[std::string(name_of(fate.fate))];
    std::map<std::string, int> left_out, changed;
    for (const LedgerEntry& entry : issue.ledger)
        ++(entry.kept ? changed : left_out)[entry.reason];
    return {{"fates", fates}, {"left_out", left_out}, {"changed", changed}};
}

Json models_json(const Issue& issue) {
    Json list = Json::array();
    for (const ModelUsed& model : issue.models)
        list.push_back({{"name", model.name},
                        {"version", model.version},
                        {"engine", model.engine},
                        {"file", printable(std::filesystem::path(model.file).filename().native())},
                        {"sha256", model.sha256}});
    return list;
}

Json warnings_json(const Issue& issue) {
    Json list = Json::array();
    for (const Warning& warning : issue.warnings)
        list.push_back(
            {{"kind", name_of(warning.kind)}, {"text", in_english(warning)}, {"values", warning.values}});
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
                                        {"warnings", warnings_json(issue)},
                                        {"version", options.version},
                                        {"options", json_or_text(options.options_record)},
                                        {"models", models_json(issue)}}));
}

}  // namespace banwen
