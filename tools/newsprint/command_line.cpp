#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "harm_table.h"
#include "press.h"
#include "whole_issue.h"

namespace banwen::newsprint {
namespace {

std::string list_of_harms() {
    std::string list = "Harms:";
    for (const Harm& harm : all_harms())
        list += fmt::format("\n  {:20}{:10}{}", harm.name, fmt::format("{:g}..{:g}", harm.least, harm.most),
                            harm.what);
    return list;
}

}  // namespace

ParsedOrder parse_order(int argc, char** argv) {
    ParsedOrder parsed;
    PressOrder& order = parsed.order;
    order.prose = NEWSPRINT_PROSE;
    std::string image = "png";
    std::string content = "prose";
    CLI::App app{"Draws invented newspaper pages together with the truth about them."};
    app.add_option("--seed", order.wishes.seed, "Every throw follows from it")->required();
    app.add_option("--kind", order.wishes.kind, "Format of the paper")
        ->check(CLI::IsMember({"tabloid", "broadsheet", "newsletter"}))
        ->capture_default_str();
    app.add_option("--pages", order.wishes.pages,
                   "Pages of the issue; 0: until every character of the copy is printed")
        ->check(CLI::Range(0, kMostPages))
        ->capture_default_str();
    app.add_option("--wear", order.wear, "clean, scan, worn, ruined, or a figure 0..2")
        ->capture_default_str();
    app.add_option("--harm", order.harms,
                   "NAME=FIGURE: one harm of the wear, over what --wear says; repeatable")
        ->type_name("NAME=FIGURE")
        ->allow_extra_args(false);
    app.footer(list_of_harms());
    app.add_option("--dpi", order.dpi, "Resolution, 72 to 1200; papers are scanned at 200, 300, 400 or 600")
        ->check(CLI::Range(72, 1200))
        ->capture_default_str();
    app.add_option("--output", order.output, "Folder for page images and truth.json")->required();
    app.add_option("--image", image, "File format of the pages")
        ->check(CLI::IsMember({"png", "jpeg"}))
        ->capture_default_str();
    app.add_option("--quality", order.quality, "Of JPEG")->check(CLI::Range(1, 100))->capture_default_str();
    app.add_option("--paper", order.wishes.paper, "Name of the paper (default: thrown)");
    app.add_option("--date", order.wishes.date, "Day of issue, yyyy-mm-dd (default: thrown)");
    app.add_option("--edition", order.wishes.edition, "Edition")->capture_default_str();
    app.add_option("--prose", order.prose, "Prose bank, or documentation as HTML")->capture_default_str();
    app.add_option("--content", content, "What the articles are made of")
        ->check(CLI::IsMember({"prose", "gb2312", "figures"}))
        ->capture_default_str();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        parsed.exit_status = app.exit(error) == 0 ? 0 : 2;
    }
    if (content == "gb2312") order.content = Content::gb2312;
    if (content == "figures") order.content = Content::figures;
    order.image = image == "png" ? ImageFormat::png : ImageFormat::jpeg;
    return parsed;
}

}  // namespace banwen::newsprint
