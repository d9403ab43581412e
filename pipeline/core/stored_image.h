// A page's image as its file stores it, for formats that carry scans on without decoding them.
#pragma once

#include <string>
#include <vector>

namespace banwen {

enum class ImageCoding {
    jpeg,      // a JPEG file
    jpeg2000,  // a JP2 file
    fax,       // CCITT group 4, the first bit of a byte leftmost
    png_rows,  // packed by zlib, each behind the number of its filter as in PNG
    pixels,    // 8 bits a sample, rows without padding: for files of any other kind
};

// Rows that were coded by themselves; all kinds but fax have one strip.
struct ImageStrip {
    std::string bytes;
    int height = 0;
};

// One pixel's way on the page, y downwards.
struct PixelStep {
    int x = 0;
    int y = 0;
    bool operator==(const PixelStep&) const = default;
};

struct StoredImage {
    ImageCoding coding = ImageCoding::pixels;
    int width = 0;  // as stored: a sideways scan is not turned yet
    int height = 0;
    int channels = 1;       // 1 grey, 3 red, green, blue; 4 printing colours
    int bits = 8;           // a sample, of the rows of a PNG
    bool inverted = false;  // fax: a set bit is white; printing colours: 255 is no ink
    // Where a step to the right and a step down in the stored pixels go on the scan as delivered.
    PixelStep right = {1, 0};
    PixelStep down = {0, 1};
    std::vector<ImageStrip> strips;  // from the stored top on
};

}  // namespace banwen
