#include "press.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "harm_table.h"
#include "image_file.h"
#include "truth.h"
#include "whole_issue.h"

namespace banwen::newsprint {
namespace {

// Proofs of the pages at hand. A page at a high resolution is large, and an issue may have many: no more are
// kept than lie together under one lamp.
class ProofShelf {
  public:
    ProofShelf(const TypeCase& type_case, const Issue& issue, int dpi)
        : type_case_(type_case), issue_(issue), dpi_(dpi) {}

    std::size_t pages() const { return issue_.sheets.size(); }

    // The proofs of these pages; they stay until the next call.
    void hold(const std::set<std::size_t>& wanted) {
        std::erase_if(proofs_, [&](const auto& held) { return !wanted.contains(held.first); });
        for (const std::size_t page : wanted)
            if (!proofs_.contains(page))
                proofs_.emplace(page, draw_proof(type_case_, issue_.sheets[page], dpi_));
    }
    const Proof& at(std::size_t page) const { return proofs_.at(page); }

  private:
    const TypeCase& type_case_;
    const Issue& issue_;
    int dpi_;
    std::map<std::size_t, Proof> proofs_;
};

// Pages lie back to back, 1 and 2, 3 and 4: what shows through is the other side. A last page without one
// takes the page before it, a single page itself.
std::size_t behind(std::size_t page, std::size_t pages) {
    const std::size_t other = page ^ 1U;
    if (other < pages) return other;
    return page > 0 ? page - 1 : page;
}

// Of an opened sheet the outer pages lie side by side; any page but the one behind serves.
std::size_t beside(std::size_t page, std::size_t pages) {
    return pages > 2 ? (page + pages - 2) % pages : page;
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

DeliveredPage deliver_page(const PressOrder& order, ProofShelf& shelf, std::size_t page, const Wear& wear,
                           Dice& dice) {
    const std::size_t back = behind(page, shelf.pages());
    const std::size_t next = wear.bends.neighbour_mm > 0 ? beside(page, shelf.pages()) : page;
    shelf.hold({page, back, next});
    const Proof& proof = shelf.at(page);
    const SheetMap map(wear.bends, proof.ink.width, proof.ink.height, order.dpi, dice.fork(1));
    const char* suffix = order.image == ImageFormat::png ? "png" : "jpg";
    const std::string file = fmt::format("page-{:02}.{}", page + 1, suffix);
    const Stack stack{proof, shelf.at(back).ink, shelf.at(next).ink};
    write_image(order, make_scan(wear, map, stack, order.dpi, dice), file);
    return {file, order.dpi, wear, map, proof.line_ink};
}

}  // namespace

void print_issue(const PressOrder& order) {
    const double figure = wear_figure(order.wear);
    with_harms({}, order.harms);  // refuses a wrong setting before there is a folder
    const TypeCase type_case;
    const CopyOrder copy{order.content, order.prose, order.wishes.seed, order.wishes.pages};
    const std::vector<Story> stories = gather_copy(copy);
    const Issue issue = order.wishes.pages == 0 ? plan_whole_issue(type_case, stories, order.wishes)
                                                : plan_issue(type_case, stories, order.wishes);
    ProofShelf shelf(type_case, issue, order.dpi);

    std::filesystem::create_directories(order.output);
    Dice dice(order.wishes.seed ^ 0xC0FFEE);
    std::vector<DeliveredPage> delivered;
    for (std::size_t i = 0; i < shelf.pages(); ++i) {
        Dice luck = dice.fork(i);
        const Wear wear = with_harms(choose_wear(figure, luck), order.harms);
        delivered.push_back(deliver_page(order, shelf, i, wear, luck));
    }
    write_truth(order, describe_issue(issue, delivered));
}

}  // namespace banwen::newsprint
