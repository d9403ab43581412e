// The table of file formats. Another format is another row in image_formats.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/stored_image.h"
#include "scan/raster.h"

namespace banwen {

struct ImageFormat {
    std::string_view name;
    std::string_view extensions;  // lower case, each behind a blank
    bool (*matches)(std::span<const std::uint8_t> head);
    int (*count_pages)(const ByteSource& bytes, const std::string& file);
    Raster (*decode)(const PageInput& page);
    // The image as stored; nothing for a page that has to be decoded. Null: for every page.
    std::optional<StoredImage> (*stored)(const PageInput& page) = nullptr;
};

// How many first bytes matches() wants to see.
inline constexpr std::size_t kFormatHeadBytes = 1024;

// The format by its first bytes, whatever the file is called; nullptr where none fits.
const ImageFormat* format_of(std::span<const std::uint8_t> head);

// Whether files with this extension ("tif", any case, without the dot) are meant as pages.
bool is_page_extension(std::string_view extension);

// Names of all formats, for messages: "TIFF, JPEG, …".
std::string format_names();

}  // namespace banwen
