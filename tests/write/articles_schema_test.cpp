#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/run_program.h"
#include "support/temp_folder.h"
#include "write/written_sample.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

test::ProgramResult validate(const fs::path& records) {
    return test::run_program({"python3", BANWEN_SOURCE "/tests/write/validate_jsonl.py",
                              BANWEN_SOURCE "/docs/articles.schema.json", records});
}

TEST(ArticlesSchema, AcceptsWhatIsWritten) {
    for (const Issue& issue : {test::printed_sample(), test::hostile_sample()}) {
        const test::TempFolder out;
        const test::ProgramResult result =
            validate(test::write_all_formats(issue, out.path()) / "articles.jsonl");
        EXPECT_EQ(result.status, 0) << result.out << result.err;
    }
}

TEST(ArticlesSchema, RefusesWhatTheContractDoesNotAllow) {
    const test::TempFolder out;
    const fs::path written = test::write_all_formats(test::printed_sample(), out.path()) / "articles.jsonl";
    const std::string good = test::bytes_of(written);
    const auto broken = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        text.replace(text.find(from), from.size(), to);
        test::write_bytes(out.path() / "broken.jsonl", text);
        return validate(out.path() / "broken.jsonl");
    };
    EXPECT_EQ(broken("\"kicker\":", "\"kickers\":").status, 1);
    EXPECT_EQ(broken("\"type\":\"", "\"type\":\"un").status, 1);
    EXPECT_THAT(broken("\"box\":[", "\"box\":[-1,").out, testing::HasSubstr("$.regions[0].box"));
}

}  // namespace
}  // namespace banwen
