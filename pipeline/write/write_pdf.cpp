// issue.pdf: the scans as they came with the text unseen over them, a bookmark an article. Built to the rules
// of PDF/A-2u as far as they can be seen in the file (embedded font with a map to Unicode, a colour profile,
// XMP, an id, no encryption); scans in printing colours lack the profile that those rules ask for, so no
// conformance is claimed. The file is the same for the same scans: it tells no dates.
#include <algorithm>

#include <fmt/format.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "core/characters.h"
#include "core/error.h"
#include "write/formats.h"
#include "write/html_text.h"
#include "write/language_of.h"
#include "write/page_names.h"
#include "write/pdf_colours.h"
#include "write/pdf_scan.h"
#include "write/pdf_text_layer.h"
#include "write/set_page.h"

namespace banwen {
namespace {

constexpr double kPointsAnInch = 72;

double points_of(const PageInfo& page) {
    constexpr double kUnknownDpi = 300;
    return kPointsAnInch / (page.dpi > 0 ? page.dpi : kUnknownDpi);
}

// Where an article begins.
struct Bookmark {
    QPDFObjectHandle page;
    double left = 0;
    double top = 0;
};

std::string issue_title(const Issue& issue) {
    const std::string name = issue.masthead.name.empty() ? issue.paper : issue.masthead.name;
    if (name.empty()) return issue.id;
    return issue.date.empty() ? name : name + " " + issue.date;
}

// What an article without a title begins with.
std::string bookmark_title(const Article& article) {
    const std::string title = text_of(article, BlockKind::title);
    const std::string text = running_text(article);
    std::u32string first = from_utf8(!title.empty() ? title : !text.empty() ? text : article.id);
    constexpr std::size_t kMost = 40;
    if (first.size() > kMost) first.resize(kMost);
    std::replace(first.begin(), first.end(), U'\n', U' ');
    return to_utf8(first);
}

class PdfIssue {
  public:
    // `scratch`: a name for a file while this one is made.
    PdfIssue(const Issue& issue, const WriteOptions& options, const std::filesystem::path& scratch)
        : issue_(issue), options_(options), scratch_(std::make_shared<ScratchFile>(scratch)) {
        pdf_.emptyPDF();
    }

    void add_pages() {
        for (const PageInfo& page : issue_.pages)
            if (page.status != PageStatus::failed) add_page(page);
        QPDFObjectHandle font = pdf_.makeIndirectObject(font_.add_to(pdf_));
        for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
            QPDFObjectHandle fonts = QPDFObjectHandle::newDictionary();
            fonts.replaceKey("/F1", font);
            page.getObjectHandle().getKey("/Resources").replaceKey("/Font", fonts);
        }
        add_bookmarks();
        set_output_colours(pdf_);
        describe();
    }

    void save(const std::filesystem::path& file) {
        QPDFWriter writer(pdf_, file.c_str());
        writer.setMinimumPDFVersion("1.7");
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
    }

  private:
    void add_page(const PageInfo& page) {
        const double points = points_of(page);
        const double width = page.scan_width * points, height = page.scan_height * points;
        const std::vector<SetBlock> blocks = set_page(issue_, page, PageFrame::upright);
        PdfScan scan;
        try {
            if (options_.pages.stored)
                scan = add_pdf_scan(
                    pdf_,
                    {.read = [this, &page] { return options_.pages.stored(page); }, .scratch = scratch_},
                    width, height);
        } catch (const Error&) {
            scan = {};  // a scan that is gone by now: the text is worth keeping without it
        }
        QPDFObjectHandle images = QPDFObjectHandle::newDictionary();
        for (std::size_t i = 0; i < scan.strips.size(); ++i)
            images.replaceKey(fmt::format("/Im{}", i), scan.strips[i]);
        QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
        resources.replaceKey("/XObject", images);
        QPDFObjectHandle node = QPDFObjectHandle::parse(fmt::format(
            "<< /Type /Page /MediaBox [0 0 {:.3f} {:.3f}] /Rotate {} >>", width, height, page.rotation));
        node.replaceKey("/Resources", resources);
        node.replaceKey("/Contents", pdf_.makeIndirectObject(QPDFObjectHandle::newStream(
                                         &pdf_, scan.content + pdf_text_layer(page, blocks, points, font_))));
        node = pdf_.makeIndirectObject(node);
        pdf_.addPage(node, false);
        for (const SetBlock& block : blocks) {
            const Point corner = page.to_scan.apply(Point{double(block.box.left), double(block.box.top)});
            bookmarks_.try_emplace(block.article,
                                   Bookmark{node, corner.x * points, height - corner.y * points});
        }
    }

    void add_bookmarks() {
        QPDFObjectHandle outlines = pdf_.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>"));
        QPDFObjectHandle before = QPDFObjectHandle::newNull();
        int count = 0;
        for (const Article& article : issue_.articles) {
            const auto found = bookmarks_.find(&article);
            if (found == bookmarks_.end()) continue;
            QPDFObjectHandle place = QPDFObjectHandle::parse(
                fmt::format("[null /XYZ {:.2f} {:.2f} null]", found->second.left, found->second.top));
            place.setArrayItem(0, found->second.page);
            QPDFObjectHandle item = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
            item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(bookmark_title(article)));
            item.replaceKey("/Parent", outlines);
            item.replaceKey("/Dest", place);
            if (before.isNull()) {
                outlines.replaceKey("/First", item);
            } else {
                before.replaceKey("/Next", item);
                item.replaceKey("/Prev", before);
            }
            outlines.replaceKey("/Last", item);
            before = item;
            ++count;
        }
        if (count == 0) return;
        outlines.replaceKey("/Count", QPDFObjectHandle::newInteger(count));
        pdf_.getRoot().replaceKey("/Outlines", outlines);
        pdf_.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
    }

    void describe() {
        const std::string title = issue_title(issue_), language(language_of_issue(issue_));
        QPDFObjectHandle root = pdf_.getRoot();
        if (language != "und") root.replaceKey("/Lang", QPDFObjectHandle::newString(language));
        root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
        info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title));
        info.replaceKey("/Producer", QPDFObjectHandle::newUnicodeString("banwen " + options_.version));
        pdf_.getTrailer().replaceKey("/Info", pdf_.makeIndirectObject(info));
        const std::string xmp = fmt::format(
            "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
            "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><dc:title><rdf:Alt><rdf:li "
            "xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>{}</rdf:li>"
            "</rdf:Bag></dc:language><pdf:Producer>banwen {}</pdf:Producer></rdf:Description></rdf:RDF>"
            "</x:xmpmeta>\n<?xpacket end=\"w\"?>\n",
            html_text(title), html_text(language), html_text(options_.version));
        QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&pdf_, xmp);
        metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
        root.replaceKey("/Metadata", pdf_.makeIndirectObject(metadata));
    }

    const Issue& issue_;
    const WriteOptions& options_;
    std::shared_ptr<ScratchFile> scratch_;
    QPDF pdf_;
    PdfFont font_;
    std::map<const Article*, Bookmark> bookmarks_;
};

}  // namespace

void write_pdf(const Issue& issue, const WriteOptions& options, IssueFolder& folder) {
    folder.add_written("issue.pdf", [&](const std::filesystem::path& file) {
        try {
            PdfIssue pdf(issue, options, file.native() + ".scans");
            pdf.add_pages();
            pdf.save(file);
        } catch (const QPDFExc& problem) {
            throw Error(ExitCode::cannot_write, "issue.pdf cannot be written: " + problem.getMessageDetail());
        } catch (const std::system_error& problem) {
            throw Error(ExitCode::cannot_write,
                        std::string("issue.pdf cannot be written: ") + problem.what());
        }
    });
}

}  // namespace banwen
