// Each options struct is taken apart with all its members: a member that is added to one of them and not
// recorded here is a compile error.
#include "batch/options_record.h"

#include <type_traits>

#include <nlohmann/json.hpp>

namespace banwen {
namespace {

using Record = nlohmann::ordered_json;

Record record_of(const ScanOptions& options) {
    const auto& [max_pixels, max_side, render_dpi] = options;
    return {{"max_pixels", max_pixels}, {"max_side", max_side}, {"render_dpi", render_dpi}};
}

Record record_of(const CleanOptions& options) {
    const auto& [max_skew_deg, min_type_px, default_type_mm] = options;
    return {
        {"max_skew_deg", max_skew_deg}, {"min_type_px", min_type_px}, {"default_type_mm", default_type_mm}};
}

Record record_of(const LayoutOptions& options) {
    const auto& [min_rule_em, max_rule_mm, min_picture_em, min_gutter_em, headline_em] = options;
    return {{"min_rule_em", min_rule_em},
            {"max_rule_mm", max_rule_mm},
            {"min_picture_em", min_picture_em},
            {"min_gutter_em", min_gutter_em},
            {"headline_em", headline_em}};
}

// What is read does not depend on the number of threads.
Record record_of(const RecognizeOptions& options) {
    const auto& [engine, model, lang, line_height, min_gap_em, threads] = options;
    return {{"engine", name_of(engine)},
            {"model", model},
            {"lang", lang},
            {"line_height", line_height},
            {"min_gap_em", min_gap_em}};
}

// `name` is another one for each issue of a run; the issue's id tells it.
Record record_of(const IssueOptions& options) {
    const auto& [paper, date, edition, name] = options;
    return {{"paper", paper}, {"date", date}, {"edition", edition}};
}

Record record_of(const TextOptions& options) {
    const auto& [punctuation, script, doubts, indent_em, short_line_em] = options;
    return {{"punctuation", name_of(punctuation)},
            {"script", name_of(script)},
            {"doubts", name_of(doubts)},
            {"indent_em", indent_em},
            {"short_line_em", short_line_em}};
}

// The last three are the run's own: what made the files, this record, and the pages' pictures.
Record record_of(const WriteOptions& options) {
    const auto& [formats, alto_version, version, options_record, pages] = options;
    return {{"formats", written_formats(options)}, {"alto", alto_version}};
}

}  // namespace

std::string options_record(const RunOptions& options) {
    static_assert(std::is_empty_v<OrderOptions>, "an option of the order room wants a record");
    const auto& [scan, clean, layout, recognize, order, issue, text] = options.walk;
    const Record record = {{"scan", record_of(scan)},          {"clean", record_of(clean)},
                           {"layout", record_of(layout)},      {"recognize", record_of(recognize)},
                           {"issue", record_of(issue)},        {"text", record_of(text)},
                           {"write", record_of(options.write)}};
    return record.dump(-1, ' ', false, Record::error_handler_t::replace);
}

}  // namespace banwen
