#include <cstdio>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "commands.h"
#include "draw/draw_overlay.h"
#include "read_page.h"
#include "recognize/make_recognizer.h"

namespace banwen {
namespace {

constexpr const char* kFooter =
    R"(Walks one page through the rooms up to the one that is named, prints what that found, and draws it:
  clean      the upright page, its ink, and level lines to see its skew by
  layout     regions by kind with their numbers, lines, rules, frames, pictures
  recognize  each glyph's box by how sure its reading is; the text is printed
  order      a colour an article, numbers and arrows in reading order; lines in no article are red

Example:
  banwen inspect scan.jpg --room layout --output layout.png)";

struct InspectCommand {
    std::string page;
    int index = 1;  // 1-based page of the file
    std::string room;
    std::string output;
    DrawOptions draw;
    Options options;
};

std::string place_of(const Box& box) {
    return fmt::format("{},{} {}x{}", box.left, box.top, box.width, box.height);
}

void print_page(const CleanPage& page) {
    fmt::print(
        "page {}x{} px, {:.0f} dpi{}, turned {} degrees ({:.2f}), skew {:.2f} degrees ({:.2f}), "
        "bent by up to {:.0f} px ({:.2f}), "
        "body type {:.1f} px ({:.2f})\n",
        page.gray.width, page.gray.height, page.dpi, page.dpi_estimated ? " (estimated)" : "",
        page.rotation.value, page.rotation.confidence, page.skew.value, page.skew.confidence, page.bend.value,
        page.bend.confidence, page.type_size.value, page.type_size.confidence);
}

void print_layout(const Layout& layout) {
    fmt::print("{} regions, {} rules, {} frames, {} pictures; body type {:.1f} px, lines {:.1f} px apart\n",
               layout.regions.size(), layout.rules.size(), layout.frames.size(), layout.pictures.size(),
               layout.type_size, layout.line_pitch);
}

void print_lines(const std::vector<TextLine>& lines) {
    for (const TextLine& line : lines)
        fmt::print("{:4} region {:3} at {:22} {:.2f}  {}\n", line.id.index, line.region, place_of(line.box),
                   confidence(line), plain_text(line));
}

void print_order(const OrderedPage& ordered) {
    for (std::size_t i = 0; i < ordered.articles.size(); ++i) {
        fmt::print("{}{} {}\n", i == 0 ? "" : "\n", i + 1, name_of(ordered.articles[i].type));
        for (const Block& block : ordered.articles[i].blocks)
            for (const TextLine& line : block.lines)
                fmt::print("  {:4}  {}\n", line.id.index, plain_text(line));
    }
    for (const LedgerEntry& entry : ordered.ledger)
        fmt::print("left out {:4}  {}: {}\n", entry.line.index, entry.reason, entry.text);
}

struct InspectedRoom {
    PageRoom room = PageRoom::clean;
    void (*print)(const PageWalk&) = nullptr;
};

const std::map<std::string, InspectedRoom> kRooms = {
    {"clean", {PageRoom::clean, [](const PageWalk&) {}}},
    {"layout", {PageRoom::layout, [](const PageWalk& walk) { print_layout(walk.layout); }}},
    {"recognize", {PageRoom::recognize, [](const PageWalk& walk) { print_lines(walk.lines); }}},
    {"order", {PageRoom::order, [](const PageWalk& walk) { print_order(walk.ordered); }}},
};

ExitCode inspect(InspectCommand& wanted) {
    ReadyRecognizer ready;
    const auto make = [&]() -> Recognizer& {
        ready = make_recognizer(wanted.options.recognize);
        if (!ready.notice.empty()) fmt::print(stderr, "banwen: {}\n", ready.notice);
        return *ready.recognizer;
    };
    Scan scan = read_scan({wanted.page, wanted.index - 1}, wanted.options.scan);
    const InspectedRoom& room = kRooms.at(wanted.room);
    PageWalk walk = walk_to(room.room, std::move(scan), 1, make, wanted.options);
    print_page(walk.page);
    room.print(walk);
    constexpr int kLevelLines = 12;
    if (room.room == PageRoom::clean) wanted.draw.grid = kLevelLines;
    const Overlay overlay{std::move(walk.layout), std::move(walk.lines), std::move(walk.ordered.articles)};
    draw_overlay(walk.page, overlay, wanted.output, wanted.draw);
    fmt::print(stderr, "banwen: drawn to {}\n", wanted.output);
    return ExitCode::ok;
}

std::string room_fault(const std::string& text) {
    return kRooms.contains(text) ? "" : text + " is none of clean, layout, recognize, order";
}

}  // namespace

Action define_inspect(CLI::App& command) {
    const auto wanted = std::make_shared<InspectCommand>();
    command.footer(kFooter);
    command.add_option("PAGE", wanted->page, "A page image or PDF file")->type_name("")->required();
    command.add_option("--page", wanted->index, "Which page of a file that holds several")
        ->check(CLI::Range(1, 100'000).description(""))
        ->type_name("N")
        ->capture_default_str();
    command.add_option("-r,--room", wanted->room, "clean, layout, recognize or order")
        ->check(CLI::Validator(room_fault, ""))
        ->type_name("NAME")
        ->required();
    command.add_option("-o,--output", wanted->output, "The picture, .png or .jpg")
        ->type_name("FILE")
        ->required();
    command.add_option("--max-side", wanted->draw.max_side, "Longest side of the picture in pixels")
        ->check(CLI::Range(100, 30'000).description(""))
        ->type_name("N")
        ->capture_default_str();
    command.add_option("--lang", wanted->options.recognize.lang, "Languages, as chi_sim+eng")
        ->type_name("NAME")
        ->capture_default_str();
    command.add_option("--model", wanted->options.recognize.model, "As for convert")->type_name("NAME");
    return [wanted] { return inspect(*wanted); };
}

}  // namespace banwen
