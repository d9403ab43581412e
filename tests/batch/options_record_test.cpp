#include "batch/options_record.h"

#include <functional>
#include <set>

#include <gtest/gtest.h>

namespace banwen {
namespace {

using Change = std::function<void(RunOptions&)>;

// Every member of every options struct, changed once. options_record.cpp does not compile with fewer or more.
const std::vector<Change> kChanges = {
    [](RunOptions& o) { o.walk.scan.max_pixels += 1; },
    [](RunOptions& o) { o.walk.scan.max_side += 1; },
    [](RunOptions& o) { o.walk.scan.render_dpi += 1; },
    [](RunOptions& o) { o.walk.clean.max_skew_deg += 1; },
    [](RunOptions& o) { o.walk.clean.min_type_px += 1; },
    [](RunOptions& o) { o.walk.clean.default_type_mm += 1; },
    [](RunOptions& o) { o.walk.layout.min_rule_em += 1; },
    [](RunOptions& o) { o.walk.layout.max_rule_mm += 1; },
    [](RunOptions& o) { o.walk.layout.min_picture_em += 1; },
    [](RunOptions& o) { o.walk.layout.min_gutter_em += 1; },
    [](RunOptions& o) { o.walk.layout.headline_em += 1; },
    [](RunOptions& o) { o.walk.recognize.engine = Engine::lstm; },
    [](RunOptions& o) { o.walk.recognize.engine = Engine::tesseract; },
    [](RunOptions& o) { o.walk.recognize.model = "fast"; },
    [](RunOptions& o) { o.walk.recognize.lang = "chi_sim+eng"; },
    [](RunOptions& o) { o.walk.recognize.line_height += 1; },
    [](RunOptions& o) { o.walk.recognize.effort = Effort::fast; },
    [](RunOptions& o) { o.walk.recognize.effort = Effort::high; },
    [](RunOptions& o) { o.walk.recognize.min_gap_em += 1; },
    [](RunOptions& o) { o.walk.issue.paper = "dawn"; },
    [](RunOptions& o) { o.walk.issue.date = "2020-03-24"; },
    [](RunOptions& o) { o.walk.issue.edition = "b"; },
    [](RunOptions& o) { o.walk.text.punctuation = Punctuation::ascii; },
    [](RunOptions& o) { o.walk.text.script = PrintedScript::hans; },
    [](RunOptions& o) { o.walk.text.indent_em += 1; },
    [](RunOptions& o) { o.walk.text.short_line_em += 1; },
    [](RunOptions& o) { o.write.formats = {"lines"}; },
    [](RunOptions& o) { o.write.alto_version = "4.2"; },
};

TEST(OptionsRecord, TellsEveryOptionThatCanChangeTheResult) {
    std::set<std::string> records = {options_record({})};
    for (std::size_t i = 0; i < kChanges.size(); ++i) {
        RunOptions options;
        kChanges[i](options);
        EXPECT_TRUE(records.insert(options_record(options)).second) << "change " << i;
    }
}

TEST(OptionsRecord, TellsNothingThatCannot) {
    RunOptions options;
    options.inputs = {"scans"};
    options.output = "out";
    options.jobs = 7;
    options.walk.recognize.threads = 3;
    options.redo = Redo::all;
    options.walk.issue.name = "dawn";
    options.write.version = "2";
    EXPECT_EQ(options_record(options), options_record({}));
}

}  // namespace
}  // namespace banwen
