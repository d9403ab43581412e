#include "scan/pdf_image.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <opencv2/core.hpp>
#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>

#include "scan/decode_jpeg.h"
#include "scan/decode_jpeg2000.h"
#include "scan/decode_tiff.h"

namespace banwen {
namespace {

struct ImageDict {
    std::string filter;  // "" = none or several
    std::int64_t width = 0;
    std::int64_t height = 0;
    int bits = 0;
    int channels = 0;       // 1 grey, 3 RGB, 0 anything else
    bool inverted = false;  // Decode [1 0]
    bool plain = true;      // no mask, no other Decode
};

std::int64_t integer(QPDFObjectHandle object) {
    return object.isInteger() ? object.getIntValue() : 0;
}

bool truth(QPDFObjectHandle object) {
    return object.isBool() && object.getBoolValue();
}

// The entry itself where it is a name or a dictionary, the only member where it is an array of one.
QPDFObjectHandle only_one(QPDFObjectHandle entry) {
    if (!entry.isArray()) return entry;
    return entry.getArrayNItems() == 1 ? entry.getArrayItem(0) : QPDFObjectHandle::newNull();
}

int channels_of(QPDFObjectHandle space) {
    space = only_one(space);
    std::string name;
    if (space.isName()) name = space.getName();
    if (space.isArray() && space.getArrayItem(0).isName()) name = space.getArrayItem(0).getName();
    if (name == "/DeviceGray" || name == "/CalGray") return 1;
    if (name == "/DeviceRGB" || name == "/CalRGB") return 3;
    if (name == "/ICCBased" && space.isArray() && space.getArrayItem(1).isStream()) {
        const std::int64_t count = integer(space.getArrayItem(1).getDict().getKey("/N"));
        return count == 1 || count == 3 ? static_cast<int>(count) : 0;
    }
    return 0;
}

ImageDict describe(QPDFObjectHandle image) {
    QPDFObjectHandle dict = image.getDict();
    ImageDict d;
    const QPDFObjectHandle filter = dict.getKey("/Filter");
    if (only_one(filter).isName()) d.filter = only_one(filter).getName();
    d.width = integer(dict.getKey("/Width"));
    d.height = integer(dict.getKey("/Height"));
    d.bits = static_cast<int>(integer(dict.getKey("/BitsPerComponent")));
    d.channels = channels_of(dict.getKey("/ColorSpace"));
    d.plain =
        dict.getKey("/SMask").isNull() && dict.getKey("/Mask").isNull() && !truth(dict.getKey("/ImageMask"));
    QPDFObjectHandle decode = dict.getKey("/Decode");
    for (int i = 0; decode.isArray() && i < decode.getArrayNItems(); ++i) {
        const bool usual =
            decode.getArrayItem(i).isNumber() && decode.getArrayItem(i).getNumericValue() == i % 2;
        if (!usual && d.channels == 1) d.inverted = true;
        if (!usual && d.channels != 1) d.plain = false;
    }
    return d;
}

// Takes what a stream inflates to, but no more than the image needs: a few bytes can inflate to gigabytes.
class BoundedBytes : public Pipeline {
  public:
    explicit BoundedBytes(std::size_t most) : Pipeline("image", nullptr), most_(most) {
        bytes_.reserve(most);
    }
    void write(const unsigned char* data, size_t count) override {
        bytes_.insert(bytes_.end(), data, data + std::min(count, most_ - bytes_.size()));
    }
    void finish() override {}
    const std::vector<std::uint8_t>& bytes() const { return bytes_; }

  private:
    std::size_t most_;
    std::vector<std::uint8_t> bytes_;
};

Raster read_samples(QPDFObjectHandle image, const ImageDict& d, const PageInput& page) {
    page.check_size(d.width, d.height);
    const auto width = static_cast<std::size_t>(d.width);
    const auto channels = static_cast<std::size_t>(d.channels);
    const std::size_t stride = (width * channels * static_cast<std::size_t>(d.bits) + 7) / 8;
    BoundedBytes samples(stride * static_cast<std::size_t>(d.height));
    image.pipeStreamData(&samples, 0, qpdf_dl_generalized, true);
    if (samples.bytes().size() < stride * static_cast<std::size_t>(d.height))
        throw page.damaged("holds an image that was cut short");
    Raster raster;
    raster.pixels.create(static_cast<int>(d.height), static_cast<int>(d.width),
                         channels == 1 ? CV_8UC1 : CV_8UC3);
    for (int y = 0; y < raster.pixels.rows; ++y) {
        const std::uint8_t* from = samples.bytes().data() + static_cast<std::size_t>(y) * stride;
        auto* to = raster.pixels.ptr<std::uint8_t>(y);
        for (std::size_t i = 0; i < width * channels; ++i) {
            const bool set = d.bits == 1 && (from[i / 8] >> (7 - i % 8) & 1) != 0;
            const std::uint8_t shade = d.bits == 1 ? (set ? 255 : 0) : from[i];
            // RGB in the file, BGR in the raster.
            to[channels == 3 ? i - i % 3 + (2 - i % 3) : i] = shade;
        }
    }
    return raster;
}

void put(std::vector<std::uint8_t>& bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

// How a fax stream is coded. `k` as PDF has it: below 0 Group 4; 0 Group 3 row by row; above, Group 3 with
// rows that lean on the one before.
struct FaxCoding {
    std::int64_t k = 0;
    bool black_is_1 = false;
};

// A fax stream has no header of its own: a TIFF directory in front makes it a page for the TIFF row.
std::vector<std::uint8_t> tiff_around_fax(const ImageDict& d, const FaxCoding& coding,
                                          std::span<const std::uint8_t> stream) {
    const bool group4 = coding.k < 0;
    const auto width = static_cast<std::uint32_t>(d.width);
    const auto height = static_cast<std::uint32_t>(d.height);
    const auto length = static_cast<std::uint32_t>(stream.size());
    const std::uint32_t compression = group4 ? 4 : 3;
    const std::uint32_t photometric = coding.black_is_1 ? 1 : 0;
    const std::uint32_t t4_options = coding.k > 0 ? 1 : 0;
    constexpr std::uint32_t kEntries = 10;
    constexpr std::uint32_t kStreamAt = 8 + 2 + kEntries * 12 + 4;
    const std::array<std::array<std::uint32_t, 2>, kEntries> entries = {{{256, width},
                                                                         {257, height},
                                                                         {258, 1},
                                                                         {259, compression},
                                                                         {262, photometric},
                                                                         {273, kStreamAt},
                                                                         {277, 1},
                                                                         {278, height},
                                                                         {279, length},
                                                                         {292, t4_options}}};
    std::vector<std::uint8_t> tiff = {'I', 'I', '*', 0};
    put(tiff, 8, 4);
    put(tiff, group4 ? kEntries - 1 : kEntries, 2);
    for (const auto& [tag, value] : entries) {
        if (tag == 292 && group4) continue;
        put(tiff, tag, 2);
        put(tiff, 4, 2);  // LONG, which readers take for any whole number
        put(tiff, 1, 4);
        put(tiff, value, 4);
    }
    put(tiff, 0, 4);
    tiff.resize(kStreamAt, 0);
    tiff.insert(tiff.end(), stream.begin(), stream.end());
    return tiff;
}

std::optional<Raster> read_fax(QPDFObjectHandle image, const ImageDict& d, const PageInput& page) {
    QPDFObjectHandle parameters = only_one(image.getDict().getKey("/DecodeParms"));
    const auto parameter = [&](const char* name) { return parameters.getKeyIfDict(name); };
    const std::int64_t k = integer(parameter("/K"));
    const std::int64_t columns = parameter("/Columns").isInteger() ? integer(parameter("/Columns")) : 1728;
    if (truth(parameter("/EncodedByteAlign")) || columns != d.width) return std::nullopt;
    if (k >= 0 && !truth(parameter("/EndOfLine"))) return std::nullopt;
    page.check_size(d.width, d.height);
    const std::shared_ptr<Buffer> stream = image.getRawStreamData();
    const std::vector<std::uint8_t> tiff =
        tiff_around_fax(d, {k, truth(parameter("/BlackIs1"))}, {stream->getBuffer(), stream->getSize()});
    const ByteSource bytes{std::span(tiff)};
    const std::string name =
        page.index == 0 ? page.file : fmt::format("{}, page {}", page.file, page.index + 1);
    return decode_tiff({bytes, name, 0, page.options});
}

// A stream that is a file of its own.
Raster read_stream(QPDFObjectHandle image, const PageInput& page, Raster (*decode)(const PageInput&)) {
    const std::shared_ptr<Buffer> stream = image.getRawStreamData();
    const ByteSource bytes{std::span<const std::uint8_t>(stream->getBuffer(), stream->getSize())};
    return decode({bytes, page.file, page.index, page.options});
}

}  // namespace

std::optional<Raster> read_pdf_image(const QPDFObjectHandle& image, const PageInput& page) {
    const ImageDict d = describe(image);
    if (!d.plain) return std::nullopt;
    std::optional<Raster> raster;
    const bool samples =
        d.filter == "/FlateDecode" || d.filter == "/LZWDecode" || d.filter == "/RunLengthDecode";
    if (d.filter == "/JPXDecode") {
        raster = read_stream(image, page, decode_jpeg2000);
    } else if (d.channels == 0) {
        return std::nullopt;
    } else if (d.filter == "/DCTDecode") {
        raster = read_stream(image, page, decode_jpeg);
    } else if (d.filter == "/CCITTFaxDecode" && d.channels == 1) {
        raster = read_fax(image, d, page);
    } else if (samples && (d.bits == 8 || (d.bits == 1 && d.channels == 1))) {
        raster = read_samples(image, d, page);
    }
    if (raster && d.inverted) cv::bitwise_not(raster->pixels, raster->pixels);
    return raster;
}

}  // namespace banwen
