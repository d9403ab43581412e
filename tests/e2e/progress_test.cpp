#include <gtest/gtest.h>

#include "progress_display.h"

namespace banwen {
namespace {

TEST(ProgressText, TellsSpeedTimeLeftAndFailures) {
    EXPECT_EQ(progress_text({.pages_done = 10, .pages_failed = 1, .pages_total = 40}, 60),
              "10/40 pages, 10.0 pages/min, 3:00 left, 1 failed");
    EXPECT_EQ(progress_text({.pages_done = 1, .pages_total = 200}, 60),
              "1/200 pages, 1.0 pages/min, 3:19:00 left");
}

TEST(ProgressText, DoesNotGuessBeforeTheFirstPage) {
    EXPECT_EQ(progress_text({.pages_total = 7}, 30), "0/7 pages");
}

TEST(ProgressBar, FillsWithThePages) {
    EXPECT_EQ(progress_bar({.pages_done = 0, .pages_total = 2}, 0), "[                        ] 0/2 pages");
    EXPECT_EQ(progress_bar({.pages_done = 1, .pages_total = 2}, 30),
              "[============            ] 1/2 pages, 2.0 pages/min, 0:30 left");
    EXPECT_EQ(progress_bar({.pages_done = 2, .pages_total = 2}, 60),
              "[========================] 2/2 pages, 2.0 pages/min, 0:00 left");
}

}  // namespace
}  // namespace banwen
