#include "write/manifest.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "checksum/sha256.h"
#include "core/error.h"
#include "core/printable.h"
#include "write/json_text.h"
#include "write/page_names.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSchema = "banwen-manifest/1";
constexpr const char* kFile = "manifest.json";

Json inputs_json(const Manifest& manifest) {
    Json list = Json::array();
    for (const ManifestInput& input : manifest.inputs)
        list.push_back(
            {{"page", input.page}, {"file", input.file}, {"index", input.index}, {"sha256", input.sha256}});
    return list;
}

Manifest parse(const Json& json) {
    Manifest manifest;
    manifest.issue = json.at("issue");
    manifest.version = json.at("version");
    manifest.options = json_line(json.at("options"));
    manifest.models = json.at("models").get<std::vector<std::string>>();
    for (const Json& item : json.at("inputs"))
        manifest.inputs.push_back({item.at("page"), item.at("file"), item.at("index"), item.at("sha256")});
    for (const Json& item : json.at("failed_pages"))
        manifest.failed_pages.push_back({item.at("page"), item.at("file"), item.at("error")});
    for (const Json& item : json.at("files"))
        manifest.files.push_back({item.at("name"), item.at("size"), item.at("sha256")});
    return manifest;
}

std::string fault_of(const fs::path& folder, const WrittenFile& file) {
    std::error_code failed;
    const std::uint64_t size = fs::file_size(folder / file.name, failed);
    if (failed) return fmt::format("{}: is missing", file.name);
    if (size != file.size) return fmt::format("{}: has {} bytes instead of {}", file.name, size, file.size);
    if (sha256_of_file(folder / file.name) != file.sha256)
        return fmt::format("{}: has been changed", file.name);
    return "";
}

std::vector<std::string> unlisted_files(const fs::path& folder, const Manifest& manifest) {
    std::set<std::string> listed = {kFile};
    for (const WrittenFile& file : manifest.files)
        listed.insert(file.name);
    std::vector<std::string> names;
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, failed)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (!entry.is_directory(failed) && !listed.contains(name)) names.push_back(printable(name));
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

Manifest expected_manifest(const std::string& issue, const WriteOptions& options,
                           const std::vector<ModelUsed>& models, const std::vector<PageInfo>& inputs) {
    Manifest manifest{.issue = issue,
                      .version = options.version,
                      .options = json_line(json_or_text(options.options_record)),
                      .models = {},
                      .inputs = {},
                      .failed_pages = {},
                      .files = {}};
    for (const ModelUsed& model : models)
        manifest.models.push_back(model.engine + " " + model.sha256);
    for (const PageInfo& page : inputs)
        manifest.inputs.push_back({page.number, file_name_of(page), page.index_in_file, page.sha256});
    return manifest;
}

Manifest manifest_of(const Issue& issue, const WriteOptions& options, std::vector<WrittenFile> files) {
    Manifest manifest = expected_manifest(issue.id, options, issue.models, issue.pages);
    for (const PageInfo& page : issue.pages)
        if (page.status == PageStatus::failed)
            manifest.failed_pages.push_back({page.number, file_name_of(page), portable_error(page)});
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    manifest.files = std::move(files);
    return manifest;
}

std::string to_json(const Manifest& manifest) {
    Json failed = Json::array();
    for (const FailedPage& page : manifest.failed_pages)
        failed.push_back({{"page", page.page}, {"file", page.file}, {"error", page.error}});
    Json files = Json::array();
    for (const WrittenFile& file : manifest.files)
        files.push_back({{"name", file.name}, {"size", file.size}, {"sha256", file.sha256}});
    return json_page({{"schema", kSchema},
                      {"issue", manifest.issue},
                      {"status", manifest.complete() ? "complete" : "partial"},
                      {"failed_pages", std::move(failed)},
                      {"version", manifest.version},
                      {"options", json_or_text(manifest.options)},
                      {"models", manifest.models},
                      {"inputs", inputs_json(manifest)},
                      {"files", std::move(files)}});
}

std::optional<Manifest> read_manifest(const fs::path& folder) {
    std::ifstream stream(folder / kFile, std::ios::binary);
    if (!stream) return std::nullopt;
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const Json json = Json::parse(text, nullptr, false);
    try {
        if (json.is_discarded() || json.at("schema") != kSchema) return std::nullopt;
        return parse(json);
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::vector<std::string> verify_folder(const fs::path& folder, const Manifest& manifest) {
    std::vector<std::string> faults;
    for (const WrittenFile& file : manifest.files)
        if (std::string fault = fault_of(folder, file); !fault.empty()) faults.push_back(std::move(fault));
    for (const std::string& name : unlisted_files(folder, manifest))
        faults.push_back(fmt::format("{}: is not in the manifest", name));
    return faults;
}

bool files_are_there(const fs::path& folder, const Manifest& manifest) {
    return std::all_of(manifest.files.begin(), manifest.files.end(), [&](const WrittenFile& file) {
        std::error_code failed;
        return fs::file_size(folder / file.name, failed) == file.size && !failed;
    });
}

std::string why_not_replaceable(const fs::path& folder) {
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(folder, failed)) ||
        (fs::is_directory(folder, failed) && fs::is_empty(folder, failed)))
        return "";
    const std::string shown = printable(folder.native());
    const std::optional<Manifest> manifest = read_manifest(folder);
    if (!manifest)
        return fmt::format("{}: is there already and is not a result of banwen; choose another --output",
                           shown);
    const std::vector<std::string> foreign = unlisted_files(folder, *manifest);
    if (foreign.empty()) return "";
    return fmt::format(
        "{}/{}: is not a file of banwen; move it out of the result, "
        "which would be replaced as a whole",
        shown, foreign.front());
}

}  // namespace banwen
