#include "rooms/check_rooms.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string_view>

namespace banwen::test {
namespace {

namespace fs = std::filesystem;

struct Room {
    std::string name;
    fs::path folder;  // relative to the pipeline; "." for the walk, whose folder holds all others
    std::set<std::string> uses;
    std::set<std::string> links;
};

// Which packages give a header, by how its name begins: the names that the floor plan has behind LINKS.
struct Package {
    std::string_view header;
    std::vector<std::string> names;
};

const std::array kPackages = {
    Package{"opencv2/imgcodecs", {"opencv_codecs"}},
    Package{"opencv2/core", {"opencv", "opencv_codecs"}},
    Package{"opencv2/imgproc", {"opencv", "opencv_codecs"}},
    Package{"tesseract/", {"tesseract"}},
    Package{"unicode/", {"icu"}},
    Package{"fmt/", {"fmt"}},
    Package{"nlohmann/", {"json"}},
    Package{"CLI/", {"cli"}},
    Package{"openssl/", {"crypto"}},
    Package{"tiff", {"tiff"}},
    Package{"jpeglib.h", {"jpeg"}},
    Package{"jerror.h", {"jpeg"}},
    Package{"pugixml.hpp", {"pugixml"}},
    Package{"sqlite3.h", {"sqlite"}},
    Package{"qpdf/", {"qpdf"}},
    Package{"opencc/", {"opencc"}},
    Package{"libime/", {"ime"}},
};

// What the operating system and the compiler give to every room.
constexpr std::array kSystem = std::to_array<std::string_view>(
    {"asm/hwcap.h", "sys/auxv.h", "cpuid.h", "immintrin.h", "arm_neon.h", "unistd.h", "fcntl.h", "spawn.h",
     "sys/stat.h", "sys/wait.h", "sys/file.h", "sys/resource.h", "stdio.h", "poll.h", "signal.h",
     "sys/socket.h", "sys/types.h"});

std::set<std::string> words(const std::string& list) {
    std::set<std::string> result;
    std::istringstream stream(list);
    for (std::string word; std::getline(stream, word, ',');)
        if (!word.empty()) result.insert(word);
    return result;
}

std::vector<Room> read_plan(const fs::path& plan) {
    std::vector<Room> rooms;
    std::ifstream stream(plan);
    const std::regex shape(R"((\S+) folder=(\S+) uses=(\S*) links=(\S*))");
    std::smatch parts;
    for (std::string line; std::getline(stream, line);)
        if (std::regex_match(line, parts, shape))
            rooms.push_back({parts[1], parts[2].str(), words(parts[3]), words(parts[4])});
    return rooms;
}

bool is_source(const fs::path& file) {
    return file.extension() == ".cpp" || file.extension() == ".h";
}

// The sources of one room; those of the walk stand beside the other rooms' folders.
std::vector<fs::path> sources_of(const Room& room, const fs::path& pipeline) {
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator at(pipeline / room.folder), end; at != end; ++at) {
        if (at->is_directory() && room.folder == ".") at.disable_recursion_pending();
        if (at->is_regular_file() && is_source(at->path())) files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

const Room* owner_of(const std::string& header, const std::vector<Room>& rooms) {
    const fs::path folder = fs::path(header).parent_path();
    const std::string top = folder.empty() ? "." : folder.begin()->string();
    const auto room =
        std::find_if(rooms.begin(), rooms.end(), [&](const Room& r) { return r.folder == top; });
    return room == rooms.end() ? nullptr : &*room;
}

// Why `room` may not include "header"; "" when it may.
std::string fault_of_quoted(const std::string& header, const Room& room, const std::vector<Room>& rooms,
                            const fs::path& pipeline) {
    // What the build makes out of data files is no header of any room.
    if (fs::path(header).extension() == ".inc") return "";
    if (!fs::exists(pipeline / header)) return "there is no such header";
    const Room* const owner = owner_of(header, rooms);
    if (owner == nullptr) return "no room has this header";
    if (owner->name == room.name || room.uses.contains(owner->name)) return "";
    return "the floor plan does not name " + owner->name + " behind its USES";
}

std::string fault_of_bracketed(const std::string& header, const Room& room) {
    const bool standard = header.find_first_of("./") == std::string::npos;
    if (standard || std::find(kSystem.begin(), kSystem.end(), header) != kSystem.end()) return "";
    for (const Package& package : kPackages) {
        if (!header.starts_with(package.header)) continue;
        const bool linked = std::any_of(package.names.begin(), package.names.end(),
                                        [&](const std::string& name) { return room.links.contains(name); });
        return linked ? "" : "the floor plan does not name " + package.names.front() + " behind its LINKS";
    }
    return "nobody knows this header; a package needs its row in check_rooms.cpp";
}

void check_file(const fs::path& file, const Room& room, const std::vector<Room>& rooms,
                const fs::path& pipeline, std::vector<std::string>& faults) {
    static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
    std::ifstream stream(file);
    std::smatch parts;
    for (std::string line; std::getline(stream, line);) {
        if (!std::regex_match(line, parts, include)) continue;
        const std::string header = parts[2];
        const std::string fault = parts[1] == "<" ? fault_of_bracketed(header, room)
                                                  : fault_of_quoted(header, room, rooms, pipeline);
        if (!fault.empty())
            faults.push_back(file.lexically_relative(pipeline).string() + ": includes " + header + ": " +
                             fault);
    }
}

}  // namespace

std::vector<std::string> check_rooms(const fs::path& plan, const fs::path& pipeline) {
    const std::vector<Room> rooms = read_plan(plan);
    std::vector<std::string> faults;
    if (rooms.empty()) return {plan.string() + ": is no floor plan"};
    std::set<std::string> above;
    for (const Room& room : rooms) {
        for (const std::string& used : room.uses)
            if (!above.contains(used))
                faults.push_back(room.name + ": uses " + used + ", which stands below it in the plan");
        above.insert(room.name);
        for (const fs::path& file : sources_of(room, pipeline))
            check_file(file, room, rooms, pipeline, faults);
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(pipeline))
        if (entry.is_directory() && owner_of(entry.path().filename() / "x.h", rooms) == nullptr)
            faults.push_back(entry.path().filename().string() + ": is no room of the floor plan");
    return faults;
}

}  // namespace banwen::test
