// The records of articles.jsonl in the shapes that search servers take whole: what they cannot index is made
// flat, and a date that is not known is left out, since an empty one fails the whole load.
#include <string_view>

#include <fmt/format.h>

#include "write/article_record.h"
#include "write/formats.h"

namespace banwen {
namespace {

// Numbers, texts and lists of them: what every server has a column for.
Json flat_record(const Article& article, const Issue& issue) {
    Json flat = article_record(article, issue);
    for (const char* nested : {"schema", "dateline", "jump", "doubts", "points_to"})
        flat.erase(nested);
    Json bylines = Json::array();
    for (const Json& byline : flat["bylines"])
        bylines.push_back(byline["name"]);
    flat["bylines"] = bylines;
    Json regions = Json::array();
    for (const Json& region : flat["regions"])
        regions.push_back(fmt::format("{}:{},{},{},{}", region["page"].get<int>(),
                                      region["box"][0].get<int>(), region["box"][1].get<int>(),
                                      region["box"][2].get<int>(), region["box"][3].get<int>()));
    flat["regions"] = regions;
    if (flat["date"] == "") flat.erase("date");
    return flat;
}

// A JSON array, a record a line.
template <typename MakeRecord>
std::string array_of(const Issue& issue, MakeRecord&& make) {
    std::string text;
    for (const Article& article : issue.articles)
        text += (text.empty() ? "[\n" : ",\n") + json_line(make(article));
    return text.empty() ? "[]\n" : text + "\n]\n";
}

// With the other name for the id, which stands first.
Json renamed(const Json& record, const char* key, const std::string& id) {
    Json result = {{key, id}};
    for (const auto& [name, value] : record.items())
        if (name != "id") result[name] = value;
    return result;
}

// Ids there are of the characters a-z, A-Z, 0-9, - and _; other bytes become _XX, and so does _ itself.
std::string plain_key(std::string_view id) {
    std::string key;
    for (const char c : id) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        key += plain ? std::string(1, c) : fmt::format("_{:02X}", static_cast<unsigned char>(c));
    }
    return key;
}

}  // namespace

void write_elasticsearch(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    std::string text;
    for (const Article& article : issue.articles) {
        Json record = article_record(article, issue);
        if (record["date"] == "") record["date"] = nullptr;
        text += json_line({{"index", {{"_id", article.id}}}}) + '\n' + json_line(record) + '\n';
    }
    folder.add("bulk/elasticsearch.ndjson", text);
}

void write_solr(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    folder.add("bulk/solr.json", array_of(issue, [&](const Article& article) {
                   Json record = flat_record(article, issue);
                   if (record.contains("date"))
                       record["date"] = record["date"].get<std::string>() + "T00:00:00Z";
                   return record;
               }));
}

void write_groonga(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    folder.add("bulk/groonga.json", array_of(issue, [&](const Article& article) {
                   return renamed(flat_record(article, issue), "_key", article.id);
               }));
}

void write_meilisearch(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    folder.add("bulk/meilisearch.json", array_of(issue, [&](const Article& article) {
                   Json record = flat_record(article, issue);
                   record["key"] = plain_key(article.id);
                   return record;
               }));
}

}  // namespace banwen
