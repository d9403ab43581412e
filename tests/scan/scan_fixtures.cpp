#include "scan/scan_fixtures.h"

#include <array>
#include <fstream>
#include <iterator>

#include <opencv2/imgcodecs.hpp>
#include <tiffio.h>

#include "core/error.h"

namespace banwen::fixtures {

cv::Mat gray_picture() {
    cv::Mat picture(32, 48, CV_8UC1);
    for (int y = 0; y < picture.rows; ++y)
        for (int x = 0; x < picture.cols; ++x)
            picture.at<std::uint8_t>(y, x) =
                static_cast<std::uint8_t>(x < 16 && y < 8 ? 20 : 120 + 2 * x + y);
    return picture;
}

cv::Mat bilevel_picture() {
    return gray_picture() > 100;
}

cv::Mat colour_picture() {
    const cv::Mat gray = gray_picture();
    cv::Mat picture;
    cv::merge(std::vector<cv::Mat>{gray * 0.8, gray * 0.9, gray}, picture);
    return picture;
}

void write_file(const std::string& path, const Bytes& bytes) {
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void write_file(const std::string& path, const std::string& text) {
    write_file(path, Bytes(text.begin(), text.end()));
}

Bytes file_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Bytes encoded(const cv::Mat& image, const std::string& extension, const std::vector<int>& parameters) {
    Bytes bytes;
    cv::imencode(extension, image, bytes, parameters);
    return bytes;
}

Bytes big_endian(std::uint32_t value) {
    return {static_cast<std::uint8_t>(value >> 24), static_cast<std::uint8_t>(value >> 16),
            static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
}

Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const Bytes& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes with_exif(const Bytes& jpeg, int orientation, int dpi) {
    const auto turned = static_cast<std::uint8_t>(orientation);
    const Bytes entries = joined({{0, 3},
                                  {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0},
                                  {0x01, 0x1A, 0, 5, 0, 0, 0, 1, 0, 0, 0, 50},
                                  {0x01, 0x28, 0, 3, 0, 0, 0, 1, 0, 2, 0, 0},
                                  {0, 0, 0, 0},
                                  big_endian(static_cast<std::uint32_t>(dpi)),
                                  big_endian(1)});
    const Bytes body = joined({{'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8}, entries});
    const auto length = static_cast<std::uint8_t>(body.size() + 2);
    return joined({{0xff, 0xd8, 0xff, 0xe1, 0, length}, body, Bytes(jpeg.begin() + 2, jpeg.end())});
}

Bytes with_density(const Bytes& jpeg, int unit, int density) {
    constexpr std::size_t kUnit = 13;  // SOI, APP0, length, "JFIF", version
    Bytes changed = jpeg;
    changed[kUnit] = static_cast<std::uint8_t>(unit);
    for (const std::size_t at : {kUnit + 1, kUnit + 3}) {
        changed[at] = static_cast<std::uint8_t>(density >> 8);
        changed[at + 1] = static_cast<std::uint8_t>(density);
    }
    return changed;
}

namespace {

std::uint32_t crc_of(const Bytes& bytes) {
    std::uint32_t crc = 0xffffffffU;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? 0xedb88320U ^ (crc >> 1) : crc >> 1;
    }
    return crc ^ 0xffffffffU;
}

// A zlib stream of one stored block.
Bytes zlib_stored(const Bytes& data) {
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (const std::uint8_t byte : data) {
        a = (a + byte) % 65521;
        b = (b + a) % 65521;
    }
    const auto length = static_cast<std::uint16_t>(data.size());
    const auto low = static_cast<std::uint8_t>(length);
    const auto high = static_cast<std::uint8_t>(length >> 8);
    return joined(
        {{0x78, 0x01, 1, low, high, static_cast<std::uint8_t>(~low), static_cast<std::uint8_t>(~high)},
         data,
         big_endian(b << 16 | a)});
}

}  // namespace

Bytes png_chunk(const std::string& name, const Bytes& data) {
    const Bytes named = joined({Bytes(name.begin(), name.end()), data});
    return joined({big_endian(static_cast<std::uint32_t>(data.size())), named, big_endian(crc_of(named))});
}

Bytes png(const PngPixels& pixels, const Bytes& extra) {
    Bytes filtered;
    const std::size_t stride = pixels.height > 0 ? pixels.rows.size() / pixels.height : 0;
    for (std::size_t at = 0; stride > 0 && at < pixels.rows.size(); at += stride) {
        filtered.push_back(0);
        filtered.insert(filtered.end(), pixels.rows.begin() + static_cast<std::ptrdiff_t>(at),
                        pixels.rows.begin() + static_cast<std::ptrdiff_t>(at + stride));
    }
    const Bytes header = joined(
        {big_endian(pixels.width),
         big_endian(pixels.height),
         {static_cast<std::uint8_t>(pixels.depth), static_cast<std::uint8_t>(pixels.colour_type), 0, 0, 0}});
    return joined({{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                   png_chunk("IHDR", header),
                   extra,
                   png_chunk("IDAT", zlib_stored(filtered)),
                   png_chunk("IEND", {})});
}

namespace {

void set_tags(TIFF* tiff, const TiffKind& kind, int width, int height) {
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, kind.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, kind.samples);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, kind.photometric);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, kind.compression);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, kind.orientation);
    if (kind.subfile_type != 0) TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, kind.subfile_type);
    if (kind.resolution > 0) {
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, kind.unit);
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, static_cast<double>(kind.resolution));
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, static_cast<double>(kind.resolution));
    }
    if (kind.photometric == PHOTOMETRIC_PALETTE) {
        // Entry i is the grey i.
        std::array<std::uint16_t, 256> shades{};
        for (std::size_t i = 0; i < shades.size(); ++i)
            shades[i] = static_cast<std::uint16_t>(i * 257);
        TIFFSetField(tiff, TIFFTAG_COLORMAP, shades.data(), shades.data(), shades.data());
    }
}

}  // namespace

void add_tiff_page(const std::string& path, const TiffKind& kind, int width, int height, const Bytes& rows) {
    TIFF* tiff = TIFFOpen(path.c_str(), "a");
    set_tags(tiff, kind, width, height);
    Bytes data = rows;
    const auto stride =
        static_cast<std::size_t>(height > 0 ? rows.size() / static_cast<std::size_t>(height) : 0);
    if (kind.tiled) {
        // The picture is no wider or higher than one tile.
        constexpr std::size_t kTile = 64;
        const std::size_t pixel = kind.samples * kind.bits / 8U;
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, kTile);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, kTile);
        Bytes tile(kTile * kTile * pixel);
        for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y)
            std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(y * stride), stride,
                        tile.begin() + static_cast<std::ptrdiff_t>(y * kTile * pixel));
        TIFFWriteEncodedTile(tiff, 0, tile.data(), static_cast<tmsize_t>(tile.size()));
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, kind.rows_per_strip);
        for (int y = 0; y < height; ++y)
            TIFFWriteScanline(tiff, data.data() + static_cast<std::size_t>(y) * stride,
                              static_cast<std::uint32_t>(y));
    }
    TIFFWriteDirectory(tiff);
    TIFFClose(tiff);
}

Bytes rows_of(const cv::Mat& image) {
    const cv::Mat whole = image.clone();
    return {whole.datastart, whole.dataend};
}

Bytes packed_rows(const cv::Mat& bilevel) {
    Bytes rows(static_cast<std::size_t>(bilevel.rows * ((bilevel.cols + 7) / 8)));
    for (int y = 0; y < bilevel.rows; ++y)
        for (int x = 0; x < bilevel.cols; ++x)
            if (bilevel.at<std::uint8_t>(y, x) != 0)
                rows[static_cast<std::size_t>(y * ((bilevel.cols + 7) / 8) + x / 8)] |=
                    static_cast<std::uint8_t>(0x80 >> (x % 8));
    return rows;
}

cv::Mat pixels_of(const Scan& scan) {
    return cv::Mat(scan.gray.height, scan.gray.width, CV_8UC1,
                   const_cast<std::uint8_t*>(scan.gray.pixels.data()))
        .clone();
}

double difference(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() ? cv::norm(a, b, cv::NORM_INF) : 255;
}

std::string refusal_of(const PageRef& page, const ScanOptions& options) {
    try {
        read_scan(page, options);
    } catch (const Error& error) {
        return error.code() == ExitCode::unreadable_input ? error.what() : "wrong exit status";
    }
    return "";
}

}  // namespace banwen::fixtures
