// A hot folder into which many programs copy at once, each in its own manner: every issue is taken once,
// whole, and never before. The clock is the test's own, the files are real.
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/fake_watch.h"
#include "checksum/sha256.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using test::bytes_of;
using test::write_bytes;

constexpr int kPages = 5;
constexpr int kMostRest = 28;   // seconds; an issue is taken after 30 without a change
constexpr int kLongRest = 100;  // beyond that, in the middle of a file

// Something that a copying program does, `at` that second.
struct Step {
    int at = 0;
    std::function<void()> act;
};

// One issue's copy. Its steps are made beforehand, so that a night is the same each time.
class Copy {
  public:
    Copy(fs::path folder, int number, unsigned seed)
        : folder_(std::move(folder)), number_(number), dice_(seed) {
        at_ = between(0, 200);
        const int manner = number % 6;
        if (manner == 5) rename_the_folder();
        if (manner == 5) return;
        for (int page = 1; page <= kPages; ++page) {
            const fs::path file = folder_ / (std::to_string(page) + ".png");
            const std::string bytes = scan(page, 250);
            if (manner == 0) write_slowly(file, bytes, kMostRest);
            if (manner == 1) write_slowly(file, bytes, page == 3 ? kLongRest : kMostRest);
            if (manner == 2) step(page % 2 == 0 ? 0 : kMostRest, [=] { write_bytes(file, bytes); });
            if (manner == 3) write_and_rename(file, bytes);
            if (manner == 4) write_twice(file, scan(page, 200), bytes);
        }
    }

    // Does what is due; whether there is more to come.
    bool go_on(int now) {
        for (; next_ < steps_.size() && steps_[next_].at <= now; ++next_)
            steps_[next_].act();
        return next_ < steps_.size();
    }

    const fs::path& folder() const { return folder_; }

  private:
    int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(dice_); }

    // `rest` seconds at most after the step before, and all of a long rest.
    void step(int rest, std::function<void()> act) {
        at_ += rest > kMostRest ? rest : between(0, rest);
        steps_.push_back({at_, std::move(act)});
    }

    // No two pages of a night have the same bytes.
    std::string scan(int page, int shade) const {
        const test::TempFolder folder;
        test::draw_shade(folder.path() / "1.png", 20 + number_, 30 + page, shade);
        return bytes_of(folder.path() / "1.png");
    }

    void write_slowly(const fs::path& file, const std::string& bytes, int rest) {
        const std::size_t third = bytes.size() / 3;
        step(kMostRest, [=] { write_bytes(file, bytes.substr(0, third)); });
        step(rest, [=] { write_bytes(file, bytes.substr(0, 2 * third)); });
        step(kMostRest, [=] { write_bytes(file, bytes); });
    }

    void write_and_rename(const fs::path& file, const std::string& bytes) {
        const fs::path part = file.native() + ".part";
        step(kMostRest, [=] { write_bytes(part, bytes.substr(0, bytes.size() / 2)); });
        step(kMostRest, [=] { write_bytes(part, bytes); });
        step(kMostRest, [=] { fs::rename(part, file); });
    }

    void write_twice(const fs::path& file, const std::string& first, const std::string& second) {
        step(kMostRest, [=] { write_bytes(file, first); });
        step(kMostRest, [=] { fs::resize_file(file, 0); });
        step(kLongRest, [=] { write_bytes(file, second); });
    }

    void rename_the_folder() {
        const fs::path whole = folder_;
        const fs::path hidden = whole.parent_path() / ("." + whole.filename().native());
        for (int page = 1; page <= kPages; ++page) {
            const fs::path file = hidden / (std::to_string(page) + ".png");
            step(kLongRest, [file, bytes = scan(page, 250)] { write_bytes(file, bytes); });
        }
        step(kLongRest, [hidden, whole] { fs::rename(hidden, whole); });
    }

    fs::path folder_;
    int number_;
    std::mt19937 dice_;
    int at_ = 0;
    std::vector<Step> steps_;
    std::size_t next_ = 0;
};

class CopiedNight : public ::testing::TestWithParam<int> {
  protected:
    CopiedNight() {
        for (int issue = 0; issue < GetParam() / kPages; ++issue)
            copies_.emplace_back(fake_.in / std::to_string(issue), issue, static_cast<unsigned>(issue));
    }

    // Looks every two seconds until nothing more comes and all has been taken.
    void watch() {
        for (int now = 0; coming_ || fake_.watch->waiting() > 0; now += 2) {
            coming_ = false;
            std::vector<fs::path> half_there;
            for (Copy& copy : copies_)
                if (copy.go_on(now)) half_there.push_back(copy.folder().filename());
            for (const std::string& event : fake_.look(2s))
                ++events_[event];
            for (const fs::path& issue : half_there)
                EXPECT_FALSE(fs::exists(fake_.out / issue)) << issue << " was taken before it was whole";
            coming_ = !half_there.empty();
            ASSERT_LT(now, 10'000);
        }
    }

    test::FakeWatch fake_;
    std::vector<Copy> copies_;
    std::map<std::string, int> events_;  // how often each
    bool coming_ = true;
};

TEST_P(CopiedNight, TakesEachIssueOnceAndWhole) {
    watch();
    int waited = 0;
    for (const Copy& copy : copies_) {
        const std::string issue = copy.folder().filename();
        EXPECT_EQ(events_["done " + issue], 1);
        EXPECT_EQ(events_["quarantined " + issue], 0);
        waited += events_["waiting " + issue];
        const std::optional<Manifest> manifest = read_manifest(fake_.out / issue);
        ASSERT_TRUE(manifest && manifest->complete()) << issue;
        ASSERT_EQ(manifest->inputs.size(), kPages) << issue;
        for (const ManifestInput& input : manifest->inputs)
            EXPECT_EQ(input.sha256, sha256_of(bytes_of(copy.folder() / input.file))) << issue;
    }
    EXPECT_GT(waited, 0) << "some rest so long that they are looked at while a file is cut short";
}

std::string count(const ::testing::TestParamInfo<int>& files) {
    return std::to_string(files.param) + "Files";
}

INSTANTIATE_TEST_SUITE_P(Short, CopiedNight, ::testing::Values(30), count);
INSTANTIATE_TEST_SUITE_P(Long, CopiedNight, ::testing::Values(500), count);

}  // namespace
}  // namespace banwen
