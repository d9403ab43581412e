// One record a recognized line: {"page", "line", "fate", "article", "field", "start", "end", "reason",
// "same_as", "read", "changes"}. `start` and `end` count code points of the article's field and cover all of
// its text but for spaces that joining put in; `changes` tell of readings that were overturned and of parts
// that were taken out.
#include <map>

#include "core/ledger.h"
#include "write/formats.h"
#include "write/json_text.h"

namespace banwen {
namespace {

Json line_json(const LineId& line) {
    return {{"page", line.page}, {"line", line.index}};
}

std::map<LineId, Json> changes_by_line(const Issue& issue) {
    std::map<LineId, Json> changes;
    for (const LedgerEntry& entry : issue.ledger) {
        if (!entry.kept) continue;
        Json& list = changes.try_emplace(entry.line, Json::array()).first->second;
        list.push_back({{"reason", entry.reason}, {"read", entry.text}, {"written", entry.written}});
        if (entry.same_as) list.back()["same_as"] = line_json(*entry.same_as);
    }
    return changes;
}

Json fate_json(const LineFate& fate, const std::map<LineId, Json>& changes) {
    const LedgerEntry* entry = fate.entry;
    const auto changed = changes.find(fate.line);
    return {{"page", fate.line.page},
            {"line", fate.line.index},
            {"fate", name_of(fate.fate)},
            {"article", fate.article == nullptr ? "" : fate.article->id},
            {"field", fate.field},
            {"start", fate.start},
            {"end", fate.end},
            {"reason", entry == nullptr ? "" : entry->reason},
            {"same_as", entry != nullptr && entry->same_as ? line_json(*entry->same_as) : Json(nullptr)},
            {"read", fate.read},
            {"changes", changed == changes.end() ? Json::array() : changed->second}};
}

}  // namespace

void write_ledger(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    const std::map<LineId, Json> changes = changes_by_line(issue);
    std::map<LineId, std::string> rows;
    for (const LineFate& fate : fates_of(issue))
        rows[fate.line] = json_line(fate_json(fate, changes)) + '\n';
    std::string text;
    for (const auto& [line, row] : rows)
        text += row;
    folder.add("ledger.jsonl", text);
}

}  // namespace banwen
