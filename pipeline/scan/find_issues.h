// From what the operator names on the command line to issues and their pages, in order.
#pragma once

#include <string>
#include <vector>

#include "scan/read_scan.h"

namespace banwen {

// The pages of one issue in order. `name`, as found, is the folder's name, for a folder deeper in a run the
// names below the input joined by "-" (1949/10/01 → 1949-10-01); of one file its stem, of several files the
// name of the folder they share, "" where they share none.
struct IssueSource {
    std::string name;
    std::vector<PageRef> pages;
};

// A folder that holds page files is one issue; a folder of folders is a run of issues; image, TIFF or PDF
// files named directly form one issue together, after those of the folders. Hidden files and folders are left
// out, and in folders all files that are no images, unless an extension (.tif, .jpg, …) says they are meant
// to be. A file of several pages counts as that many. Pages stand in the natural order of their file names (2
// before 10, 第二版 before 第十版), whatever the locale. Throws Error(unreadable_input) for an input that
// does not exist, a folder without images, or one that holds both pages and folders of pages. A file whose
// page count cannot be read counts as one page, which then fails in read_scan.
std::vector<IssueSource> find_issues(const std::vector<std::string>& inputs);

}  // namespace banwen
