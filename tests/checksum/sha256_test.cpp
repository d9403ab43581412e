#include "checksum/sha256.h"

#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace banwen {
namespace {

constexpr const char* kOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(Sha256, IsTheSumOfTheBytes) {
    EXPECT_EQ(sha256_of("abc"), kOfAbc);
    EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, DoesNotCareHowTheBytesArePartedIntoPieces) {
    Sha256 sum;
    for (const char* piece : {"a", "", "bc"})
        sum.add(piece);
    EXPECT_EQ(sum.hex(), kOfAbc);
}

TEST(Sha256, OfAFileReadsItToItsEnd) {
    const test::TempFolder folder;
    const std::string bytes(200'001, 'x');
    test::write_bytes(folder.path() / "large", bytes);
    EXPECT_EQ(sha256_of_file(folder.path() / "large"), sha256_of(bytes));
    EXPECT_EQ(sha256_of_file(folder.path() / "missing"), std::nullopt);
}

}  // namespace
}  // namespace banwen
