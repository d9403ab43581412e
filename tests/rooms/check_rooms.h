// Holds every include of the library to the floor plan.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace banwen::test {

// `plan` is the rooms.txt that the build writes, one line a room: name folder=… uses=a,b links=c,d. The
// result has one line for each breach, none when the tree keeps to its plan: a room that includes another
// room or a package that its line does not name, a header that nobody knows, a room that uses one which
// stands below it in the plan, a folder of `pipeline` that is no room.
std::vector<std::string> check_rooms(const std::filesystem::path& plan,
                                     const std::filesystem::path& pipeline);

}  // namespace banwen::test
