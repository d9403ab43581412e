// The write room: an Issue becomes files. An issue's folder is complete or it is not there.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/issue.h"
#include "write/page_source.h"

namespace banwen {

struct WriteOptions {
    // Names of output_formats(); txt and jsonl are written whatever stands here.
    std::vector<std::string> formats = {"txt", "md", "jsonl"};
    std::string alto_version = "4.4";  // or 4.2, for readers that know no later one
    std::string version;               // of the program, for the record
    // The run's options as JSON, for the record and for noticing changed options.
    std::string options_record = "{}";
    PageSource pages;  // formats that show the page do without its picture where this is empty
};

// Every format that `formats` may name, in the order in which they are written.
std::vector<std::string> output_formats();

// Those of them that are written under these options, in the same order.
std::vector<std::string> written_formats(const WriteOptions& options);

// Writes OUTPUT/<issue id>/…, in one step: the files are gathered in a hidden folder of OUTPUT, which is then
// renamed. An older result of banwen in that place is replaced; anything else there is refused. A failed page
// makes the manifest say "partial". The same issue and options give the same bytes. Throws
// Error(cannot_write): not writable, disk full; Error(usage): a format that does not exist;
// Error(bug): a recognized line that the ledger does not account for.
void write_issue(const Issue& issue, const std::filesystem::path& output, const WriteOptions& options);

}  // namespace banwen
