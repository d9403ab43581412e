#include <cstdint>

#include "core/characters.h"
#include "core/stable_hash.h"
#include "issue/assemble_issue.h"

namespace banwen {
namespace {

constexpr std::size_t kMaxLength = 60;  // code points; a file name holds 255 bytes and gets endings added

std::string hash_of(const std::string& text) {
    const std::uint64_t hash = stable_hash(text);
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 28; shift -= 4)
        out += kHex[(hash >> shift) & 0xFU];
    return out;
}

bool may_stand_in_id(char32_t c) {
    return is_han(c) || is_latin(c) || is_digit(c) || c == U'-' || c == U'_' ||
           (c >= 0x3041 && c <= 0x30FA) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x0370 && c <= 0x052F);
}

// Letters, digits, Han, '-' and '_'; any run of others becomes one '-'. A long name is cut and told apart by
// a hash.
std::string made_safe(const std::string& name) {
    std::u32string safe;
    for (const char32_t c : from_utf8(name)) {
        if (may_stand_in_id(c))
            safe += c;
        else if (!safe.empty() && safe.back() != U'-')
            safe += U'-';
    }
    while (!safe.empty() && safe.back() == U'-')
        safe.pop_back();
    while (!safe.empty() && safe.front() == U'-')
        safe.erase(0, 1);
    if (safe.size() <= kMaxLength) return to_utf8(safe);
    return to_utf8(safe.substr(0, kMaxLength)) + "-" + hash_of(name);
}

}  // namespace

std::string issue_id(const IssueOptions& options, const std::string& fingerprint) {
    const std::string paper = made_safe(options.paper);
    const std::string date = made_safe(options.date);
    if (!paper.empty() && !date.empty()) {
        const std::string edition = made_safe(options.edition);
        return paper + "-" + date + "-" + (edition.empty() ? "a" : edition);
    }
    const std::string name = made_safe(options.name);
    return name.empty() ? "unknown-" + hash_of(fingerprint) : name;
}

}  // namespace banwen
