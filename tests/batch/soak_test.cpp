// Runs that meet all that can happen in a night; the long forms, of a night's length, have the label slow.
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include "batch/fake_run.h"
#include "support/run_program.h"
#include "write/manifest.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using test::draw_small_page;
using test::FakeRun;
using test::results_of;
using test::write_bytes;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::vector<std::string> kDeeds = {"abort", "hang", "allocate", "fill", "exception"};
const std::vector<std::string> kBadFiles = {"", "this is no image", "\x89PNG\r\n\x1A\n", "%PDF-1.7\n", "II*"};

struct Night {
    int issues = 0;
    int pages_each = 0;
    int poisoned = 0;  // pages, each of an issue of its own
};

void PrintTo(const Night& night, std::ostream* stream) {
    *stream << night.issues * night.pages_each << " pages, " << night.poisoned << " poisoned";
}

class PoisonedNight : public ::testing::TestWithParam<Night> {
  protected:
    // The last page of an issue is good, or what `poison` says. On the first page of an issue that may be
    // poisoned there is text.
    void lay_out(const fs::path& in, int poisoned) const {
        for (int issue = 0; issue < GetParam().issues; ++issue) {
            const fs::path folder = in / std::to_string(issue);
            for (int page = 1; page < GetParam().pages_each; ++page)
                draw_small_page(folder / (std::to_string(page) + ".png"), 255 - (issue + page) % 200);
            if (issue < GetParam().poisoned) test::draw_page(folder / "1.png", 1 + issue % 4);
            if (issue < poisoned)
                poison(folder, issue);
            else
                draw_small_page(folder / "last.png");
        }
    }

    static void poison(const fs::path& folder, int which) {
        const auto kind = static_cast<std::size_t>(which) % (kDeeds.size() + kBadFiles.size());
        if (kind < kDeeds.size())
            draw_small_page(folder / (kDeeds[kind] + ".png"));
        else
            write_bytes(folder / "bad.png", kBadFiles[kind - kDeeds.size()]);
    }

    static RunOptions limited(RunOptions options) {
        options.page_timeout = std::chrono::seconds(10);  // good pages take less on the busiest machine
        options.max_memory = std::int64_t{1} << 30;
        return options;
    }
};

TEST_P(PoisonedNight, CostsOnlyThePoisonedPages) {
    const Night night = GetParam();
    FakeRun clean;
    lay_out(clean.in, 0);
    ASSERT_THAT(clean.run(limited(clean.options())).failures, IsEmpty());
    FakeRun poisoned;
    lay_out(poisoned.in, night.poisoned);
    const RunSummary summary = poisoned.run(limited(poisoned.options()));
    EXPECT_EQ(summary.status, ExitCode::some_failed);
    EXPECT_EQ(summary.pages_done - summary.pages_failed, night.issues * night.pages_each - night.poisoned);
    EXPECT_THAT(summary.failures, SizeIs(static_cast<std::size_t>(night.poisoned)));
    for (int issue = 0; issue < night.issues; ++issue) {
        const std::string name = std::to_string(issue);
        if (issue < night.poisoned) {
            EXPECT_EQ(read_manifest(poisoned.out / name)->failed_pages.size(), 1U) << name;
            const auto text = test::tree_of(clean.out / name / "text");
            EXPECT_FALSE(text.empty());
            EXPECT_EQ(test::tree_of(poisoned.out / name / "text"), text) << name;
        } else {
            EXPECT_EQ(test::tree_of(poisoned.out / name), test::tree_of(clean.out / name));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Short, PoisonedNight, ::testing::Values(Night{14, 2, 10}));
INSTANTIATE_TEST_SUITE_P(Long, PoisonedNight, ::testing::Values(Night{100, 10, 20}));

// A worker of the process, or -1 where it has none just now.
pid_t child_of(pid_t parent) {
    for (const auto& entry : fs::directory_iterator("/proc")) {
        std::ifstream stream(entry.path() / "stat");
        int process = 0;
        std::string name;
        std::string state;
        int its_parent = 0;
        if (stream >> process >> name >> state >> its_parent && its_parent == parent) return process;
    }
    return -1;
}

class KilledNight : public ::testing::TestWithParam<int> {
  protected:
    static constexpr int kPages = 12;
    static constexpr int kWorkers = 2;

    KilledNight() {
        for (int page = 0; page < kPages; ++page)
            test::draw_page(fake_.in / std::to_string(page % 3) / (std::to_string(page) + ".png"), 1);
        fake_.run();
        whole_ = results_of(fake_.out);
    }

    // Runs until it is killed, to its end otherwise. Each kill costs the pages that were in hand: those whose
    // reading had begun and whose results were not kept yet, in a coordinator's case one of each worker.
    struct Ran {
        bool to_its_end = false;
        int in_hand = 0;  // pages, at most
    };
    Ran run_once(const fs::path& out) {
        test::Program program(
            {BANWEN_FAKE_WORKER, "convert", fake_.in.native(), out.native(), fake_.log().native()});
        ::usleep(static_cast<useconds_t>(moment_(dice_)));
        Ran ran;
        if (dice_() % 3 == 0) {
            const pid_t worker = child_of(program.process());
            if (worker > 0 && ::kill(worker, SIGKILL) == 0) ran.in_hand = 1;
        } else {
            program.send(SIGKILL);
            ran.in_hand = kWorkers;
        }
        const test::ProgramResult result = program.result();
        ran.to_its_end = result.signal == 0;
        if (ran.to_its_end) {
            EXPECT_EQ(result.status, 0) << result.err;
        }
        return ran;
    }

    FakeRun fake_;
    std::map<std::string, std::string> whole_;
    std::mt19937 dice_{7};
    std::uniform_int_distribution<int> moment_{0, 900'000};  // µs
};

TEST_P(KilledNight, EndsWithTheSameBytesAndReadsNoPageForNothing) {
    for (int kills = 0; kills < GetParam();) {
        const fs::path out = fake_.folder.path() / ("killed" + std::to_string(kills));
        fs::remove(fake_.log());
        int in_hand = 0;
        bool ended = false;
        for (; !ended; ++kills) {
            const Ran ran = run_once(out);
            in_hand += ran.in_hand;
            ended = ran.to_its_end;
        }
        EXPECT_EQ(results_of(out), whole_);
        long reads = 0;
        for (int page = 0; page < kPages; ++page)
            reads += fake_.times("read " + std::to_string(page) + ".png");
        EXPECT_LE(reads, kPages + in_hand);
        fs::remove_all(out);
    }
}

INSTANTIATE_TEST_SUITE_P(Short, KilledNight, ::testing::Values(4));
INSTANTIATE_TEST_SUITE_P(Long, KilledNight, ::testing::Values(200));

}  // namespace
}  // namespace banwen
