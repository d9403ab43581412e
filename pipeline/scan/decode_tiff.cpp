#include "scan/decode_tiff.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <memory>
#include <optional>

#include <opencv2/core.hpp>
#include <tiffio.h>

#include "scan/orientation.h"
#include "scan/tiff_chain.h"

namespace banwen {
namespace {

// libtiff's view of a ByteSource, and the first complaint it had since the record was last cleared.
struct Reading {
    const ByteSource& bytes;
    std::uint64_t position = 0;
    std::string complaint{};
};

Reading& reading_of(thandle_t handle) {
    return *static_cast<Reading*>(handle);
}

tmsize_t read_proc(thandle_t handle, void* target, tmsize_t size) {
    Reading& reading = reading_of(handle);
    const std::size_t got = reading.bytes.read(
        reading.position, {static_cast<std::uint8_t*>(target), static_cast<std::size_t>(size)});
    reading.position += got;
    return static_cast<tmsize_t>(got);
}

tmsize_t write_proc(thandle_t, void*, tmsize_t) {
    return 0;
}

toff_t seek_proc(thandle_t handle, toff_t offset, int whence) {
    Reading& reading = reading_of(handle);
    const std::uint64_t base = whence == SEEK_CUR   ? reading.position
                               : whence == SEEK_END ? reading.bytes.size()
                                                    : 0;
    return reading.position = base + offset;
}

int close_proc(thandle_t) {
    return 0;
}

toff_t size_proc(thandle_t handle) {
    return reading_of(handle).bytes.size();
}

int note_complaint(TIFF*, void* user_data, const char*, const char* format, va_list arguments) {
    auto& reading = *static_cast<Reading*>(user_data);
    if (!reading.complaint.empty()) return 1;
    std::array<char, 200> text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    reading.complaint = text.data();
    return 1;
}

struct CloseTiff {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, CloseTiff>;

Tiff open_tiff(Reading& reading, const std::string& file) {
    constexpr tmsize_t kLargestAllocation = tmsize_t{1} << 31;
    TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, kLargestAllocation);
    TIFFOpenOptionsSetErrorHandlerExtR(options, note_complaint, &reading);
    TIFFOpenOptionsSetWarningHandlerExtR(options, note_complaint, &reading);
    // "h": the directory is chosen afterwards; "m": no memory map, which would crash on a file that shrinks.
    Tiff tiff(TIFFClientOpenExt(file.c_str(), "rhm", &reading, read_proc, write_proc, seek_proc, close_proc,
                                size_proc, nullptr, nullptr, options));
    TIFFOpenOptionsFree(options);
    return tiff;
}

template <typename T>
T field(TIFF* tiff, ttag_t tag, T otherwise) {
    T value = otherwise;
    return TIFFGetFieldDefaulted(tiff, tag, &value) == 1 ? value : otherwise;
}

double dpi_of(TIFF* tiff) {
    const float resolution = field<float>(tiff, TIFFTAG_XRESOLUTION, 0.F);
    const auto unit = field<std::uint16_t>(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    if (unit == RESUNIT_INCH) return resolution;
    return unit == RESUNIT_CENTIMETER ? resolution * 2.54 : 0;
}

struct Size {
    int width = 0;
    int height = 0;
};

// Row by row with no more memory than the result: how most newspaper scans come.
bool is_plain_gray(TIFF* tiff) {
    const auto photometric = field<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, 0xffff);
    const auto bits = field<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE, 0);
    return field<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 0) == 1 && (bits == 1 || bits == 8) &&
           (photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE) &&
           TIFFIsTiled(tiff) == 0;
}

// Nothing where rows are damaged.
std::optional<cv::Mat> read_plain_gray(TIFF* tiff, Size size) {
    const bool one_bit = field<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE, 0) == 1;
    const bool inverted = field<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, 0) == PHOTOMETRIC_MINISWHITE;
    const std::uint8_t flip = inverted ? 0xff : 0;
    std::vector<std::uint8_t> row(static_cast<std::size_t>(TIFFScanlineSize(tiff)));
    if (row.size() < static_cast<std::size_t>(one_bit ? (size.width + 7) / 8 : size.width))
        return std::nullopt;
    cv::Mat pixels(size.height, size.width, CV_8UC1);
    for (int y = 0; y < size.height; ++y) {
        if (TIFFReadScanline(tiff, row.data(), static_cast<std::uint32_t>(y)) != 1) return std::nullopt;
        auto* target = pixels.ptr<std::uint8_t>(y);
        for (std::size_t x = 0; x < static_cast<std::size_t>(size.width); ++x) {
            const bool set = one_bit && (row[x / 8] >> (7 - x % 8) & 1) != 0;
            const std::uint8_t shade = one_bit ? (set ? 255 : 0) : row[x];
            target[x] = shade ^ flip;
        }
    }
    return pixels;
}

// Packed red, green, blue, alpha as libtiff gives them, colours already multiplied by alpha; over white.
void rgba_rows_to_bgr(const std::vector<std::uint32_t>& rgba, cv::Mat rows) {
    const std::uint32_t* from = rgba.data();
    for (int y = 0; y < rows.rows; ++y) {
        auto* to = rows.ptr<cv::Vec3b>(y);
        for (int x = 0; x < rows.cols; ++x, ++from) {
            const std::uint32_t paper = 255 - TIFFGetA(*from);
            to[x] = {cv::saturate_cast<std::uint8_t>(TIFFGetB(*from) + paper),
                     cv::saturate_cast<std::uint8_t>(TIFFGetG(*from) + paper),
                     cv::saturate_cast<std::uint8_t>(TIFFGetR(*from) + paper)};
        }
    }
}

// Whole strips or rows of tiles at a time, so that nothing is decoded twice.
int rows_at_once(TIFF* tiff, int height) {
    constexpr std::uint32_t kAtLeast = 256;
    const std::uint32_t unit = TIFFIsTiled(tiff) != 0 ? field<std::uint32_t>(tiff, TIFFTAG_TILELENGTH, 1)
                                                      : field<std::uint32_t>(tiff, TIFFTAG_ROWSPERSTRIP, 1);
    const auto most = static_cast<std::uint32_t>(height);
    if (unit == 0 || unit >= most) return height;
    return static_cast<int>(std::min(most, (kAtLeast + unit - 1) / unit * unit));
}

Error strange_kind(const PageInput& page, const std::string& why) {
    return page.refusal("is a kind of TIFF that is not read" + (why.empty() ? "" : " (" + why + ")"),
                        "save it as grey or RGB with 8 bits");
}

// All other kinds of pixels through libtiff's own conversion to screen colours. Nothing where rows are
// damaged.
std::optional<cv::Mat> read_colour(const PageInput& page, TIFF* tiff, Size size) {
    constexpr int kStopOnError = 1;
    std::array<char, 1024> message{};
    TIFFRGBAImage image{};
    if (TIFFRGBAImageBegin(&image, tiff, kStopOnError, message.data()) != 1)
        throw strange_kind(page, message.data());
    const std::unique_ptr<TIFFRGBAImage, void (*)(TIFFRGBAImage*)> end(&image, TIFFRGBAImageEnd);
    image.req_orientation = image.orientation;  // as stored: turning comes later, for all formats alike
    cv::Mat pixels(size.height, size.width, CV_8UC3);
    const int step = rows_at_once(tiff, size.height);
    std::vector<std::uint32_t> rgba(static_cast<std::size_t>(step) * static_cast<std::size_t>(size.width));
    for (int y = 0; y < size.height; y += step) {
        const int count = std::min(step, size.height - y);
        image.row_offset = y;
        if (TIFFRGBAImageGet(&image, rgba.data(), static_cast<std::uint32_t>(size.width),
                             static_cast<std::uint32_t>(count)) != 1)
            return std::nullopt;
        rgba_rows_to_bgr(rgba, pixels.rowRange(y, y + count));
    }
    return pixels;
}

Error damage(const PageInput& page, const Reading& reading) {
    return page.damaged("is a damaged TIFF page" +
                        (reading.complaint.empty() ? "" : " (" + reading.complaint + ")"));
}

Raster read_current_page(const PageInput& page, TIFF* tiff, Reading& reading) {
    const auto width = field<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0);
    const auto height = field<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0);
    page.check_size(width, height);
    const Size size{static_cast<int>(width), static_cast<int>(height)};
    const bool gray = is_plain_gray(tiff);
    std::array<char, 1024> message{};
    if (!gray && TIFFRGBAImageOK(tiff, message.data()) != 1) throw strange_kind(page, message.data());
    Raster raster{.pixels = {}, .dpi = dpi_of(tiff)};
    raster.orientation = field<std::uint16_t>(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    // What libtiff said so far was about odd tags. While pixels are read, even its warnings mean lost rows:
    // the fax and JPEG decoders go on after damage and call it success.
    reading.complaint.clear();
    const std::optional<cv::Mat> pixels = gray ? read_plain_gray(tiff, size) : read_colour(page, tiff, size);
    if (!pixels || !reading.complaint.empty()) throw damage(page, reading);
    raster.pixels = *pixels;
    return raster;
}

// The file, set on the page.
Tiff open_page(const PageInput& page, Reading& reading) {
    const std::vector<std::uint64_t> pages = tiff_pages(page.bytes);
    Tiff tiff = open_tiff(reading, page.file);
    if (tiff == nullptr || pages.empty()) throw damage(page, reading);
    reading.complaint.clear();
    const std::uint64_t place = pages[static_cast<std::size_t>(page.index)];
    if (TIFFSetSubDirectory(tiff.get(), place) != 1) {
        // Among what libtiff will not open are images without rows; those have a clearer message.
        std::uint32_t height = 1;
        if (TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height) == 1 && height == 0)
            page.check_size(field<std::uint32_t>(tiff.get(), TIFFTAG_IMAGEWIDTH, 0), 0);
        throw damage(page, reading);
    }
    return tiff;
}

}  // namespace

int count_tiff_pages(const ByteSource& bytes, const std::string&) {
    return std::max(1, static_cast<int>(tiff_pages(bytes).size()));
}

Raster decode_tiff(const PageInput& page) {
    Reading reading{page.bytes};
    const Tiff tiff = open_page(page, reading);
    return read_current_page(page, tiff.get(), reading);
}

std::optional<StoredImage> stored_fax(const PageInput& page) {
    Reading reading{page.bytes};
    const Tiff tiff = open_page(page, reading);
    const auto is = [&](ttag_t tag, std::uint16_t value) {
        return field<std::uint16_t>(tiff.get(), tag, std::uint16_t(value + 1)) == value;
    };
    if (!is(TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4) || !is(TIFFTAG_BITSPERSAMPLE, 1) ||
        !is(TIFFTAG_SAMPLESPERPIXEL, 1) || TIFFIsTiled(tiff.get()) != 0)
        return std::nullopt;
    const auto [right, down] = steps_of(field<std::uint16_t>(tiff.get(), TIFFTAG_ORIENTATION, 1));
    StoredImage image{.coding = ImageCoding::fax,
                      .width = static_cast<int>(field<std::uint32_t>(tiff.get(), TIFFTAG_IMAGEWIDTH, 0)),
                      .height = static_cast<int>(field<std::uint32_t>(tiff.get(), TIFFTAG_IMAGELENGTH, 0)),
                      .inverted = is(TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK),
                      .right = right,
                      .down = down,
                      .strips = {}};
    page.check_size(image.width, image.height);
    const int rows = std::min<int>(
        image.height,
        static_cast<int>(std::min<std::uint32_t>(field<std::uint32_t>(tiff.get(), TIFFTAG_ROWSPERSTRIP, 1),
                                                 static_cast<std::uint32_t>(image.height))));
    for (int top = 0; top < image.height && rows > 0; top += rows) {
        const auto number = static_cast<std::uint32_t>(top / rows);
        const auto size = static_cast<tmsize_t>(TIFFRawStripSize64(tiff.get(), number));
        if (size <= 0 || static_cast<std::uint64_t>(size) > page.bytes.size()) throw damage(page, reading);
        std::string bytes(static_cast<std::size_t>(size), '\0');
        if (TIFFReadRawStrip(tiff.get(), number, bytes.data(), size) != size) throw damage(page, reading);
        if (is(TIFFTAG_FILLORDER, FILLORDER_LSB2MSB))
            TIFFReverseBits(reinterpret_cast<std::uint8_t*>(bytes.data()), size);
        image.strips.push_back({std::move(bytes), std::min(rows, image.height - top)});
    }
    return image;
}

}  // namespace banwen
