// The write room: an Issue becomes files. An issue's folder is complete or it is not there.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/issue.h"

namespace banwen {

struct WriteOptions {
    std::vector<std::string> formats = {"txt", "md",
                                        "jsonl"};  // txt, jsonl and issue.json are always written
    std::string version;                           // of the program, for the record
    std::string options_record =
        "{}";  // the run's options as JSON, for the record and for noticing changed options
};

// Writes DIR/<issue id>/…; manifest.json comes last, by rename. A failed page makes the manifest say
// "partial". Throws Error(cannot_write): folder not writable, disk full; nothing half-written then looks
// complete.
void write_issue(const Issue& issue, const std::filesystem::path& output, const WriteOptions& options);

}  // namespace banwen
