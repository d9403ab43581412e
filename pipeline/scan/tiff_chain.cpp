#include "scan/tiff_chain.h"

#include <optional>
#include <set>

#include "scan/byte_order.h"

namespace banwen {
namespace {

// Classic TIFF and BigTIFF differ only in how wide their numbers are.
struct Form {
    ByteOrder order = ByteOrder::little;
    std::size_t count_bytes = 2;
    std::size_t offset_bytes = 4;
    std::size_t entry_bytes = 12;
};

struct Directory {
    std::uint64_t next = 0;
    bool is_page = true;
};

constexpr std::size_t kMostPages = 65'000;

Form form_of(const ByteSource& bytes) {
    const std::vector<std::uint8_t> head = bytes.read(0, 4);
    Form form{.order = !head.empty() && head[0] == 'M' ? ByteOrder::big : ByteOrder::little};
    if (ByteReader{head, form.order}.u16(2) == 43) {
        form.count_bytes = form.offset_bytes = 8;
        form.entry_bytes = 20;
    }
    return form;
}

std::optional<Directory> read_directory(const ByteSource& bytes, const Form& form, std::uint64_t at) {
    constexpr std::uint16_t kSubfileType = 254;
    constexpr std::uint64_t kThumbnailOrMask = 1 | 4;
    const std::vector<std::uint8_t> head = bytes.read(at, form.count_bytes);
    if (head.size() < form.count_bytes) return std::nullopt;
    const std::uint64_t entries = ByteReader{head, form.order}.number(0, form.count_bytes);
    if (entries == 0 || entries > 0xffff) return std::nullopt;
    const std::size_t size = entries * form.entry_bytes + form.offset_bytes;
    const std::vector<std::uint8_t> body = bytes.read(at + form.count_bytes, size);
    if (body.size() < size) return std::nullopt;
    const ByteReader reader{body, form.order};
    Directory directory{.next = reader.number(size - form.offset_bytes, form.offset_bytes)};
    for (std::size_t entry = 0; entry + form.offset_bytes < size; entry += form.entry_bytes)
        if (reader.u16(entry) == kSubfileType)
            directory.is_page = (reader.u32(entry + 4 + form.offset_bytes) & kThumbnailOrMask) == 0;
    return directory;
}

}  // namespace

std::vector<std::uint64_t> tiff_pages(const ByteSource& bytes) {
    const Form form = form_of(bytes);
    const std::vector<std::uint8_t> head = bytes.read(0, 16);
    std::uint64_t at = ByteReader{head, form.order}.number(form.offset_bytes == 8 ? 8 : 4, form.offset_bytes);
    std::set<std::uint64_t> seen;
    std::vector<std::uint64_t> pages;
    while (at != 0 && seen.size() < kMostPages) {
        const bool again = seen.contains(at);
        const std::optional<Directory> directory = again ? std::nullopt : read_directory(bytes, form, at);
        if (!directory) {
            pages.push_back(again ? bytes.size() : at);
            break;
        }
        if (directory->is_page) pages.push_back(at);
        seen.insert(at);
        at = directory->next;
    }
    // A file of thumbnails alone is read as what it holds.
    return pages.empty() ? std::vector<std::uint64_t>(seen.begin(), seen.end()) : pages;
}

}  // namespace banwen
