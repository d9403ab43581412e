#include "image_file.h"

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>

#include <jpeglib.h>
#include <png.h>

namespace banwen::newsprint {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// Grain leaves little for more effort to find.
constexpr int kPngLevel = 2;

[[noreturn]] void fail(const std::string& path) {
    throw std::runtime_error("cannot write " + path);
}

File open_file(const std::string& path) {
    File file(std::fopen(path.c_str(), "wb"));
    if (!file) fail(path);
    return file;
}

// A full disk may show only when the last buffer goes out.
void close_file(File file, const std::string& path) {
    const bool bad = std::ferror(file.get()) != 0;
    if (std::fclose(file.release()) != 0 || bad) fail(path);
}

[[noreturn]] void throw_jpeg_error(j_common_ptr) {
    throw std::runtime_error("the JPEG library refused the page");
}

struct FreeBytes {
    void operator()(unsigned char* bytes) const { std::free(bytes); }
};

struct JpegFile {
    std::unique_ptr<unsigned char, FreeBytes> bytes;
    unsigned long size = 0;
};

void compress(jpeg_compress_struct& jpeg, const Raster& raster, int quality, int dpi) {
    jpeg.image_width = static_cast<JDIMENSION>(raster.width);
    jpeg.image_height = static_cast<JDIMENSION>(raster.height);
    jpeg.input_components = 1;
    jpeg.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.density_unit = 1;
    jpeg.X_density = jpeg.Y_density = static_cast<UINT16>(dpi);
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<std::uint8_t> row(static_cast<std::size_t>(raster.width));
    for (int y = 0; y < raster.height; ++y) {
        std::copy_n(&raster.pixels[static_cast<std::size_t>(y) * row.size()], row.size(), row.begin());
        JSAMPROW rows[] = {row.data()};
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
}

JpegFile encoded(const Raster& raster, int quality, int dpi) {
    jpeg_error_mgr errors;
    jpeg_compress_struct jpeg;
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = throw_jpeg_error;
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    JpegFile file;
    jpeg_mem_dest(&jpeg, &bytes, &file.size);
    compress(jpeg, raster, quality, dpi);
    file.bytes.reset(bytes);
    jpeg_destroy_compress(&jpeg);
    return file;
}

bool is_bilevel(const Raster& raster) {
    return std::all_of(raster.pixels.begin(), raster.pixels.end(),
                       [](std::uint8_t pixel) { return pixel == 0 || pixel == 255; });
}

// libpng packs rows whose bytes are 0 and 1 into bits.
void write_rows(png_structp png, const Raster& raster, std::uint8_t white) {
    std::vector<std::uint8_t> row(static_cast<std::size_t>(raster.width));
    for (int y = 0; y < raster.height; ++y) {
        std::copy_n(&raster.pixels[static_cast<std::size_t>(y) * row.size()], row.size(), row.begin());
        if (white == 1)
            for (std::uint8_t& pixel : row)
                pixel &= 1;
        png_write_row(png, row.data());
    }
}

}  // namespace

void write_png(const Raster& raster, int dpi, const std::string& path) {
    File file = open_file(path);
    const bool bits = is_bilevel(raster);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        fail(path);
    }
    png_init_io(png, file.get());
    png_set_compression_level(png, kPngLevel);
    png_set_IHDR(png, info, static_cast<png_uint_32>(raster.width), static_cast<png_uint_32>(raster.height),
                 bits ? 1 : 8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (!bits) png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    const auto per_metre = static_cast<png_uint_32>(std::lround(dpi / 0.0254));
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    png_write_info(png, info);
    png_set_packing(png);
    write_rows(png, raster, bits ? 1 : 255);
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    close_file(std::move(file), path);
}

void write_jpeg(const Raster& raster, int dpi, int quality, const std::string& path) {
    const JpegFile bytes = encoded(raster, quality, dpi);
    File file = open_file(path);
    if (std::fwrite(bytes.bytes.get(), 1, bytes.size, file.get()) != bytes.size) fail(path);
    close_file(std::move(file), path);
}

Raster through_jpeg(const Raster& raster, int quality) {
    const JpegFile file = encoded(raster, quality, 300);
    jpeg_error_mgr errors;
    jpeg_decompress_struct jpeg;
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = throw_jpeg_error;
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, file.bytes.get(), file.size);
    jpeg_read_header(&jpeg, TRUE);
    jpeg_start_decompress(&jpeg);
    Raster read{raster.width, raster.height, std::vector<std::uint8_t>(raster.pixels.size())};
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW rows[] = {&read.at(0, static_cast<int>(jpeg.output_scanline))};
        jpeg_read_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    return read;
}

}  // namespace banwen::newsprint
