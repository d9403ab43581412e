#include "write/written_sample.h"

#include <cmath>

#include "issue/assemble_issue.h"
#include "support/truth_pages.h"
#include "text/clean_text.h"
#include "write/sample_issue.h"
#include "write/write_issue.h"

namespace banwen::test {

namespace {

// The scan stands as crooked as the truth says; lines are upright.
TruthPages scanned_pages() {
    TruthPages truth =
        read_truth_pages(std::filesystem::path(BANWEN_SAMPLES) / "liuxi-2024-03-18/truth.json", true);
    for (std::size_t i = 0; i < truth.pages.size(); ++i) {
        const nlohmann::json& page = truth.truth["pages"][i];
        PageInfo& info = truth.pages[i].info;
        info.width = info.scan_width = page["width"];
        info.height = info.scan_height = page["height"];
        info.dpi = page["dpi"];
        const double angle = page["skew_deg"].get<double>() * 3.14159265358979 / 180;
        const double c = std::cos(angle), s = std::sin(angle), x = info.width / 2.0, y = info.height / 2.0;
        info.to_scan.plane.m = {c, -s, x - c * x + s * y, s, c, y - s * x - c * y, 0, 0, 1};
    }
    return truth;
}

}  // namespace

const Issue& printed_sample() {
    static const Issue issue = clean_text(assemble_issue(scanned_pages().pages, {.name = "sample"}), {});
    return issue;
}

Issue hostile_sample() {
    Issue issue = sample_issue();
    issue.paper = "<&\"'晨报\x01/../..";
    issue.pages[0].file = "/scans/\xED\xA0\x80 <a>&\"\x1B.tif";
    issue.pages[0].label = "]]>\x02版";
    Article& article = issue.articles[0];
    article.blocks[1].text = "<b>春&水 到</b>";
    article.blocks[2].text = "]]>\x01本报\x1B 讯\xE2\x80\xAE𠮷 𪚥\xEF\xBF\xBF\"'&amp;\x7F";
    article.blocks[2].spans = {{0, 8}, {8, 24}};
    article.blocks[4].text = "\xFF段 二\x0B";
    article.blocks[4].spans = {{0, 5}};
    article.doubts = {{"text", 1, 2, {"<曰>&", "]]>\x03"}, 0.41}};
    return issue;
}

std::filesystem::path write_all_formats(const Issue& issue, const std::filesystem::path& output) {
    write_issue(issue, output, {.formats = output_formats(), .version = "1"});
    return output / issue.id;
}

}  // namespace banwen::test
