#include "image_file.h"

#include <cmath>
#include <csetjmp>
#include <cstdio>
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

}  // namespace

void write_png(const Raster& raster, int dpi, const std::string& path) {
    File file = open_file(path);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        fail(path);
    }
    png_init_io(png, file.get());
    png_set_compression_level(png, 4);
    png_set_IHDR(png, info, static_cast<png_uint_32>(raster.width), static_cast<png_uint_32>(raster.height),
                 8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    const auto per_metre = static_cast<png_uint_32>(std::lround(dpi / 0.0254));
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    png_write_info(png, info);
    for (int y = 0; y < raster.height; ++y)
        png_write_row(
            png, raster.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width));
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    close_file(std::move(file), path);
}

void write_jpeg(const Raster& raster, int dpi, int quality, const std::string& path) {
    File file = open_file(path);
    jpeg_error_mgr errors;
    jpeg_compress_struct jpeg;
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = throw_jpeg_error;
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, file.get());
    jpeg.image_width = static_cast<JDIMENSION>(raster.width);
    jpeg.image_height = static_cast<JDIMENSION>(raster.height);
    jpeg.input_components = 1;
    jpeg.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.optimize_coding = TRUE;
    jpeg_simple_progression(&jpeg);
    jpeg.density_unit = 1;
    jpeg.X_density = jpeg.Y_density = static_cast<UINT16>(dpi);
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<std::uint8_t> row(static_cast<std::size_t>(raster.width));
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x)
            row[static_cast<std::size_t>(x)] = raster.at(x, y);
        JSAMPROW rows[] = {row.data()};
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    close_file(std::move(file), path);
}

}  // namespace banwen::newsprint
