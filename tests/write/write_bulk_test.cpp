#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/temp_folder.h"
#include "write/written_sample.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using test::bytes_of;

std::vector<Json> lines_of(const fs::path& file) {
    std::vector<Json> records;
    std::istringstream lines(bytes_of(file));
    for (std::string line; std::getline(lines, line);)
        records.push_back(Json::parse(line));
    return records;
}

TEST(WriteBulk, GivesElasticsearchAnActionBeforeEachRecordAndALastLineEnd) {
    const test::TempFolder out;
    const fs::path folder = test::write_all_formats(test::printed_sample(), out.path());
    const std::vector<Json> records = lines_of(folder / "articles.jsonl");
    const std::vector<Json> bulk = lines_of(folder / "bulk/elasticsearch.ndjson");
    ASSERT_EQ(bulk.size(), 2 * records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        EXPECT_EQ(bulk[2 * i]["index"]["_id"], records[i]["id"]);
        EXPECT_EQ(bulk[2 * i + 1]["text"], records[i]["text"]);
    }
    EXPECT_EQ(bytes_of(folder / "bulk/elasticsearch.ndjson").back(), '\n');
}

TEST(WriteBulk, GivesOtherServersFlatRecordsWithTheSameText) {
    const test::TempFolder out;
    Issue issue = test::hostile_sample();
    const fs::path folder = test::write_all_formats(issue, out.path());
    const std::vector<Json> records = lines_of(folder / "articles.jsonl");
    for (const char* name : {"solr", "groonga", "meilisearch"}) {
        const Json bulk = Json::parse(bytes_of(folder / "bulk" / (std::string(name) + ".json")));
        ASSERT_EQ(bulk.size(), records.size()) << name;
        for (std::size_t i = 0; i < records.size(); ++i) {
            EXPECT_EQ(bulk[i]["text"], records[i]["text"]);
            for (const auto& [key, value] : bulk[i].items()) {
                EXPECT_FALSE(value.is_object() || value.is_null()) << name << " " << key;
                for (const Json& member : value)
                    EXPECT_FALSE(member.is_structured()) << name << " " << key;
            }
        }
    }
    const Json solr = Json::parse(bytes_of(folder / "bulk/solr.json"));
    EXPECT_EQ(solr[0]["date"], "2020-03-24T00:00:00Z");
    EXPECT_EQ(solr[0]["regions"][0], "1:100,50,200,20");
}

TEST(WriteBulk, LeavesOutADateThatIsNotKnown) {
    const test::TempFolder out;
    Issue issue = test::hostile_sample();
    issue.date = "";
    const fs::path folder = test::write_all_formats(issue, out.path());
    EXPECT_TRUE(lines_of(folder / "bulk/elasticsearch.ndjson")[1]["date"].is_null());
    EXPECT_FALSE(Json::parse(bytes_of(folder / "bulk/solr.json"))[0].contains("date"));
}

TEST(WriteBulk, GivesMeilisearchKeysThatItAllowsAndThatDiffer) {
    const test::TempFolder out;
    Issue issue = test::hostile_sample();
    issue.articles[0].id = "晨_2020-i0101";
    issue.articles[1].id = "晨-2020-i0101";
    const Json bulk =
        Json::parse(bytes_of(test::write_all_formats(issue, out.path()) / "bulk/meilisearch.json"));
    std::set<std::string> keys;
    for (const Json& record : bulk) {
        EXPECT_THAT(record["key"].get<std::string>(), testing::MatchesRegex("[a-zA-Z0-9_-]+"));
        keys.insert(record["key"]);
    }
    EXPECT_EQ(keys.size(), 2U);
}

}  // namespace
}  // namespace banwen
