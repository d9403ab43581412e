// PDF in: scans taken unchanged, other pages drawn.
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "scan/find_issues.h"
#include "scan/read_scan.h"
#include "scan/scan_fixtures.h"
#include "support/temp_folder.h"

namespace banwen {
namespace {

using namespace fixtures;

// 48 × 32 px on 24 × 16 pt: 144 dpi.
const std::string kFillsThePage = "q 24 0 0 16 0 0 cm /Im0 Do Q";
const std::string kGrayJpeg = "/Filter /DCTDecode /ColorSpace /DeviceGray /BitsPerComponent 8";

class ReadPdf : public ::testing::Test {
  protected:
    // One page of 24 × 16 pt with an image of 48 × 32 px; `page` and `image` hold further or other entries of
    // the two dictionaries.
    void add(const std::string& content, const std::string& image, const Bytes& stream,
             const std::string& page = "") {
        QPDFObjectHandle picture =
            QPDFObjectHandle::newStream(&pdf_, std::string(stream.begin(), stream.end()));
        picture.replaceDict(dictionary("/Type /XObject /Subtype /Image /Width 48 /Height 32", image));
        QPDFObjectHandle sheet = dictionary(
            "/Type /Page /MediaBox [0 0 24 16] /Resources << /XObject << >> /Font << /F1 << /Type /Font "
            "/Subtype /Type1 /BaseFont /Helvetica >> >> >>",
            page);
        sheet.getKey("/Resources").getKey("/XObject").replaceKey("/Im0", picture);
        sheet.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf_, content));
        QPDFPageDocumentHelper(pdf_).addPage(pdf_.makeIndirectObject(sheet), false);
    }

    static QPDFObjectHandle dictionary(const std::string& usual, const std::string& other) {
        QPDFObjectHandle whole = QPDFObjectHandle::parse("<< " + usual + " >>");
        QPDFObjectHandle changes = QPDFObjectHandle::parse("<< " + other + " >>");
        for (const std::string& key : changes.getKeys())
            whole.replaceKey(key, changes.getKey(key));
        return whole;
    }

    void save(const std::string& password = "") {
        QPDFWriter writer(pdf_, file_.c_str());
        if (!password.empty())
            writer.setR6EncryptionParameters(password.c_str(), "owner", true, true, true, true, true, true,
                                             qpdf_r3p_full, true);
        writer.write();
    }

    Scan read(int index = 0) { return read_scan({file_, index}, {}); }

    Scan read_one(const std::string& content, const std::string& image, const Bytes& stream,
                  const std::string& page = "") {
        add(content, image, stream, page);
        save();
        return read();
    }

    ReadPdf() { pdf_.emptyPDF(); }

    test::TempFolder folder_;
    std::string file_ = folder_.path() / "issue.pdf";
    QPDF pdf_;
    Bytes jpeg_ = encoded(gray_picture(), ".jpg");
    cv::Mat decoded_ = cv::imdecode(jpeg_, cv::IMREAD_GRAYSCALE);
};

TEST_F(ReadPdf, GivesTheJpegsOwnPixelsAndTheirResolutionOnThePage) {
    const Scan scan = read_one(kFillsThePage, kGrayJpeg, jpeg_);
    EXPECT_EQ(difference(pixels_of(scan), decoded_), 0);
    EXPECT_DOUBLE_EQ(scan.dpi, 144);
}

TEST_F(ReadPdf, GivesTheOwnPixelsOfColourAsTheJpegFileWould) {
    const Bytes jpeg = encoded(colour_picture(), ".jpg");
    write_file(folder_.path() / "page.jpg", jpeg);
    const Scan scan =
        read_one(kFillsThePage, "/Filter /DCTDecode /ColorSpace /DeviceRGB /BitsPerComponent 8", jpeg);
    EXPECT_EQ(scan.gray.pixels, read_scan({folder_.path() / "page.jpg", 0}, {}).gray.pixels);
}

TEST_F(ReadPdf, TakesAJpeg2000Unchanged) {
    const Bytes jp2 = encoded(gray_picture(), ".jp2", {cv::IMWRITE_JPEG2000_COMPRESSION_X1000, 1000});
    EXPECT_EQ(difference(pixels_of(read_one(kFillsThePage, "/Filter /JPXDecode", jp2)), gray_picture()), 0);
}

TEST_F(ReadPdf, TakesPlainSamples) {
    const Scan scan =
        read_one(kFillsThePage, "/ColorSpace /DeviceGray /BitsPerComponent 8", rows_of(gray_picture()));
    EXPECT_EQ(difference(pixels_of(scan), gray_picture()), 0);
}

TEST_F(ReadPdf, TakesInvertedBits) {
    const Scan scan = read_one(kFillsThePage, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0]",
                               packed_rows(255 - bilevel_picture()));
    EXPECT_EQ(difference(pixels_of(scan), bilevel_picture()), 0);
}

// The stream of a TIFF of one strip is what a PDF holds.
Bytes group4_stream(const std::string& folder) {
    const std::string file = folder + "/fax.tif";
    add_tiff_page(file, {.bits = 1, .photometric = 0, .compression = 4, .rows_per_strip = 32}, 48, 32,
                  packed_rows(255 - bilevel_picture()));
    const Bytes bytes = file_bytes(file);
    const std::size_t directory = bytes[4] | static_cast<std::size_t>(bytes[5]) << 8;
    return {bytes.begin() + 8, bytes.begin() + static_cast<std::ptrdiff_t>(directory)};
}

TEST_F(ReadPdf, TakesAFaxInBothPolarities) {
    const std::string fax =
        "/Filter /CCITTFaxDecode /ColorSpace /DeviceGray /BitsPerComponent 1 /DecodeParms << /K -1 "
        "/Columns 48 /Rows 32 ";
    const Bytes stream = group4_stream(folder_.path());
    add(kFillsThePage, fax + ">>", stream);
    add(kFillsThePage, fax + "/BlackIs1 true >>", stream);
    save();
    EXPECT_EQ(difference(pixels_of(read(0)), bilevel_picture()), 0);
    EXPECT_EQ(difference(pixels_of(read(1)), 255 - bilevel_picture()), 0);
}

TEST_F(ReadPdf, TurnsThePageAsItsRotateEntrySays) {
    cv::Mat turned;
    cv::rotate(decoded_, turned, cv::ROTATE_90_CLOCKWISE);
    EXPECT_EQ(difference(pixels_of(read_one(kFillsThePage, kGrayJpeg, jpeg_, "/Rotate 90")), turned), 0);
}

TEST_F(ReadPdf, TurnsAnImageThatIsPlacedTurned) {
    // Placed a quarter turn anticlockwise on a page of 16 × 24 pt.
    cv::Mat turned;
    cv::rotate(decoded_, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
    const Scan scan = read_one("0 24 -16 0 16 0 cm /Im0 Do", kGrayJpeg, jpeg_, "/CropBox [0 0 16 24]");
    EXPECT_EQ(difference(pixels_of(scan), turned), 0);
}

TEST_F(ReadPdf, DoesNotMindTheTextOfAnOcrLayer) {
    const std::string text = " BT /F1 4 Tf 1 1 Td (text) Tj ET ";
    add(kFillsThePage + " 3 Tr" + text, kGrayJpeg, jpeg_);
    add(text + kFillsThePage, kGrayJpeg, jpeg_);
    save();
    EXPECT_EQ(difference(pixels_of(read(0)), decoded_), 0);
    EXPECT_EQ(difference(pixels_of(read(1)), decoded_), 0);
}

TEST_F(ReadPdf, DrawsAPageThatIsMoreThanItsImage) {
    const Scan scan = read_one(kFillsThePage + " 0 g 12 0 12 16 re f", kGrayJpeg, jpeg_);
    EXPECT_EQ(scan.gray.width, 48);
    EXPECT_EQ(scan.gray.at(40, 16), 0);
    EXPECT_NEAR(scan.gray.at(20, 20), decoded_.at<std::uint8_t>(20, 20), 3);
}

TEST_F(ReadPdf, DrawsAPageWithoutAnyImage) {
    add("0 g 0 0 12 16 re f", kGrayJpeg, jpeg_);
    save();
    const Scan scan = read_scan({file_, 0}, {.render_dpi = 300});
    EXPECT_EQ(scan.gray.width, 100);
    EXPECT_DOUBLE_EQ(scan.dpi, 300);
    EXPECT_EQ(scan.gray.at(10, 30), 0);
    EXPECT_EQ(scan.gray.at(90, 30), 255);
}

TEST_F(ReadPdf, DrawsFilesWhoseNamesWouldMeanSomethingToAShell) {
    file_ = folder_.path() / "-a b'; touch x `y` $HOME.pdf";
    add("0 g 0 0 12 16 re f", kGrayJpeg, jpeg_);
    save();
    EXPECT_EQ(read().gray.at(10, 30), 0);
}

TEST_F(ReadPdf, CountsItsPages) {
    for (int i = 0; i < 3; ++i)
        add(kFillsThePage, kGrayJpeg, jpeg_);
    save();
    EXPECT_EQ(find_issues({file_})[0].pages.size(), 3);
    EXPECT_EQ(read(2).index_in_file, 2);
}

TEST_F(ReadPdf, RefusesAnEncryptedFile) {
    add(kFillsThePage, kGrayJpeg, jpeg_);
    save("secret");
    EXPECT_EQ(refusal_of({file_, 0}), file_ + ": is an encrypted PDF; save it without a password");
    EXPECT_EQ(find_issues({file_})[0].pages.size(), 1);
}

TEST_F(ReadPdf, RefusesAPageWhoseImageIsCutShort) {
    Bytes cut = jpeg_;
    cut.resize(cut.size() - 100);
    add(kFillsThePage, kGrayJpeg, jpeg_);
    add(kFillsThePage, kGrayJpeg, cut);
    save();
    EXPECT_EQ(refusal_of({file_, 0}), "");
    EXPECT_EQ(refusal_of({file_, 1}),
              file_ + ", page 2: is a JPEG that was cut short; copy or scan it again");
}

TEST_F(ReadPdf, RefusesAnImageThatInflatesToLessThanItsSize) {
    add(kFillsThePage, "/ColorSpace /DeviceGray /BitsPerComponent 8", Bytes(100, 0));
    save();
    EXPECT_NE(refusal_of({file_, 0}).find("holds an image that was cut short"), std::string::npos);
}

TEST_F(ReadPdf, RefusesAnImageOverTheLimitBeforeItIsInflated) {
    add(kFillsThePage, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Width 60000 /Height 60000",
        Bytes(100, 0));
    save();
    EXPECT_NE(refusal_of({file_, 0}).find("60000 × 60000 px is over the limit"), std::string::npos);
}

TEST_F(ReadPdf, RefusesAPageThatWouldBeDrawnOverTheLimit) {
    add("0 g 0 0 12 16 re f", kGrayJpeg, jpeg_, "/CropBox [0 0 14000 14000] /MediaBox [0 0 14000 14000]");
    save();
    EXPECT_NE(refusal_of({file_, 0}).find("over the limit"), std::string::npos);
}

TEST_F(ReadPdf, RefusesRubbishBehindAPdfHeader) {
    write_file(file_, std::string("%PDF-1.7\nrubbish\n"));
    EXPECT_NE(refusal_of({file_, 0}).find("is a damaged PDF"), std::string::npos);
}

}  // namespace
}  // namespace banwen
