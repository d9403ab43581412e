#include "core/error.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(Failure, SaysWhatAndWhereAndWhatToDo) {
    const Error error = failure(ExitCode::model, "fast.traineddata", "is damaged", "get it again");
    EXPECT_EQ(error.code(), ExitCode::model);
    EXPECT_STREQ(error.what(), "fast.traineddata: is damaged; get it again");
}

TEST(Failure, EndsWithoutAdviceWhereThereIsNone) {
    EXPECT_STREQ(failure(ExitCode::bug, "page 3", "broke").what(), "page 3: broke");
}

TEST(Failure, StaysOnOneLineWhateverItNames) {
    EXPECT_STREQ(unreadable("a\nb", "c\td", "e\xFF").what(), "a\\x0Ab: c\\x09d; e\\xFF");
}

TEST(OutOfMemory, IsInputThatCannotBeRead) {
    EXPECT_EQ(out_of_memory("page.tif").code(), ExitCode::unreadable_input);
}

}  // namespace
}  // namespace banwen
