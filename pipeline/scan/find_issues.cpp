#include "scan/find_issues.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/error.h"
#include "scan/image_formats.h"
#include "scan/natural_order.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

bool is_system_folder(std::string_view name) {
    return name == "@eaDir" || name == "__MACOSX" || name == "lost+found" || name == "$RECYCLE.BIN";
}

bool looks_like_image(const fs::path& file) {
    try {
        return format_of(ByteSource(file.native()).read(0, kFormatHeadBytes)) != nullptr;
    } catch (const Error&) {
        return false;
    }
}

// By its name, so that a damaged scan is missed by nobody, or by its content, for scans without an extension.
bool is_page_file(const fs::path& file) {
    const std::string extension = file.extension().native();
    if (!extension.empty() && is_page_extension(std::string_view(extension).substr(1))) return true;
    return looks_like_image(file);
}

struct Folder {
    std::vector<fs::path> pages;    // in natural order
    std::vector<fs::path> folders;  // in natural order
};

void sort_by_name(std::vector<fs::path>& paths) {
    std::sort(paths.begin(), paths.end(), [](const fs::path& a, const fs::path& b) {
        return natural_less(a.filename().native(), b.filename().native());
    });
}

Folder list(const fs::path& path) {
    Folder folder;
    std::error_code problem;
    for (fs::directory_iterator entry(path, problem); !problem && entry != fs::directory_iterator();
         entry.increment(problem)) {
        const std::string name = entry->path().filename().native();
        std::error_code ignored;
        if (name.front() == '.' || is_system_folder(name)) continue;
        if (entry->is_directory(ignored)) {
            folder.folders.push_back(entry->path());
        } else if (entry->is_regular_file(ignored) && is_page_file(entry->path())) {
            folder.pages.push_back(entry->path());
        }
    }
    if (problem)
        throw unreadable(path.native(), "the folder cannot be read: " + problem.message(),
                         "check its permissions");
    sort_by_name(folder.pages);
    sort_by_name(folder.folders);
    return folder;
}

int page_count(const std::string& file) {
    try {
        const ByteSource bytes(file);
        const ImageFormat* format = format_of(bytes.read(0, kFormatHeadBytes));
        return format == nullptr ? 1 : format->count_pages(bytes, file);
    } catch (const Error&) {
        return 1;  // read_scan says what is wrong with it
    }
}

IssueSource issue_of(const std::string& name, const std::vector<fs::path>& files) {
    IssueSource issue{name, {}};
    for (const fs::path& file : files)
        for (int index = 0, count = page_count(file.native()); index < count; ++index)
            issue.pages.push_back({file.native(), index});
    return issue;
}

// One walk over a run of issues. `above` holds the folders that are being walked, as they really are, so that
// a link back to one of them ends there.
class FolderWalk {
  public:
    std::vector<IssueSource> issues;

    // `name` is the issue's, should this folder be one; the names of folders in it begin with `above`.
    void enter(const fs::path& path, const std::string& name, const std::string& above) {
        std::error_code problem;
        const fs::path real = fs::canonical(path, problem);
        if (problem || std::find(above_.begin(), above_.end(), real) != above_.end()) return;
        above_.push_back(real);
        const Folder folder = list(path);
        const std::size_t before = issues.size();
        for (const fs::path& inner : folder.folders) {
            const std::string inner_name = above + inner.filename().native();
            enter(inner, inner_name, inner_name + "-");
        }
        if (!folder.pages.empty()) {
            if (issues.size() != before)
                throw unreadable(path.native(), "holds both pages and folders of pages",
                                 "put the pages into a folder of their own");
            issues.push_back(issue_of(name, folder.pages));
        }
        above_.pop_back();
    }

  private:
    std::vector<fs::path> above_;
};

// "scans/", "." and ".." have a name too: that of the folder they stand for.
std::string folder_name(const fs::path& path) {
    std::error_code problem;
    const fs::path real = fs::canonical(path, problem);
    const std::string given = path.filename().native();
    const bool has_own = !given.empty() && given != "." && given != "..";
    return has_own || problem ? given : real.filename().native();
}

std::string name_of_files(const std::vector<fs::path>& files) {
    if (files.size() == 1) return files.front().stem().native();
    const fs::path parent = files.front().parent_path();
    const bool together =
        std::all_of(files.begin(), files.end(), [&](const fs::path& f) { return f.parent_path() == parent; });
    return together ? folder_name(parent.empty() ? "." : parent) : "";
}

}  // namespace

std::vector<IssueSource> find_issues(const std::vector<std::string>& inputs) {
    FolderWalk walk;
    std::vector<fs::path> files;
    for (const std::string& input : inputs) {
        std::error_code problem;
        const fs::file_status status = fs::status(input, problem);
        if (!fs::exists(status)) throw unreadable(input, "there is no such file or folder", "check the name");
        if (!fs::is_directory(status)) {
            files.emplace_back(input);
            continue;
        }
        const std::size_t before = walk.issues.size();
        fs::path path(input);
        if (!path.has_filename()) path = path.parent_path();
        walk.enter(path, folder_name(path), "");
        if (walk.issues.size() == before)
            throw unreadable(input, "the folder holds no page images",
                             "name one with " + format_names() + " files");
    }
    if (!files.empty()) {
        sort_by_name(files);
        walk.issues.push_back(issue_of(name_of_files(files), files));
    }
    return walk.issues;
}

}  // namespace banwen
