// The values that travel between processes or into files, member by member: the one list by which they are
// written and read. A member that is added to one of them and not named here is a compile error.
#pragma once

#include <concepts>
#include <type_traits>

#include "core/issue.h"
#include "options.h"

namespace banwen {

// T itself or const T.
template <typename Value, typename T>
concept Of = std::same_as<std::remove_const_t<Value>, T>;

// Each visit_members calls `visit(name, member)` for all members in order.

template <Of<Box> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [left, top, width, height] = value;
    visit("left", left), visit("top", top), visit("width", width), visit("height", height);
}

template <Of<PageMap> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [m] = value;
    visit("m", m);
}

template <Of<Point> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [x, y] = value;
    visit("x", x), visit("y", y);
}

template <Of<Bend> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [cells_x, cells_y, step, origin, knots] = value;
    visit("cells_x", cells_x), visit("cells_y", cells_y), visit("step", step), visit("origin", origin);
    visit("knots", knots);
}

template <Of<ScanMap> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [plane, bend] = value;
    visit("plane", plane), visit("bend", bend);
}

template <Of<Reading> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [text, confidence] = value;
    visit("text", text), visit("confidence", confidence);
}

template <Of<Glyph> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [box, readings, space_before] = value;
    visit("box", box), visit("readings", readings), visit("space_before", space_before);
}

template <Of<LineId> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [page, index] = value;
    visit("page", page), visit("index", index);
}

template <Of<TextLine> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [id, region, kind, mode, box, measure, type_size, glyphs] = value;
    visit("id", id), visit("region", region), visit("kind", kind), visit("mode", mode), visit("box", box);
    visit("measure", measure), visit("type_size", type_size), visit("glyphs", glyphs);
}

template <Of<TextSpan> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [start, end] = value;
    visit("start", start), visit("end", end);
}

template <Of<Block> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [kind, lines, text, spans] = value;
    visit("kind", kind), visit("lines", lines), visit("text", text), visit("spans", spans);
}

template <Of<Byline> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [role, name, start, end] = value;
    visit("role", role), visit("name", name), visit("start", start), visit("end", end);
}

template <Of<Dateline> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [place, agency, start, end] = value;
    visit("place", place), visit("agency", agency), visit("start", start), visit("end", end);
}

template <Of<Jump> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [to_page, from_page, status] = value;
    visit("to_page", to_page), visit("from_page", from_page), visit("status", status);
}

template <Of<Pointer> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [line, page, article, start, end] = value;
    visit("line", line), visit("page", page), visit("article", article), visit("start", start);
    visit("end", end);
}

template <Of<Doubt> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [field, start, end, readings, confidence] = value;
    visit("field", field), visit("start", start), visit("end", end), visit("readings", readings);
    visit("confidence", confidence);
}

template <Of<Article> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [id, type, pages, blocks, bylines, dateline, jump, doubts, pointers] = value;
    visit("id", id), visit("type", type), visit("pages", pages), visit("blocks", blocks);
    visit("bylines", bylines), visit("dateline", dateline), visit("jump", jump), visit("doubts", doubts);
    visit("pointers", pointers);
}

template <Of<PageInfo> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [number, label, file, index_in_file, sha256, status, error, scan_width, scan_height, lines, width,
           height, dpi, dpi_estimated, rotation, skew, confidence, to_scan] = value;
    visit("number", number), visit("label", label), visit("file", file);
    visit("index_in_file", index_in_file), visit("sha256", sha256), visit("status", status);
    visit("error", error), visit("scan_width", scan_width), visit("scan_height", scan_height);
    visit("lines", lines), visit("width", width), visit("height", height), visit("dpi", dpi);
    visit("dpi_estimated", dpi_estimated), visit("rotation", rotation), visit("skew", skew);
    visit("confidence", confidence), visit("to_scan", to_scan);
}

template <Of<LedgerEntry> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [line, reason, text, kept, written, same_as] = value;
    visit("line", line), visit("reason", reason), visit("text", text), visit("kept", kept);
    visit("written", written), visit("same_as", same_as);
}

template <Of<PageText> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [info, articles, ledger] = value;
    visit("info", info), visit("articles", articles), visit("ledger", ledger);
}

template <Of<ModelUsed> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [name, file, sha256, engine, version] = value;
    visit("name", name), visit("file", file), visit("sha256", sha256), visit("engine", engine);
    visit("version", version);
}

template <Of<ScanOptions> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [max_pixels, max_side, render_dpi] = value;
    visit("max_pixels", max_pixels), visit("max_side", max_side), visit("render_dpi", render_dpi);
}

template <Of<CleanOptions> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [max_skew_deg, min_type_px, default_type_mm] = value;
    visit("max_skew_deg", max_skew_deg), visit("min_type_px", min_type_px);
    visit("default_type_mm", default_type_mm);
}

template <Of<LayoutOptions> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [min_rule_em, max_rule_mm, min_picture_em, min_gutter_em, headline_em] = value;
    visit("min_rule_em", min_rule_em), visit("max_rule_mm", max_rule_mm);
    visit("min_picture_em", min_picture_em), visit("min_gutter_em", min_gutter_em);
    visit("headline_em", headline_em);
}

template <Of<RecognizeOptions> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [engine, model, lang, line_height, effort, min_gap_em, threads] = value;
    visit("engine", engine), visit("model", model), visit("lang", lang), visit("line_height", line_height);
    visit("effort", effort);
    visit("min_gap_em", min_gap_em), visit("threads", threads);
}

template <Of<OrderOptions> Value>
void visit_members(Value&, auto&&) {
    static_assert(std::is_empty_v<OrderOptions>, "a member of these options wants to be named here");
}

template <Of<IssueOptions> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [paper, date, edition, name] = value;
    visit("paper", paper), visit("date", date), visit("edition", edition), visit("name", name);
}

template <Of<TextOptions> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [punctuation, script, doubts, indent_em, short_line_em] = value;
    visit("punctuation", punctuation), visit("script", script), visit("doubts", doubts);
    visit("indent_em", indent_em), visit("short_line_em", short_line_em);
}

template <Of<Options> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [scan, clean, layout, recognize, order, issue, text] = value;
    visit("scan", scan), visit("clean", clean), visit("layout", layout), visit("recognize", recognize);
    visit("order", order), visit("issue", issue), visit("text", text);
}

}  // namespace banwen
