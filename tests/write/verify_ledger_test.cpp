#include "write/verify_ledger.h"

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"
#include "write/sample_issue.h"
#include "write/write_issue.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// The sample issue as it was written, and what is done to its files.
class VerifyLedger : public testing::Test {
  protected:
    void SetUp() override { write_issue(test::sample_issue(), out_.path(), {}); }

    std::vector<std::string> faults() const { return verify_ledger(folder()); }

    void replace(const std::string& name, const std::string& what, const std::string& with) {
        std::ifstream in(folder() / name, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        const std::size_t at = text.find(what);
        ASSERT_NE(at, std::string::npos) << what;
        std::ofstream(folder() / name, std::ios::binary) << text.replace(at, what.size(), with);
    }

    // Row `row` of ledger.jsonl goes, or comes twice.
    void repeat_row(std::size_t row, int times) {
        std::ifstream in(folder() / "ledger.jsonl");
        std::string kept;
        std::string line;
        for (std::size_t i = 0; std::getline(in, line); ++i)
            for (int n = i == row ? times : 1; n > 0; --n)
                kept += line + '\n';
        std::ofstream(folder() / "ledger.jsonl") << kept;
    }

  private:
    fs::path folder() const { return out_.path() / test::sample_issue().id; }
    test::TempFolder out_;
};

TEST_F(VerifyLedger, IsContentWithWhatWasWritten) {
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(VerifyLedger, MissesALineWithoutAFate) {
    repeat_row(5, 0);  // the jump mark, which stands in no article
    EXPECT_THAT(faults(), ElementsAre("ledger.jsonl: line 5 of page 1 has 0 fates"));
}

TEST_F(VerifyLedger, SeesALineWithTwoFates) {
    repeat_row(0, 2);
    EXPECT_THAT(faults(), ElementsAre(HasSubstr("line 0 of page 1 has 2 fates"),
                                      HasSubstr("two lines in one place, at 0")));
}

TEST_F(VerifyLedger, SeesALineThatWasNeverRecognized) {
    replace("issue.json", R"("lines": 6)", R"("lines": 5)");
    EXPECT_THAT(faults(), ElementsAre(HasSubstr("line 5 of page 1 was never recognized")));
}

TEST_F(VerifyLedger, SeesTextThatNoLineGave) {
    replace("articles.jsonl", "段一", "段一了");
    EXPECT_THAT(faults(),
                ElementsAre(HasSubstr("text of dawn-2020-03-24-a-i0101 has text that no line gave, at 6")));
}

TEST_F(VerifyLedger, SeesTextThatIsGone) {
    replace("articles.jsonl", "市集一角", "市集");
    EXPECT_THAT(faults(), ElementsAre(HasSubstr("has a line that ends beyond its text")));
}

TEST_F(VerifyLedger, WantsAReasonForWhatIsLeftOut) {
    replace("ledger.jsonl", R"("reason":"jump mark")", R"("reason":"")");
    EXPECT_THAT(faults(), ElementsAre(HasSubstr("line 5 of page 1 is left out without a reason")));
}

TEST_F(VerifyLedger, SeesAnArticleThatIsGone) {
    replace("articles.jsonl", R"("id":"dawn-2020-03-24-a-i0201")", R"("id":"dawn-2020-03-24-a-i0202")");
    EXPECT_THAT(faults(),
                ElementsAre(HasSubstr("text that no line gave"), HasSubstr("stands in no article")));
}

TEST_F(VerifyLedger, CallsDamagedFilesDamaged) {
    replace("ledger.jsonl", R"("fate")", "");
    EXPECT_THAT(faults(), ElementsAre(HasSubstr("damaged")));
}

}  // namespace
}  // namespace banwen
