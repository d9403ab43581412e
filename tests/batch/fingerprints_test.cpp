#include "batch/fingerprints.h"

#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace banwen {
namespace {

TEST(Fingerprints, AreTheChecksumOfTheFile) {
    const test::TempFolder folder;
    test::write_bytes(folder.path() / "abc", "abc");
    Fingerprints fingerprints;
    EXPECT_EQ(fingerprints.of((folder.path() / "abc").native()),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Fingerprints, ReadEachFileOnce) {
    const test::TempFolder folder;
    const std::string file = (folder.path() / "abc").native();
    test::write_bytes(file, "abc");
    Fingerprints fingerprints;
    const std::string before = fingerprints.of(file);
    test::write_bytes(file, "xyz");
    EXPECT_EQ(fingerprints.of(file), before);
}

TEST(Fingerprints, AreEmptyForAFileThatIsNotThere) {
    Fingerprints fingerprints;
    EXPECT_EQ(fingerprints.of("/nowhere/at/all"), "");
}

}  // namespace
}  // namespace banwen
