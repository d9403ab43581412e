// Two sums. Lines: issue.json says how many were recognized on each page, and ledger.jsonl must have a row
// for each of them and for no other. Characters: the rows of an article's field must cover its text, each
// character once; only white space may stand between them. What it cannot see is a character that was
// misread, or a line that the layout never found.
#include "write/verify_ledger.h"

#include <algorithm>
#include <fstream>
#include <map>

#include <fmt/format.h>

#include "core/characters.h"
#include "core/text_line.h"
#include "write/json_text.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

std::vector<Json> rows_of(const fs::path& file) {
    std::vector<Json> rows;
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);)
        rows.push_back(Json::parse(line));
    return rows;
}

struct Span {
    std::size_t start = 0;
    std::size_t end = 0;
};

// By the article's id and the field's name.
using Fields = std::map<std::pair<std::string, std::string>, std::vector<Span>>;

std::u32string field_text(const Json& article, const std::string& field) {
    const Json& value = article.at(field);
    if (!value.is_array()) return from_utf8(value.get<std::string>());
    std::string joined;
    for (const Json& part : value)
        joined += (joined.empty() ? "" : "\n") + part.get<std::string>();
    return from_utf8(joined);
}

// "" when the spans cover the text, in order and without overlap.
std::string fault_of_spans(const std::u32string& text, std::vector<Span> spans) {
    std::erase_if(spans, [](const Span& span) { return span.end == span.start; });
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.start < b.start; });
    std::size_t at = 0;
    const auto is_white = [&text](std::size_t from, std::size_t to) {
        return text.substr(from, to - from).find_first_not_of(U" \n") == std::u32string::npos;
    };
    for (const Span& span : spans) {
        if (span.end > text.size() || span.end < span.start) return "has a line that ends beyond its text";
        if (span.start < at) return fmt::format("has two lines in one place, at {}", span.start);
        if (!is_white(at, span.start)) return fmt::format("has text that no line gave, at {}", at);
        at = span.end;
    }
    return is_white(at, text.size()) ? "" : fmt::format("has text that no line gave, at {}", at);
}

class LedgerSum {
  public:
    explicit LedgerSum(const fs::path& folder) {
        const Json issue = Json::parse(std::ifstream(folder / "issue.json"));
        for (const Json& page : issue.at("pages"))
            for (int line = 0; line < page.at("lines").get<int>(); ++line)
                rows_[{page.at("number"), line}] = 0;
        for (const Json& row : rows_of(folder / "ledger.jsonl"))
            add_row(row);
        articles_ = rows_of(folder / "articles.jsonl");
    }

    std::vector<std::string> faults() {
        for (const auto& [line, count] : rows_)
            if (count != 1)
                tell(fmt::format("line {} of page {} has {} fates", line.index, line.page, count));
        for (const Json& article : articles_)
            for (const char* field : {"kicker", "title", "subtitle", "text", "captions"})
                check_field(article, field);
        for (const auto& [field, spans] : fields_)
            tell(fmt::format("{} stands in no article", field.first));
        return std::move(faults_);
    }

  private:
    void tell(const std::string& fault) { faults_.push_back("ledger.jsonl: " + fault); }

    void add_row(const Json& row) {
        const LineId line{row.at("page"), row.at("line")};
        const auto known = rows_.find(line);
        if (known == rows_.end())
            tell(fmt::format("line {} of page {} was never recognized", line.index, line.page));
        else
            ++known->second;
        if (row.at("article") != "")
            fields_[{row.at("article"), row.at("field")}].push_back({row.at("start"), row.at("end")});
        else if (row.at("reason") == "")
            tell(fmt::format("line {} of page {} is left out without a reason", line.index, line.page));
    }

    void check_field(const Json& article, const std::string& field) {
        const std::string id = article.at("id");
        const auto spans = fields_.extract({id, field});
        const std::string fault =
            fault_of_spans(field_text(article, field), spans.empty() ? std::vector<Span>{} : spans.mapped());
        if (!fault.empty()) tell(fmt::format("{} of {} {}", field, id, fault));
    }

    std::map<LineId, int> rows_;  // how many rows each recognized line has
    Fields fields_;
    std::vector<Json> articles_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> verify_ledger(const fs::path& folder) {
    try {
        return LedgerSum(folder).faults();
    } catch (const Json::exception&) {
        return {"ledger.jsonl: it, issue.json or articles.jsonl is damaged"};
    }
}

}  // namespace banwen
