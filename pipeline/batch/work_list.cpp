#include "batch/work_list.h"

#include <algorithm>
#include <exception>
#include <fstream>
#include <numeric>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/characters.h"
#include "core/error.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "banwen-list/1";

// Text that is valid UTF-8 and has no percent sign stays as it is; else every byte beyond plain ASCII is
// written out.
std::string escaped(const std::string& bytes) {
    const bool plain = bytes.find('%') == std::string::npos && to_utf8(from_utf8(bytes)) == bytes;
    if (plain) return bytes;
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += byte < 0x20 || byte > 0x7E || c == '%' ? fmt::format("%{:02X}", byte) : std::string(1, c);
    }
    return text;
}

std::string unescaped(const std::string& text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            bytes += text[at];
            continue;
        }
        bytes += static_cast<char>(std::stoi(text.substr(at + 1, 2), nullptr, 16));
        at += 2;
    }
    return bytes;
}

// The larger issues first, each to the chunk that has fewest pages yet: no chunk is then more than one issue
// longer than another.
std::vector<int> share_out(const std::vector<IssueSource>& issues, int chunks) {
    std::vector<std::size_t> by_size(issues.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t a, std::size_t b) {
        return issues[a].pages.size() > issues[b].pages.size();
    });
    std::vector<std::size_t> pages(static_cast<std::size_t>(chunks));
    std::vector<int> chunk_of(issues.size());
    for (const std::size_t issue : by_size) {
        const auto least = std::min_element(pages.begin(), pages.end());
        *least += issues[issue].pages.size();
        chunk_of[issue] = static_cast<int>(least - pages.begin()) + 1;
    }
    return chunk_of;
}

void expect_different_names(const std::vector<IssueSource>& issues) {
    std::set<std::string> names;
    for (const IssueSource& issue : issues)
        if (!names.insert(issue.name).second)
            throw failure(ExitCode::usage, issue.name, "two issues have this name",
                          "rename a folder, or plan them apart");
}

PlannedIssue issue_of(const Json& record) {
    PlannedIssue issue{record.at("chunk").get<int>(), {unescaped(record.at("name")), {}}};
    for (const Json& page : record.at("pages"))
        issue.source.pages.push_back({unescaped(page.at("file")), page.at("index").get<int>()});
    return issue;
}

}  // namespace

std::vector<IssueSource> WorkList::of(int chunk) const {
    std::vector<IssueSource> sources;
    for (const PlannedIssue& issue : issues)
        if (chunk == 0 || issue.chunk == chunk) sources.push_back(issue.source);
    return sources;
}

WorkList plan_work(std::vector<IssueSource> issues, int chunks) {
    expect_different_names(issues);
    const std::vector<int> chunk_of = share_out(issues, chunks);
    WorkList list{chunks, {}};
    for (std::size_t issue = 0; issue < issues.size(); ++issue) {
        for (PageRef& page : issues[issue].pages)
            page.file = fs::absolute(page.file).lexically_normal().native();
        list.issues.push_back({chunk_of[issue], std::move(issues[issue])});
    }
    return list;
}

std::string to_lines(const WorkList& list) {
    std::string lines =
        Json{{"schema", kSchema}, {"chunks", list.chunks}, {"issues", list.issues.size()}}.dump() + "\n";
    for (const PlannedIssue& issue : list.issues) {
        Json pages = Json::array();
        for (const PageRef& page : issue.source.pages)
            pages.push_back({{"file", escaped(page.file)}, {"index", page.index}});
        lines += Json{{"chunk", issue.chunk}, {"name", escaped(issue.source.name)}, {"pages", pages}}.dump();
        lines += "\n";
    }
    return lines;
}

WorkList read_work_list(const fs::path& file) {
    std::ifstream stream(file);
    if (!stream) throw unreadable(file.native(), "cannot be read", "banwen plan writes such lists");
    try {
        std::string line;
        std::getline(stream, line);
        const Json head = Json::parse(line);
        if (head.at("schema") != kSchema) throw std::runtime_error("another schema");
        WorkList list{head.at("chunks").get<int>(), {}};
        while (std::getline(stream, line))
            list.issues.push_back(issue_of(Json::parse(line)));
        if (list.issues.size() != head.at("issues").get<std::size_t>()) throw std::runtime_error("cut short");
        return list;
    } catch (const std::exception&) {
        throw unreadable(file.native(), "is not a whole list of work", "banwen plan writes such lists");
    }
}

}  // namespace banwen
