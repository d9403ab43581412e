// Small page files made on the spot, one kind of pixels each.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <opencv2/core.hpp>

#include "scan/read_scan.h"

namespace banwen::fixtures {

using Bytes = std::vector<std::uint8_t>;

// 48 × 32 px, a ramp with a dark corner at the top left, so that no turning or mirroring leaves it alike.
cv::Mat gray_picture();

// The same with only 0 and 255.
cv::Mat bilevel_picture();

// The same in colour (blue, green, red), dark where the grey one is dark.
cv::Mat colour_picture();

void write_file(const std::string& path, const Bytes& bytes);
void write_file(const std::string& path, const std::string& text);
Bytes file_bytes(const std::string& path);

// What OpenCV makes of an image.
Bytes encoded(const cv::Mat& image, const std::string& extension, const std::vector<int>& parameters = {});

// The JPEG with an EXIF segment of this orientation and, where dpi is not 0, resolution.
Bytes with_exif(const Bytes& jpeg, int orientation, int dpi = 0);

// The JPEG with this density in its JFIF segment; unit 1 is inch, 2 centimetre.
Bytes with_density(const Bytes& jpeg, int unit, int density);

struct PngPixels {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int depth = 8;
    int colour_type = 0;  // 0 grey, 2 RGB, 3 palette, 4 grey + alpha, 6 RGBA
    Bytes rows;           // without filter bytes
};

Bytes png_chunk(const std::string& name, const Bytes& data);
Bytes big_endian(std::uint32_t value);
Bytes joined(std::initializer_list<Bytes> parts);

// `extra` holds whole chunks that stand before the pixels.
Bytes png(const PngPixels& pixels, const Bytes& extra = {});

struct TiffKind {
    std::uint16_t bits = 8;
    std::uint16_t samples = 1;
    std::uint16_t photometric = 1;
    std::uint16_t compression = 1;
    std::uint16_t unit = 2;  // of resolution: 1 none, 2 inch, 3 centimetre
    float resolution = 0;
    std::uint16_t orientation = 1;
    bool tiled = false;
    std::uint32_t subfile_type = 0;
    std::uint32_t rows_per_strip = 8;
};

// One page; `rows` holds height rows as the kind packs them. Appends to a file that is there.
void add_tiff_page(const std::string& path, const TiffKind& kind, int width, int height, const Bytes& rows);

Bytes rows_of(const cv::Mat& image);
Bytes packed_rows(const cv::Mat& bilevel);  // 8 px a byte, set where the picture is white

// The scan's pixels as an OpenCV image that shares nothing with it.
cv::Mat pixels_of(const Scan& scan);

// Largest difference of two images of one size; 255 where the sizes differ.
double difference(const cv::Mat& a, const cv::Mat& b);

// The message of the Error that reading this page throws; "" when it throws none.
std::string refusal_of(const PageRef& page, const ScanOptions& options = {});

}  // namespace banwen::fixtures
