#include "batch/page_journal.h"

#include <exception>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "batch/record.h"
#include "batch/replace_file.h"
#include "checksum/sha256.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstWord = "banwen-page/1 ";
constexpr std::size_t kHeadBytes = kFirstWord.size() + 64 + 1;  // the word, a SHA-256, a line feed

std::string head_of(const std::string& body) {
    return fmt::format("{}{}\n", kFirstWord, sha256_of(body));
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

// What a power cut leaves half-written is damaged, and read again.
void PageJournal::keep(const std::string& key, const KeptPage& page) const {
    const std::string body = to_bytes(page);
    replace_file(file_of(key), head_of(body) + body);
}

}  // namespace banwen
