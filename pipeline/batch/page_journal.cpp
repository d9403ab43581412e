#include "batch/page_journal.h"

#include <cerrno>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "batch/record.h"
#include "checksum/sha256.h"
#include "core/error.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstWord = "banwen-page/1 ";
constexpr std::size_t kHeadBytes = kFirstWord.size() + 64 + 1;  // the word, a SHA-256, a line feed

std::string head_of(const std::string& body) {
    return fmt::format("{}{}\n", kFirstWord, sha256_of(body));
}

Error cannot_keep(const fs::path& file) {
    return failure(ExitCode::cannot_write, file.native(),
                   "cannot be written (" + std::generic_category().message(errno) + ")",
                   "free some space and run the same command again");
}

}  // namespace

template <Of<KeptPage> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [page, note] = value;
    visit("page", page), visit("note", note);
}

std::string page_key(const WorkerReady& worker, const std::string& reading, const PageInfo& page) {
    std::string all = fmt::format("{}\n{}\n", worker.program, reading);
    for (const ModelUsed& model : worker.models)
        all += fmt::format("{} {}\n", model.sha256, model.engine);
    return sha256_of(all + fmt::format("{} {} {}", page.sha256, page.index_in_file, page.number));
}

// Some hundred folders, since a run may have a hundred thousand pages.
fs::path PageJournal::file_of(const std::string& key) const {
    return folder_ / key.substr(0, 2) / (key.substr(2) + ".page");
}

std::optional<KeptPage> PageJournal::find(const std::string& key) const {
    std::ifstream stream(file_of(key), std::ios::binary);
    if (!stream) return std::nullopt;
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (bytes.size() < kHeadBytes) return std::nullopt;
    const std::string body = bytes.substr(kHeadBytes);
    if (bytes.substr(0, kHeadBytes) != head_of(body)) return std::nullopt;
    try {
        return from_bytes<KeptPage>(body);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

// Not waited for until it is on the disk: what a power cut leaves half-written is damaged, and read again.
void PageJournal::keep(const std::string& key, const KeptPage& page) const {
    const fs::path file = file_of(key);
    const fs::path part = file.native() + ".part";
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    const std::string body = to_bytes(page);
    errno = 0;
    std::ofstream stream(part, std::ios::binary | std::ios::trunc);
    stream << head_of(body) << body;
    stream.close();
    if (!stream) {
        const Error error = cannot_keep(file);
        fs::remove(part, failed);
        throw error;
    }
    if (std::rename(part.c_str(), file.c_str()) != 0) throw cannot_keep(file);
}

}  // namespace banwen
