#include "scan/image_formats.h"

#include <algorithm>
#include <array>
#include <string>

#include "scan/decode_jpeg.h"
#include "scan/decode_jpeg2000.h"
#include "scan/decode_pdf.h"
#include "scan/decode_png.h"
#include "scan/decode_tiff.h"

namespace banwen {
namespace {

using Head = std::span<const std::uint8_t>;

bool begins_with(Head head, std::string_view magic) {
    return head.size() >= magic.size() &&
           std::equal(magic.begin(), magic.end(), head.begin(),
                      [](char a, auto b) { return static_cast<std::uint8_t>(a) == b; });
}

bool is_tiff(Head head) {
    using namespace std::string_view_literals;
    return begins_with(head, "II*\0"sv) || begins_with(head, "MM\0*"sv) || begins_with(head, "II+\0"sv) ||
           begins_with(head, "MM\0+"sv);
}

bool is_jpeg(Head head) {
    return begins_with(head, "\xff\xd8\xff");
}

bool is_png(Head head) {
    return begins_with(head, "\x89PNG\r\n\x1a\n");
}

bool is_jpeg2000(Head head) {
    using namespace std::string_view_literals;
    return begins_with(head, "\0\0\0\x0cjP  \r\n\x87\n"sv) || begins_with(head, "\xff\x4f\xff\x51"sv);
}

// Some producers put a few lines before the header; readers look for it in the first kilobyte.
bool is_pdf(Head head) {
    constexpr std::string_view kMagic = "%PDF-";
    return std::search(head.begin(), head.end(), kMagic.begin(), kMagic.end()) != head.end();
}

int one_page(const ByteSource&, const std::string&) {
    return 1;
}

constexpr std::array kFormats = {
    ImageFormat{"TIFF", " tif tiff", is_tiff, count_tiff_pages, decode_tiff, stored_fax},
    ImageFormat{"JPEG", " jpg jpeg jpe", is_jpeg, one_page, decode_jpeg, stored_jpeg},
    ImageFormat{"PNG", " png", is_png, one_page, decode_png, stored_png},
    ImageFormat{"JPEG 2000", " jp2 j2k jpf jpx jpc j2c", is_jpeg2000, one_page, decode_jpeg2000,
                stored_jpeg2000},
    ImageFormat{"PDF", " pdf", is_pdf, count_pdf_pages, decode_pdf, stored_pdf_image},
};

}  // namespace

const ImageFormat* format_of(Head head) {
    for (const ImageFormat& format : kFormats)
        if (format.matches(head)) return &format;
    return nullptr;
}

bool is_page_extension(std::string_view extension) {
    std::string wanted(extension);
    for (char& c : wanted)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (wanted.empty() || wanted.find(' ') != std::string::npos) return false;
    return std::any_of(kFormats.begin(), kFormats.end(), [&](const ImageFormat& format) {
        return (std::string(format.extensions) + ' ').find(' ' + wanted + ' ') != std::string::npos;
    });
}

std::string format_names() {
    std::string names;
    for (const ImageFormat& format : kFormats)
        names += (names.empty() ? "" : ", ") + std::string(format.name);
    return names;
}

}  // namespace banwen
