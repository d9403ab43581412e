#include "write/page_names.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "core/printable.h"

namespace banwen {

std::string page_id(const Issue& issue, int number) {
    return fmt::format("{}-p{:04}", issue.id, number);
}

std::string file_name_of(const PageInfo& page) {
    return printable(std::filesystem::path(page.file).filename().native());
}

std::string portable_error(const PageInfo& page) {
    std::string text = printable(page.error);
    const std::string path = printable(page.file);
    const std::size_t at = path.empty() ? std::string::npos : text.find(path);
    return at == std::string::npos ? text : text.replace(at, path.size(), file_name_of(page));
}

const PageInfo* find_page(const Issue& issue, int number) {
    const auto found = std::find_if(issue.pages.begin(), issue.pages.end(),
                                    [number](const PageInfo& page) { return page.number == number; });
    return found == issue.pages.end() ? nullptr : &*found;
}

Box on_scan(const PageInfo& page, const Box& box) {
    return intersection(page.to_scan.apply(box), {0, 0, page.scan_width, page.scan_height});
}

}  // namespace banwen
