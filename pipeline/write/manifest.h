// manifest.json: what stands in an issue's folder, what it was made from, and whether all of it is there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/issue.h"
#include "write/write_issue.h"

namespace banwen {

// A file as the manifest lists it; `name` is relative to the issue's folder, with '/'.
struct WrittenFile {
    std::string name;
    std::uint64_t size = 0;
    std::string sha256;
};

// One page that the issue was made from.
struct ManifestInput {
    int page = 0;
    std::string file;  // name without folders, printable
    int index = 0;     // 0-based page inside the file
    std::string sha256;
    bool operator==(const ManifestInput&) const = default;
};

struct FailedPage {
    int page = 0;
    std::string file;
    std::string error;
};

struct Manifest {
    std::string issue;
    std::string version;
    std::string options;              // compact JSON
    std::vector<std::string> models;  // sha256 of each
    std::vector<ManifestInput> inputs;
    std::vector<FailedPage> failed_pages;  // none: the issue is complete
    std::vector<WrittenFile> files;        // all but manifest.json itself

    bool complete() const { return failed_pages.empty(); }
};

// What the issue's manifest says, with the given files.
Manifest manifest_of(const Issue& issue, const WriteOptions& options, std::vector<WrittenFile> files);

// The same fields for an issue that has not been read yet; `inputs` by page number.
Manifest expected_manifest(const std::string& issue, const WriteOptions& options,
                           const std::vector<ModelUsed>& models, const std::vector<PageInfo>& inputs);

std::string to_json(const Manifest& manifest);

// The manifest of an issue's folder; nothing where there is none or it is not one of banwen's.
std::optional<Manifest> read_manifest(const std::filesystem::path& folder);

// One line for each way in which the folder is not as its manifest says: a file is missing, has another size,
// has other contents, or stands there without being listed. Empty when all is well.
std::vector<std::string> verify_folder(const std::filesystem::path& folder, const Manifest& manifest);

// The quick part of it: every listed file is there and has its size.
bool files_are_there(const std::filesystem::path& folder, const Manifest& manifest);

// Where `folder` exists and is not a result that banwen wrote and may replace, one line that says why; else
// "". Nobody's scans or notes are removed because an output folder was chosen badly.
std::string why_not_replaceable(const std::filesystem::path& folder);

}  // namespace banwen
