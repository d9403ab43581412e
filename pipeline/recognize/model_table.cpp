#include "recognize/model_table.h"

#include <sstream>

namespace banwen {
namespace {

constexpr const char* kManifest =
#include "manifest_text.inc"
    ;

}  // namespace

std::vector<ModelRow> parse_manifest(std::string_view text) {
    std::vector<ModelRow> rows;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream columns(line);
        ModelRow row;
        std::string licence, when, how, package, package_sha256, file;
        columns >> row.name >> row.version >> row.sha256 >> licence >> when >> how >> package >>
            package_sha256 >> file;
        if (columns.fail() || row.name.starts_with('#')) continue;
        if (how == "debian") row.installed_file = file;
        rows.push_back(std::move(row));
    }
    return rows;
}

const std::vector<ModelRow>& built_in_models() {
    static const std::vector<ModelRow> rows = parse_manifest(kManifest);
    return rows;
}

}  // namespace banwen
