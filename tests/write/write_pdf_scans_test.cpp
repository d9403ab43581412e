// What became of a scan in issue.pdf: read back from there, it is the scan that it was.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <tiffio.h>

#include "scan/read_stored_image.h"
#include "scan/scan_fixtures.h"
#include "support/run_program.h"
#include "support/temp_folder.h"
#include "write/write_issue.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using namespace fixtures;

class WritePdfScans : public testing::Test {
  protected:
    std::string named(const std::string& name) const { return folder_.path() / name; }

    // issue.pdf of these pages, in which nothing was read, at a pixel a point.
    std::string pdf_of(const std::vector<PageRef>& scans) const {
        Issue issue{.id = "scans"};
        for (const PageRef& scan : scans) {
            const Scan seen = read_scan(scan, {});
            const auto number = static_cast<int>(issue.pages.size()) + 1;
            issue.pages.push_back({.number = number,
                                   .file = scan.file,
                                   .index_in_file = scan.index,
                                   .scan_width = seen.gray.width,
                                   .scan_height = seen.gray.height,
                                   .width = seen.gray.width,
                                   .height = seen.gray.height,
                                   .dpi = 72});
        }
        const PageSource source = {.picture = {}, .stored = [](const PageInfo& page) {
                                       return read_stored_image({page.file, page.index_in_file}, {});
                                   }};
        write_issue(issue, folder_.path(), {.formats = {"pdf"}, .version = "1", .pages = source});
        return named("scans/issue.pdf");
    }

    void expect_the_same(const PageRef& scan) const {
        const Scan back = read_scan({pdf_of({scan}), 0}, {});
        EXPECT_EQ(difference(pixels_of(back), pixels_of(read_scan(scan, {}))), 0) << scan.file;
    }

    // The image streams as they lie in the file, by poppler's pdfimages.
    std::vector<std::string> streams_of(const std::string& pdf) const {
        EXPECT_EQ(test::run_program({"pdfimages", "-all", pdf, named("image")}).status, 0);
        std::vector<std::string> streams;
        for (const auto& [name, bytes] : test::tree_of(folder_.path()))
            if (name.starts_with("image") && !name.ends_with("params")) streams.push_back(bytes);
        return streams;
    }

    const test::TempFolder folder_;
};

TEST_F(WritePdfScans, AreTheSameInEveryKindOfFile) {
    write_file(named("gray.jpg"), encoded(gray_picture(), ".jpg"));
    write_file(named("colour.jpg"), encoded(colour_picture(), ".jpg"));
    write_file(named("gray.jp2"), encoded(gray_picture(), ".jp2"));
    write_file(named("gray.png"), encoded(gray_picture(), ".png"));
    write_file(named("colour.png"), encoded(colour_picture(), ".png"));
    write_file(named("deep.png"),
               png({.width = 1, .height = 2, .depth = 16, .colour_type = 0, .rows = {9, 0, 200, 0}}));
    for (const char* name : {"gray.jpg", "colour.jpg", "gray.jp2", "gray.png", "colour.png", "deep.png"})
        expect_the_same({named(name), 0});
}

TEST_F(WritePdfScans, MayHaveLessThanAByteAPixel) {
    write_file(named("one.png"), png({.width = 3, .height = 2, .depth = 1, .rows = {0xa0, 0x40}}));
    write_file(named("two.png"), png({.width = 3, .height = 2, .depth = 2, .rows = {0x1b, 0xe4}}));
    const std::string pdf = pdf_of({{named("one.png"), 0}, {named("two.png"), 0}});
    EXPECT_EQ(test::run_program({"pdfimages", "-png", pdf, named("image")}).status, 0);
    for (const auto& [scan, image] : {std::pair{"one.png", "image-000.png"}, {"two.png", "image-001.png"}})
        EXPECT_EQ(difference(pixels_of(read_scan({named(image), 0}, {})),
                             pixels_of(read_scan({named(scan), 0}, {}))),
                  0)
            << scan;
}

TEST_F(WritePdfScans, ArePackedAnewWhereAPdfDoesNotKnowWhatAPngMeans) {
    const Bytes palette = png_chunk("PLTE", {0, 0, 0, 250, 10, 10}), see_through = png_chunk("tRNS", {0, 9});
    write_file(named("palette.png"),
               png({.width = 2, .height = 1, .depth = 8, .colour_type = 3, .rows = {0, 1}}, palette));
    write_file(named("window.png"), png({.width = 2, .height = 1, .rows = {9, 200}}, see_through));
    for (const char* name : {"palette.png", "window.png"}) {
        EXPECT_EQ(read_stored_image({named(name), 0}, {}).coding, ImageCoding::pixels) << name;
        expect_the_same({named(name), 0});
    }
}

TEST_F(WritePdfScans, StandAsTheirFilesTurnThem) {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const std::string jpeg = named("turned" + std::to_string(orientation) + ".jpg");
        write_file(jpeg, with_exif(encoded(gray_picture(), ".jpg"), orientation));
        expect_the_same({jpeg, 0});
        const std::string fax = named("turned" + std::to_string(orientation) + ".tif");
        add_tiff_page(fax,
                      {.bits = 1,
                       .compression = COMPRESSION_CCITTFAX4,
                       .orientation = static_cast<std::uint16_t>(orientation),
                       .rows_per_strip = 32},
                      48, 32, packed_rows(bilevel_picture()));
        expect_the_same({fax, 0});
    }
}

TEST_F(WritePdfScans, AreFaxInBothPolaritiesStripByStrip) {
    for (const int photometric : {PHOTOMETRIC_MINISWHITE, PHOTOMETRIC_MINISBLACK}) {
        const cv::Mat bits =
            photometric == PHOTOMETRIC_MINISBLACK ? bilevel_picture() : 255 - bilevel_picture();
        for (const std::uint32_t rows : {32U, 8U})
            add_tiff_page(named("fax.tif"),
                          {.bits = 1,
                           .photometric = static_cast<std::uint16_t>(photometric),
                           .compression = COMPRESSION_CCITTFAX4,
                           .rows_per_strip = rows},
                          48, 32, packed_rows(bits));
    }
    const std::string pdf =
        pdf_of({{named("fax.tif"), 0}, {named("fax.tif"), 1}, {named("fax.tif"), 2}, {named("fax.tif"), 3}});
    EXPECT_EQ(test::run_program({"pdftoppm", "-gray", "-r", "72", pdf, named("drawn")}).status, 0);
    for (int page = 1; page <= 4; ++page) {
        const cv::Mat drawn =
            cv::imread(named("drawn-" + std::to_string(page) + ".pgm"), cv::IMREAD_GRAYSCALE);
        ASSERT_FALSE(drawn.empty());
        // poppler softens bits where it draws them.
        EXPECT_EQ(difference(drawn > 127, bilevel_picture()), 0) << page;
    }
}

TEST_F(WritePdfScans, KeepTheirBytes) {
    const Bytes jpeg = encoded(colour_picture(), ".jpg"), jp2 = encoded(gray_picture(), ".jp2");
    write_file(named("a.jpg"), jpeg);
    write_file(named("b.jp2"), jp2);
    add_tiff_page(named("c.tif"), {.bits = 1, .compression = COMPRESSION_CCITTFAX4, .rows_per_strip = 32}, 48,
                  32, packed_rows(bilevel_picture()));
    const StoredImage fax = read_stored_image({named("c.tif"), 0}, {});
    EXPECT_EQ(fax.coding, ImageCoding::fax);
    const std::string whole = test::bytes_of(named("c.tif"));
    EXPECT_NE(whole.find(fax.strips.at(0).bytes), std::string::npos);
    const auto text = [](const Bytes& bytes) { return std::string(bytes.begin(), bytes.end()); };
    write_file(named("d.png"), encoded(gray_picture(), ".png"));
    const StoredImage rows = read_stored_image({named("d.png"), 0}, {});
    EXPECT_EQ(rows.coding, ImageCoding::png_rows);
    EXPECT_NE(test::bytes_of(pdf_of({{named("d.png"), 0}})).find(rows.strips.at(0).bytes), std::string::npos);
    EXPECT_THAT(streams_of(pdf_of({{named("a.jpg"), 0}, {named("b.jp2"), 0}, {named("c.tif"), 0}})),
                testing::ElementsAre(text(jpeg), text(jp2), fax.strips.at(0).bytes));
}

TEST_F(WritePdfScans, KeepTheirBytesOutOfAPdfToo) {
    write_file(named("a.jpg"), with_exif(encoded(gray_picture(), ".jpg"), 6));
    fs::copy(pdf_of({{named("a.jpg"), 0}}), named("first.pdf"));
    expect_the_same({named("first.pdf"), 0});
    EXPECT_THAT(streams_of(named("scans/issue.pdf")), testing::ElementsAre(test::bytes_of(named("a.jpg"))));
}

}  // namespace
}  // namespace banwen
