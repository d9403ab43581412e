#include "write/pdf_scan.h"

#include <utility>

#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

namespace banwen {
namespace {

std::string colour_space(const StoredImage& image) {
    if (image.coding == ImageCoding::jpeg2000) return "";  // the file tells
    const char* space = image.channels == 1   ? "/DeviceGray"
                        : image.channels == 3 ? "/DeviceRGB"
                                              : "/DeviceCMYK";
    const bool flip = image.coding == ImageCoding::jpeg && image.inverted;
    return fmt::format("/ColorSpace {}{}", space, flip ? " /Decode [1 0 1 0 1 0 1 0]" : "");
}

std::string coding(const StoredImage& image, const ImageStrip& strip) {
    switch (image.coding) {
        case ImageCoding::jpeg:
            return "/BitsPerComponent 8 /Filter /DCTDecode";
        case ImageCoding::jpeg2000:
            return "/Filter /JPXDecode";
        case ImageCoding::fax:
            return fmt::format(
                "/BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {} /Rows {} "
                "/BlackIs1 {} >>",
                image.width, strip.height, image.inverted ? "true" : "false");
        case ImageCoding::png_rows:
        case ImageCoding::pixels:
            break;
    }
    return fmt::format(
        "/BitsPerComponent {0} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {1} "
        "/BitsPerComponent {0} /Columns {2} >>",
        image.bits, image.channels, image.width);
}

// Each row as what it differs from the one above: PNG's filter 2.
std::string deflated(const StoredImage& image) {
    const std::string& pixels = image.strips.front().bytes;
    const std::size_t row = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.channels);
    // zlib's fastest: its usual level takes twice the time to be a tenth smaller.
    Pl_Flate::setCompressionLevel(1);
    Pl_Buffer packed("packed");
    Pl_Flate flate("flate", &packed, Pl_Flate::a_deflate);
    std::string line(row + 1, '\2');
    for (std::size_t y = 0; y < static_cast<std::size_t>(image.height); ++y) {
        for (std::size_t x = 0; x < row; ++x) {
            const char above = y == 0 ? '\0' : pixels[(y - 1) * row + x];
            line[x + 1] = static_cast<char>(pixels[y * row + x] - above);
        }
        flate.write(reinterpret_cast<const unsigned char*>(line.data()), line.size());
    }
    flate.finish();
    const std::shared_ptr<Buffer> bytes = packed.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

class PackedSource : public QPDFObjectHandle::StreamDataProvider {
  public:
    PackedSource(std::shared_ptr<ScratchFile> scratch, ScratchFile::Piece piece)
        : scratch_(std::move(scratch)), piece_(piece) {}
    void provideStreamData(const QPDFObjGen&, Pipeline* pipeline) override {
        const std::string bytes = scratch_->get(piece_);
        pipeline->write(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
        pipeline->finish();
    }

  private:
    std::shared_ptr<ScratchFile> scratch_;
    ScratchFile::Piece piece_;
};

// Reads the scan again when the file is written.
class StripSource : public QPDFObjectHandle::StreamDataProvider {
  public:
    StripSource(std::function<StoredImage()> read, std::size_t strip)
        : read_(std::move(read)), strip_(strip) {}
    void provideStreamData(const QPDFObjGen&, Pipeline* pipeline) override {
        const StoredImage image = read_();
        const std::string& bytes = image.strips.at(strip_).bytes;
        pipeline->write(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
        pipeline->finish();
    }

  private:
    std::function<StoredImage()> read_;
    std::size_t strip_;
};

// The image's unit square on the page: its lower left corner and its two sides; y upwards.
struct Place {
    double x = 0, y = 0;
    double right_x = 0, right_y = 0;
    double up_x = 0, up_y = 0;
};

Place place_of(const StoredImage& image, double width, double height) {
    Place place{.right_x = image.right.x * width,
                .right_y = -image.right.y * height,
                .up_x = -image.down.x * width,
                .up_y = image.down.y * height};
    place.x = place.right_x + place.up_x < 0 ? width : 0;
    place.y = place.right_y + place.up_y < 0 ? height : 0;
    return place;
}

}  // namespace

PdfScan add_pdf_scan(QPDF& pdf, const PdfScanSource& source, double width, double height) {
    const StoredImage image = source.read();
    const Place place = place_of(image, width, height);
    PdfScan scan;
    int top = 0;
    for (std::size_t i = 0; i < image.strips.size(); ++i) {
        const ImageStrip& strip = image.strips[i];
        QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf);
        stream.replaceDict(QPDFObjectHandle::parse(
            fmt::format("<< /Type /XObject /Subtype /Image /Width {} /Height {} {} {} >>", image.width,
                        strip.height, colour_space(image), coding(image, strip))));
        std::shared_ptr<QPDFObjectHandle::StreamDataProvider> bytes;
        if (image.coding == ImageCoding::pixels)
            bytes = std::make_shared<PackedSource>(source.scratch, source.scratch->put(deflated(image)));
        else
            bytes = std::make_shared<StripSource>(source.read, i);
        stream.replaceStreamData(bytes, stream.getDict().getKey("/Filter"),
                                 stream.getDict().getKey("/DecodeParms"));
        scan.strips.push_back(pdf.makeIndirectObject(stream));
        const double share = static_cast<double>(strip.height) / image.height;
        const double below = 1 - static_cast<double>(top + strip.height) / image.height;
        scan.content += fmt::format("q {:.4f} {:.4f} {:.4f} {:.4f} {:.4f} {:.4f} cm /Im{} Do Q\n",
                                    place.right_x, place.right_y, place.up_x * share, place.up_y * share,
                                    place.x + place.up_x * below, place.y + place.up_y * below, i);
        top += strip.height;
    }
    return scan;
}

}  // namespace banwen
