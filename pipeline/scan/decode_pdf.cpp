#include "scan/decode_pdf.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <tuple>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "core/error.h"
#include "scan/decode_jpeg.h"
#include "scan/decode_jpeg2000.h"
#include "scan/orientation.h"
#include "scan/pdf_image.h"
#include "scan/pdf_page_content.h"
#include "scan/render_pdf_page.h"

namespace banwen {
namespace {

using Rectangle = QPDFObjectHandle::Rectangle;

Error pdf_error(const std::string& file, const QPDFExc& problem) {
    if (problem.getErrorCode() == qpdf_e_password)
        return unreadable(file, "is an encrypted PDF", "save it without a password");
    return unreadable(file, "is a damaged PDF (" + problem.getMessageDetail() + ")", "copy or save it again");
}

std::unique_ptr<QPDF> open_pdf(const std::string& file) {
    auto pdf = std::make_unique<QPDF>();
    pdf->setSuppressWarnings(true);
    try {
        pdf->processFile(file.c_str());
    } catch (const QPDFExc& problem) {
        throw pdf_error(file, problem);
    }
    return pdf;
}

double area(const Rectangle& r) {
    return std::max(0.0, r.urx - r.llx) * std::max(0.0, r.ury - r.lly);
}

double common_area(const Rectangle& a, const Rectangle& b) {
    return area(
        {std::max(a.llx, b.llx), std::max(a.lly, b.lly), std::min(a.urx, b.urx), std::min(a.ury, b.ury)});
}

// How a page's image lies on it. Lengths in points.
struct Placement {
    double width = 0;
    double height = 0;
    bool straight = false;  // along the page's edges, but for the slant of a scan that was set straight
    double shown = 0;       // share of the image that lies on the page
    double covers = 0;      // share of the page that the image covers
};

Placement placement_of(const PdfPageContent& content, const Rectangle& page) {
    constexpr double kSlant = 0.1;
    const QPDFMatrix& m = content.place;
    const Rectangle box = m.transformRectangle({0, 0, 1, 1});
    const double slant_right = std::min(std::abs(m.a), std::abs(m.b));
    const double slant_up = std::min(std::abs(m.c), std::abs(m.d));
    Placement p{.width = std::hypot(m.a, m.b), .height = std::hypot(m.c, m.d)};
    const bool turned_alike = (std::abs(m.a) > std::abs(m.b)) == (std::abs(m.d) > std::abs(m.c));
    p.straight = turned_alike && slant_right <= kSlant * p.width && slant_up <= kSlant * p.height;
    p.shown = area(box) > 0 ? common_area(box, page) / area(box) : 0;
    p.covers = area(page) > 0 ? common_area(box, page) / area(page) : 0;
    return p;
}

int quarter_turns(QPDFPageObjectHelper page) {
    QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    const long long degrees = rotate.isInteger() ? rotate.getIntValue() : 0;
    return static_cast<int>(((degrees / 90) % 4 + 4) % 4);
}

double user_unit(QPDFPageObjectHelper page) {
    QPDFObjectHandle unit = page.getObjectHandle().getKey("/UserUnit");
    return unit.isNumber() && unit.getNumericValue() > 0 ? unit.getNumericValue() : 1;
}

Rectangle crop_box(QPDFPageObjectHelper page) {
    QPDFObjectHandle box = page.getCropBox();
    if (!box.isRectangle()) return {0, 0, 612, 792};
    const Rectangle r = box.getArrayAsRectangle();
    return {std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx), std::max(r.lly, r.ury)};
}

// The page's only image as it was scanned, or nothing where the page is more, or less, than that image.
std::optional<Raster> scan_image(const QPDFPageObjectHelper& page, const PdfPageContent& content,
                                 const Placement& placement, const PageInput& input) {
    constexpr double kWhole = 0.95;
    constexpr double kSquare = 0.05;
    if (!content.is_one_image() || !placement.straight || placement.shown < kWhole) return std::nullopt;
    std::optional<Raster> raster = read_pdf_image(content.image, input);
    if (!raster) return std::nullopt;
    const double unit = user_unit(page);
    const double dpi = raster->pixels.cols * 72 / (placement.width * unit);
    const double vertical_dpi = raster->pixels.rows * 72 / (placement.height * unit);
    if (std::abs(vertical_dpi / dpi - 1) > kSquare) return std::nullopt;
    const QPDFMatrix& m = content.place;
    raster->dpi = dpi;
    // A PDF's y runs upwards, and its images stand on their last row.
    raster->orientation = orientation_of(m.a, -m.b, -m.c, m.d, quarter_turns(page));
    return raster;
}

// A scan that has to be drawn all the same (JBIG2, a mask, an added stamp) is drawn at its own resolution.
double drawing_dpi(const PdfPageContent& content, const Placement& placement, const PageInput& input) {
    constexpr double kMostOfThePage = 0.8;
    constexpr double kMostDpi = 600;
    const double otherwise = input.options.render_dpi;
    if (content.images != 1 || placement.covers < kMostOfThePage || placement.width <= 0) return otherwise;
    QPDFObjectHandle image = content.image;
    QPDFObjectHandle width = image.getDict().getKey("/Width");
    const double dpi =
        width.isInteger() ? static_cast<double>(width.getIntValue()) * 72 / placement.width : 0;
    return dpi >= 1 ? std::min(dpi, kMostDpi) : otherwise;
}

QPDFPageObjectHelper page_of(QPDF& pdf, const PageInput& input) {
    const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    if (static_cast<std::size_t>(input.index) >= pages.size())
        throw input.damaged("is a page that the damaged PDF no longer holds");
    return pages[static_cast<std::size_t>(input.index)];
}

// The rows that decode a JPEG or JP2 stream, read from the stream instead of a file.
std::optional<StoredImage> stored_stream(const QPDFPageObjectHelper& page, const PdfPageContent& content,
                                         const PageInput& input) {
    QPDFObjectHandle image = content.image;
    QPDFObjectHandle filter = image.getDict().getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
    if (!filter.isName() || image.getDict().hasKey("/Decode")) return std::nullopt;
    const std::shared_ptr<Buffer> stream = image.getRawStreamData();
    const ByteSource bytes{std::span<const std::uint8_t>(stream->getBuffer(), stream->getSize())};
    const PageInput inner{bytes, input.file, input.index, input.options};
    std::optional<StoredImage> stored;
    if (filter.getName() == "/DCTDecode") stored = stored_jpeg(inner);
    if (filter.getName() == "/JPXDecode") stored = stored_jpeg2000(inner);
    if (!stored || stored->channels == 4) return std::nullopt;
    const QPDFMatrix& m = content.place;
    std::tie(stored->right, stored->down) =
        steps_of(orientation_of(m.a, -m.b, -m.c, m.d, quarter_turns(page)));
    return stored;
}

Raster read_page_of(QPDF& pdf, const PageInput& input) {
    const QPDFPageObjectHelper page = page_of(pdf, input);
    const Rectangle box = crop_box(page);
    const PdfPageContent content = look_at_page(page, box);
    const Placement placement = content.images > 0 ? placement_of(content, box) : Placement{};
    if (std::optional<Raster> raster = scan_image(page, content, placement, input)) return *raster;
    const double dpi = drawing_dpi(content, placement, input);
    input.check_size(std::llround((box.urx - box.llx) / 72 * dpi),
                     std::llround((box.ury - box.lly) / 72 * dpi));
    return render_pdf_page(input, dpi);
}

}  // namespace

int count_pdf_pages(const ByteSource&, const std::string& file) {
    constexpr long long kMostPages = 65'000;
    try {
        const std::unique_ptr<QPDF> pdf = open_pdf(file);
        const auto found = static_cast<long long>(QPDFPageDocumentHelper(*pdf).getAllPages().size());
        QPDFObjectHandle told = pdf->getRoot().getKeyIfDict("/Pages").getKeyIfDict("/Count");
        const long long promised =
            told.isInteger() && told.getIntValue() <= kMostPages ? told.getIntValue() : 0;
        return static_cast<int>(std::max({1LL, found, promised}));
    } catch (const QPDFExc& problem) {
        throw pdf_error(file, problem);
    }
}

Raster decode_pdf(const PageInput& page) {
    const std::unique_ptr<QPDF> pdf = open_pdf(page.file);
    try {
        return read_page_of(*pdf, page);
    } catch (const QPDFExc& problem) {
        throw page.damaged("is a damaged PDF (" + problem.getMessageDetail() + ")");
    }
}

std::optional<StoredImage> stored_pdf_image(const PageInput& input) {
    const std::unique_ptr<QPDF> pdf = open_pdf(input.file);
    try {
        const QPDFPageObjectHelper page = page_of(*pdf, input);
        const Rectangle box = crop_box(page);
        const PdfPageContent content = look_at_page(page, box);
        if (content.images == 0 || !scan_image(page, content, placement_of(content, box), input))
            return std::nullopt;
        return stored_stream(page, content, input);
    } catch (const QPDFExc& problem) {
        throw input.damaged("is a damaged PDF (" + problem.getMessageDetail() + ")");
    }
}

}  // namespace banwen
