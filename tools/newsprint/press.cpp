#include "press.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "image_file.h"
#include "truth.h"
#include "whole_issue.h"

namespace banwen::newsprint {
namespace {

// Pages lie back to back, 1 and 2, 3 and 4: what shows through is the other side.
const Raster& reverse_of(const std::vector<Proof>& proofs, std::size_t page) {
    static const Raster kBlank;
    const std::size_t other = page ^ 1U;
    return other < proofs.size() ? proofs[other].ink : kBlank;
}

void write_image(const PressOrder& order, const Raster& scan, const std::string& file) {
    const std::string path = (std::filesystem::path(order.output) / file).string();
    if (order.image == ImageFormat::png)
        write_png(scan, order.dpi, path);
    else
        write_jpeg(scan, order.dpi, order.quality, path);
}

// What was ordered stands in the truth too, so that figures can be told apart by it.
void write_truth(const PressOrder& order, nlohmann::ordered_json truth) {
    truth["kind"] = order.wishes.kind;
    truth["wear"] = order.wear;
    const auto path = std::filesystem::path(order.output) / "truth.json";
    std::ofstream out(path, std::ios::binary);
    out << truth.dump(1) << '\n';
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

void print_issue(const PressOrder& order) {
    const double figure = wear_figure(order.wear);
    const TypeCase type_case;
    const CopyOrder copy{order.content, order.prose, order.wishes.seed, order.wishes.pages};
    const std::vector<Story> stories = gather_copy(copy);
    const Issue issue = order.wishes.pages == 0 ? plan_whole_issue(type_case, stories, order.wishes)
                                                : plan_issue(type_case, stories, order.wishes);
    std::vector<Proof> proofs;
    for (const Sheet& sheet : issue.sheets)
        proofs.push_back(draw_proof(type_case, sheet, order.dpi));

    std::filesystem::create_directories(order.output);
    Dice dice(order.wishes.seed ^ 0xC0FFEE);
    const char* suffix = order.image == ImageFormat::png ? "png" : "jpg";
    std::vector<DeliveredPage> delivered;
    for (std::size_t i = 0; i < proofs.size(); ++i) {
        DeliveredPage page;
        page.file = fmt::format("page-{:02}.{}", i + 1, suffix);
        page.width = proofs[i].ink.width;
        page.height = proofs[i].ink.height;
        page.dpi = order.dpi;
        page.wear = choose_wear(figure, dice);
        page.line_ink = proofs[i].line_ink;
        write_image(order, make_scan(page.wear, proofs[i].ink, reverse_of(proofs, i), order.dpi, dice),
                    page.file);
        delivered.push_back(std::move(page));
    }
    write_truth(order, describe_issue(issue, delivered));
}

}  // namespace banwen::newsprint
