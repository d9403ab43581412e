// From what the operator names on the command line to issues and their pages, in order.
#pragma once

#include <string>
#include <vector>

#include "scan/read_scan.h"

namespace banwen {

// The pages of one issue in order. `name` is the folder's name (or the file's stem), as found.
struct IssueSource {
    std::string name;
    std::vector<PageRef> pages;
};

// A folder that holds page files is one issue; a folder of folders is a run of issues; image, TIFF or PDF
// files named directly form one issue together. A file of several pages counts as that many. Pages stand in
// the natural order of their file names (2 before 10, 第二版 before 第十版), whatever the locale. Throws
// Error(unreadable_input) for an input that does not exist, a folder without images, or one that holds both
// pages and folders of pages. A file whose page count cannot be read counts as one page, which then fails in
// read_scan.
std::vector<IssueSource> find_issues(const std::vector<std::string>& inputs);

}  // namespace banwen
