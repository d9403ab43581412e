// docs/formats.md tells every field: no key may be written that it does not have.
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/temp_folder.h"
#include "write/written_sample.h"

namespace banwen {
namespace {

using Value = nlohmann::json;

// What stands below these keys is counted by fate or reason, or is the record of the options.
const std::set<std::string> kKeysOfTheirOwn = {"fates", "left_out", "changed", "options"};

void collect_keys(const Value& value, std::set<std::string>& keys) {
    for (const auto& [key, inner] : value.items()) {
        if (value.is_object()) keys.insert(key);
        if (inner.is_structured() && !(value.is_object() && kKeysOfTheirOwn.contains(key)))
            collect_keys(inner, keys);
    }
}

std::set<std::string> keys_of(const std::filesystem::path& folder) {
    std::set<std::string> keys;
    for (const char* file : {"issue.json", "manifest.json"})
        collect_keys(Value::parse(test::bytes_of(folder / file)), keys);
    for (const char* file : {"articles.jsonl", "ledger.jsonl", "lines.jsonl"}) {
        std::istringstream records(test::bytes_of(folder / file));
        for (std::string record; std::getline(records, record);)
            collect_keys(Value::parse(record), keys);
    }
    return keys;
}

TEST(FormatsPage, TellsOfEveryField) {
    const std::string page = test::bytes_of(BANWEN_SOURCE "/docs/formats.md");
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const test::TempFolder out;
        const std::set<std::string> keys = keys_of(test::write_all_formats(issue, out.path()));
        EXPECT_GT(keys.size(), 60U);
        for (const std::string& key : keys)
            EXPECT_THAT(page, testing::HasSubstr('`' + key + '`'));
    }
}

}  // namespace
}  // namespace banwen
