// What a page is called in the files that are written.
#pragma once

#include <string>

#include "core/issue.h"

namespace banwen {

// {issue id}-p0002
std::string page_id(const Issue& issue, int number);

// The scan's file without its folders, printable: results do not depend on where the scans lay.
std::string file_name_of(const PageInfo& page);

// The failed page's message, with the file's name in place of its whole path.
std::string portable_error(const PageInfo& page);

// The page of that number; null where the issue has none.
const PageInfo* find_page(const Issue& issue, int number);

// A box of the page's upright frame in pixels of the scan as delivered, cut off at the scan's edges.
Box on_scan(const PageInfo& page, const Box& box);

}  // namespace banwen
