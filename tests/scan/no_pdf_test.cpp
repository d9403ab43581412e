// A build without PDF says so, instead of calling the file damaged.
#include <gtest/gtest.h>

#include "scan/scan_fixtures.h"
#include "support/temp_folder.h"

namespace banwen {
namespace {

TEST(ReadPdfWithoutQpdf, SaysThatThisBuildReadsNone) {
    const test::TempFolder folder;
    const std::string file = folder.path() / "issue.pdf";
    fixtures::write_file(file, std::string("%PDF-1.7\n"));
    EXPECT_EQ(fixtures::refusal_of({file, 0}),
              file + ": is a PDF, which this build does not read; make images of its pages first");
}

}  // namespace
}  // namespace banwen
