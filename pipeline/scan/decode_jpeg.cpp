#include "scan/decode_jpeg.h"

#include <csetjmp>
#include <cstdio>
// jpeglib.h wants size_t and FILE declared before it.
#include <array>
#include <cstring>

#include <jerror.h>
#include <jpeglib.h>
#include <opencv2/core.hpp>

#include "scan/exif.h"
#include "scan/orientation.h"

namespace banwen {
namespace {

// libjpeg reports damage as a warning and goes on with grey. These are the warnings that mean lost pixels.
bool loses_pixels(int code) {
    return code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE || code == JWRN_MUST_RESYNC;
}

struct Decoder {
    jpeg_decompress_struct info{};
    jpeg_error_mgr errors{};
    std::jmp_buf escape{};
    bool pixels_lost = false;
    bool ended_early = false;
    std::array<char, JMSG_LENGTH_MAX> message{};
};

struct Cleanup {
    Decoder& of;
    ~Cleanup() { jpeg_destroy_decompress(&of.info); }
};

Decoder& decoder_of(j_common_ptr info) {
    return *static_cast<Decoder*>(info->client_data);
}

[[noreturn]] void on_error(j_common_ptr info) {
    Decoder& decoder = decoder_of(info);
    info->err->format_message(info, decoder.message.data());
    std::longjmp(decoder.escape, 1);
}

void on_message(j_common_ptr info, int level) {
    if (level >= 0) return;
    Decoder& decoder = decoder_of(info);
    if (loses_pixels(info->err->msg_code)) decoder.pixels_lost = true;
    if (info->err->msg_code == JWRN_JPEG_EOF) decoder.ended_early = true;
}

void no_output(j_common_ptr) {}

// read_header and read_rows each set the point that libjpeg's errors jump to, so they hold no object with a
// destructor. False: the message tells.
bool read_header(Decoder& decoder, const std::uint8_t* data, std::size_t size) {
    decoder.info.err = jpeg_std_error(&decoder.errors);
    decoder.errors.error_exit = on_error;
    decoder.errors.emit_message = on_message;
    decoder.errors.output_message = no_output;
    decoder.info.client_data = &decoder;
    if (setjmp(decoder.escape) != 0) return false;
    jpeg_create_decompress(&decoder.info);
    jpeg_mem_src(&decoder.info, data, size);
    jpeg_save_markers(&decoder.info, JPEG_APP0 + 1, 0xffff);
    jpeg_read_header(&decoder.info, TRUE);
    return true;
}

void choose_output(jpeg_decompress_struct& info) {
    if (info.jpeg_color_space == JCS_GRAYSCALE) {
        info.out_color_space = JCS_GRAYSCALE;
    } else if (info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK) {
        info.out_color_space = JCS_CMYK;
    } else {
        info.out_color_space = JCS_EXT_BGR;
    }
}

// Printing colours to screen colours in place, three bytes for four. Adobe's programs store CMYK inverted.
void cmyk_row_to_bgr(const std::uint8_t* cmyk, std::uint8_t* bgr, unsigned width, bool inverted) {
    for (unsigned x = 0; x < width; ++x, cmyk += 4, bgr += 3) {
        const int key = inverted ? cmyk[3] : 255 - cmyk[3];
        for (int c = 0; c < 3; ++c) {
            const int light = inverted ? cmyk[c] : 255 - cmyk[c];
            bgr[2 - c] = static_cast<std::uint8_t>(light * key / 255);
        }
    }
}

bool read_rows(Decoder& decoder, std::uint8_t* pixels, std::size_t stride, std::uint8_t* cmyk_row) {
    if (setjmp(decoder.escape) != 0) return false;
    jpeg_decompress_struct& info = decoder.info;
    jpeg_start_decompress(&info);
    while (info.output_scanline < info.output_height) {
        std::uint8_t* target = pixels + info.output_scanline * stride;
        JSAMPROW row = cmyk_row == nullptr ? target : cmyk_row;
        jpeg_read_scanlines(&info, &row, 1);
        if (cmyk_row != nullptr)
            cmyk_row_to_bgr(cmyk_row, target, info.output_width, info.saw_Adobe_marker != FALSE);
    }
    return true;
}

ExifTags exif_of(const jpeg_decompress_struct& info) {
    constexpr std::size_t kName = 6;  // "Exif" and two zeros
    for (const jpeg_marker_struct* marker = info.marker_list; marker != nullptr; marker = marker->next)
        if (marker->data_length > kName && std::memcmp(marker->data, "Exif\0\0", kName) == 0)
            return read_exif({marker->data + kName, marker->data_length - kName});
    return {};
}

double dpi_of(const jpeg_decompress_struct& info, const ExifTags& exif) {
    if (info.saw_JFIF_marker != FALSE && info.density_unit == 1) return info.X_density;
    if (info.saw_JFIF_marker != FALSE && info.density_unit == 2) return info.X_density * 2.54;
    return exif.dpi;
}

}  // namespace

Raster decode_jpeg(const PageInput& page) {
    const std::vector<std::uint8_t> bytes = page.bytes.all();
    Decoder decoder;
    const Cleanup cleanup{decoder};
    if (!read_header(decoder, bytes.data(), bytes.size()))
        throw page.damaged(std::string("is a damaged JPEG (") + decoder.message.data() + ")");
    jpeg_decompress_struct& info = decoder.info;
    page.check_size(info.image_width, info.image_height);
    choose_output(info);
    const bool cmyk = info.out_color_space == JCS_CMYK;
    const bool several_scans = jpeg_has_multiple_scans(&info) != FALSE;

    Raster raster;
    raster.pixels.create(static_cast<int>(info.image_height), static_cast<int>(info.image_width),
                         info.out_color_space == JCS_GRAYSCALE ? CV_8UC1 : CV_8UC3);
    std::vector<std::uint8_t> cmyk_row(cmyk ? std::size_t{info.image_width} * 4 : 0);
    if (!read_rows(decoder, raster.pixels.data, raster.pixels.step, cmyk ? cmyk_row.data() : nullptr))
        throw page.damaged(std::string("is a damaged JPEG (") + decoder.message.data() + ")");
    // A missing end marker alone is harmless, but a picture built up of several scans would lack the last.
    if (decoder.pixels_lost || (several_scans && decoder.ended_early))
        throw page.damaged(decoder.ended_early ? "is a JPEG that was cut short" : "is a damaged JPEG");
    const ExifTags exif = exif_of(info);
    raster.dpi = dpi_of(info, exif);
    raster.orientation = exif.orientation;
    return raster;
}

std::optional<StoredImage> stored_jpeg(const PageInput& page) {
    const std::vector<std::uint8_t> bytes = page.bytes.all();
    Decoder decoder;
    const Cleanup cleanup{decoder};
    if (!read_header(decoder, bytes.data(), bytes.size()))
        throw page.damaged(std::string("is a damaged JPEG (") + decoder.message.data() + ")");
    const jpeg_decompress_struct& info = decoder.info;
    const auto [right, down] = steps_of(exif_of(info).orientation);
    return StoredImage{.coding = ImageCoding::jpeg,
                       .width = static_cast<int>(info.image_width),
                       .height = static_cast<int>(info.image_height),
                       .channels = info.num_components,
                       .inverted = info.num_components == 4 && info.saw_Adobe_marker != FALSE,
                       .right = right,
                       .down = down,
                       .strips = {{{bytes.begin(), bytes.end()}, static_cast<int>(info.image_height)}}};
}

}  // namespace banwen
