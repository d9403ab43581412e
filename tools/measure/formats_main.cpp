// measure_formats: what writing each format costs a page, in CPU time and in bytes, beside decoding the scan
// and encoding it as PNG. Exit status: 0 measured, 2 wrong usage, 3 something could not be read, 4 no model.
#include <cstdio>
#include <ctime>
#include <functional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

#include "core/error.h"
#include "core/version.h"
#include "draw/draw_page_picture.h"
#include "read_issue.h"
#include "read_page.h"
#include "recognize/make_recognizer.h"
#include "recognize/single_thread.h"
#include "scan/find_issues.h"
#include "scan/read_stored_image.h"
#include "write/formats.h"

namespace {

using namespace banwen;

struct Cost {
    double seconds = 0;
    std::size_t bytes = 0;
};

// As PNG by libpng's own choice of compression.
Cost png_cost(const PageInfo& page) {
    const std::clock_t begin = std::clock();
    const Scan scan = read_scan({page.file, page.index_in_file}, {});
    const cv::Mat gray(scan.gray.height, scan.gray.width, CV_8U,
                       const_cast<std::uint8_t*>(scan.gray.pixels.data()));
    std::vector<std::uint8_t> bytes;
    cv::imencode(".png", gray, bytes, {cv::IMWRITE_PNG_COMPRESSION, 6});
    return {static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, bytes.size()};
}

Cost format_cost(const Format& format, const Issue& issue, const WriteOptions& options, IssueFolder& folder) {
    const std::size_t before = folder.files().size();
    const std::clock_t begin = std::clock();
    format.write(issue, options, folder);
    Cost cost{static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 0};
    for (std::size_t i = before; i < folder.files().size(); ++i)
        cost.bytes += folder.files()[i].size;
    return cost;
}

void print_row(std::string_view name, const Cost& cost, std::size_t pages) {
    const auto count = static_cast<double>(pages);
    fmt::print("{:<20}{:>10.1f} ms{:>10.1f} kB\n", name, 1000 * cost.seconds / count,
               static_cast<double>(cost.bytes) / 1000 / count);
}

Issue read_pages(const IssueSource& source) {
    const Options options;
    const ReadyRecognizer ready = make_recognizer(options.recognize);
    std::vector<PageText> pages;
    for (const PageRef& ref : source.pages)
        pages.push_back(read_page(ref, static_cast<int>(pages.size()) + 1, *ready.recognizer, options));
    return read_issue(std::move(pages), options);
}

WriteOptions with_pictures() {
    WriteOptions options{.version = std::string(version())};
    options.pages.picture = [](const PageInfo& page, double scale) {
        return draw_page_picture(read_scan({page.file, page.index_in_file}, {}).gray, scale);
    };
    options.pages.stored = [](const PageInfo& page) {
        return read_stored_image({page.file, page.index_in_file}, {});
    };
    return options;
}

void measure(const IssueSource& source) {
    const Issue issue = read_pages(source);
    Cost png, all;
    const auto add = [](Cost& sum, const Cost& cost) {
        sum = {sum.seconds + cost.seconds, sum.bytes + cost.bytes};
    };
    for (const PageInfo& page : issue.pages)
        add(png, png_cost(page));
    const WriteOptions options = with_pictures();
    IssueFolder folder(std::filesystem::temp_directory_path());
    fmt::print("{}: {} pages; of a page\n", source.name, issue.pages.size());
    for (const Format& format : formats()) {
        const Cost cost = format_cost(format, issue, options, folder);
        print_row(format.name, cost, issue.pages.size());
        add(all, cost);
    }
    print_row("all of them", all, issue.pages.size());
    print_row("decoded, as PNG", png, issue.pages.size());
}

}  // namespace

int main(int argc, char** argv) {
    hold_loops_to_one_thread(argv);
    CLI::App app("What writing each format costs a page, beside decoding its scan and encoding it as PNG");
    std::vector<std::string> inputs;
    app.add_option("INPUT", inputs, "Scans, as banwen convert takes them")->required();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::usage);
    }
    try {
        for (const IssueSource& source : find_issues(inputs))
            measure(source);
    } catch (const Error& error) {
        std::fprintf(stderr, "measure_formats: %s\n", error.what());
        return static_cast<int>(error.code());
    }
    return 0;
}
