#include "read_page.h"

#include <utility>

#include "half_size.h"

namespace banwen {
namespace {

PageInfo describe(const PageRef& ref, const CleanPage& page, const std::vector<TextLine>& lines) {
    MeanConfidence mean;
    for (const TextLine& line : lines)
        mean.add(line);
    return {.file = ref.file,
            .index_in_file = ref.index,
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

PageWalk walk_to(PageRoom last, Scan scan, int number, const std::function<Recognizer&()>& recognizer,
                 const Options& options) {
    PageWalk walk;
    walk.page = clean_page(scan, options.clean);
    scan = {};  // memory for the rooms behind
    if (last == PageRoom::clean) return walk;
    walk.layout = find_layout(walk.page, options.layout);
    if (last == PageRoom::layout) return walk;
    walk.lines = recognize_lines(walk.page, walk.layout, number, recognizer(), options.recognize);
    if (last == PageRoom::recognize) return walk;
    walk.ordered = order_articles(walk.layout, walk.lines, options.order);
    return walk;
}

namespace {

PageText read_scanned(const PageRef& ref, Scan scan, int number, Recognizer& recognizer,
                      const Options& options) {
    PageWalk walk = walk_to(
        PageRoom::order, std::move(scan), number, [&]() -> Recognizer& { return recognizer; }, options);
    PageText text{describe(ref, walk.page, walk.lines), std::move(walk.ordered.articles),
                  std::move(walk.ordered.ledger)};
    text.info.number = number;
    return text;
}

}  // namespace

PageText read_page(const PageRef& ref, int number, Recognizer& recognizer, const Options& options) {
    return read_scanned(ref, read_scan(ref, options.scan), number, recognizer, options);
}

PageText read_page_gently(const PageRef& ref, int number, Recognizer& recognizer, const Options& options) {
    Scan scan = read_scan(ref, options.scan);
    const int width = scan.gray.width;
    const int height = scan.gray.height;
    scan = half_size(std::move(scan));
    const bool halved = scan.gray.width < width;
    PageText text = read_scanned(ref, std::move(scan), number, recognizer, options);
    if (!halved) return text;
    text.info.to_scan.plane = chain(text.info.to_scan.plane, {{2, 0, 0, 0, 2, 0, 0, 0, 1}});
    text.info.scan_width = width;
    text.info.scan_height = height;
    text.info.dpi *= 2;
    return text;
}

}  // namespace banwen
