#include "read_page.h"

#include <utility>

namespace banwen {
namespace {

PageInfo describe(const Scan& scan, const CleanPage& page, const std::vector<TextLine>& lines) {
    MeanConfidence mean;
    for (const TextLine& line : lines)
        mean.add(line);
    return {.file = scan.file,
            .index_in_file = scan.index_in_file,
            .status = lines.empty() ? PageStatus::blank : PageStatus::read,
            .scan_width = page.scan_width,
            .scan_height = page.scan_height,
            .lines = static_cast<int>(lines.size()),
            .width = page.gray.width,
            .height = page.gray.height,
            .dpi = page.scan_dpi,
            .dpi_estimated = page.dpi_estimated,
            .rotation = page.rotation.value,
            .skew = page.skew.value,
            .confidence = mean.value(),
            .to_scan = page.to_scan};
}

}  // namespace

PageText read_page(const PageRef& ref, int number, Recognizer& recognizer, const Options& options) {
    const Scan scan = read_scan(ref, options.scan);
    const CleanPage page = clean_page(scan, options.clean);
    const Layout layout = find_layout(page, options.layout);
    const std::vector<TextLine> lines = recognize_lines(page, layout, number, recognizer, options.recognize);
    OrderedPage ordered = order_articles(layout, lines, options.order);

    PageText text{describe(scan, page, lines), std::move(ordered.articles), std::move(ordered.ledger)};
    text.info.number = number;
    return text;
}

}  // namespace banwen
