#include "rooms/check_rooms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace banwen {
namespace {

using test::check_rooms;
using test::write_bytes;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(CheckRooms, TheTreeKeepsToItsFloorPlan) {
    EXPECT_THAT(check_rooms(BANWEN_ROOMS_FILE, BANWEN_PIPELINE), IsEmpty());
}

// A little house: core, text above nothing but core, and the walk around them.
struct House {
    test::TempFolder folder;
    std::filesystem::path pipeline = folder.path() / "pipeline";
    std::filesystem::path plan = folder.path() / "rooms.txt";

    House() {
        write_bytes(plan,
                    "core folder=core uses= links=\n"
                    "scan folder=scan uses=core links=opencv_codecs\n"
                    "text folder=text uses=core links=icu\n"
                    "walk folder=. uses=core,scan,text links=\n");
        write_bytes(pipeline / "core/value.h", "#include <vector>\n");
        write_bytes(pipeline / "scan/scan.cpp",
                    "#include <opencv2/imgcodecs.hpp>\n#include \"core/value.h\"\n");
        write_bytes(pipeline / "text/text.h", "");
        write_bytes(pipeline / "text/text.cpp",
                    "#include \"text/text.h\"\n#include \"core/value.h\"\n#include "
                    "<unicode/uchar.h>\n#include \"made.inc\"\n");
        write_bytes(pipeline / "walk.h", "#include \"text/text.h\"\n");
    }

    std::vector<std::string> check() { return check_rooms(plan, pipeline); }
};

TEST(CheckRooms, FindsNothingInAHouseThatKeepsToItsPlan) {
    House house;
    EXPECT_THAT(house.check(), IsEmpty());
}

TEST(CheckRooms, FailsOnARoomThatIncludesAnother) {
    House house;
    write_bytes(house.pipeline / "scan/late.cpp", "  # include \"text/text.h\"\n");
    EXPECT_THAT(house.check(), ElementsAre(HasSubstr("scan/late.cpp: includes text/text.h")));
}

TEST(CheckRooms, FailsOnOpenCvBehindTheRecognizersDoor) {
    House house;
    write_bytes(house.pipeline / "text/pixels.h", "#include <opencv2/core.hpp>\n");
    EXPECT_THAT(house.check(), ElementsAre(HasSubstr("text/pixels.h: includes opencv2/core.hpp")));
}

TEST(CheckRooms, FailsOnARoomThatKnowsTheWalk) {
    House house;
    write_bytes(house.pipeline / "text/nosy.cpp", "#include \"walk.h\"\n");
    EXPECT_THAT(house.check(), ElementsAre(HasSubstr("does not name walk")));
}

TEST(CheckRooms, FailsOnTheWalkToo) {
    House house;
    write_bytes(house.pipeline / "walk.cpp", "#include <unicode/uchar.h>\n");
    EXPECT_THAT(house.check(), ElementsAre(HasSubstr("walk.cpp: includes unicode/uchar.h")));
}

TEST(CheckRooms, FailsOnAHeaderThatNobodyKnows) {
    House house;
    write_bytes(house.pipeline / "scan/new.cpp", "#include <boost/any.hpp>\n#include \"core/gone.h\"\n");
    EXPECT_THAT(house.check(),
                ElementsAre(HasSubstr("boost/any.hpp: nobody knows"), HasSubstr("core/gone.h: there is no")));
}

TEST(CheckRooms, FailsOnARoomThatUsesOneBelowIt) {
    House house;
    write_bytes(house.plan,
                "core folder=core uses=text links=\n"
                "scan folder=scan uses=core links=opencv_codecs\n"
                "text folder=text uses=core links=icu\n"
                "walk folder=. uses=core,scan,text links=\n");
    EXPECT_THAT(house.check(), ElementsAre(HasSubstr("core: uses text")));
}

TEST(CheckRooms, FailsOnAFolderThatIsNoRoom) {
    House house;
    write_bytes(house.pipeline / "helpers/all.h", "");
    EXPECT_THAT(house.check(), ElementsAre(HasSubstr("helpers: is no room")));
}

TEST(CheckRooms, FailsWithoutAPlan) {
    House house;
    write_bytes(house.plan, "");
    EXPECT_THAT(house.check(), ElementsAre(HasSubstr("is no floor plan")));
}

}  // namespace
}  // namespace banwen
