#include "write/search_articles.h"

#include <algorithm>
#include <utility>

#include "core/characters.h"
#include "write/bigrams.h"
#include "write/database.h"

namespace banwen {
namespace {

constexpr std::size_t kAround = 20;  // characters on both sides: a line of a terminal

bool is_gap(char32_t c) {
    return c == U' ' || c == U'\u3000' || c == U'\n';
}

char32_t folded(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
}

// Where `word` ends that begins at `start`, gaps passed over; `start` where it does not stand there.
std::size_t match_end(const std::u32string& text, std::size_t start, const std::u32string& word) {
    std::size_t at = start;
    for (const char32_t c : word) {
        while (at > start && at < text.size() && is_gap(text[at]))
            ++at;
        if (at >= text.size() || folded(text[at]) != folded(c)) return start;
        ++at;
    }
    return at;
}

std::pair<std::size_t, std::size_t> find_word(const std::u32string& text, const std::u32string& words) {
    for (std::size_t from = 0; from < words.size();) {
        const auto begin =
            std::find_if_not(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), is_gap);
        const auto end = std::find_if(begin, words.end(), is_gap);
        const std::u32string word(begin, end);
        for (std::size_t start = 0; !word.empty() && start < text.size(); ++start)
            if (const std::size_t stop = match_end(text, start, word); stop > start) return {start, stop};
        from = static_cast<std::size_t>(end - words.begin());
    }
    return {0, 0};
}

}  // namespace

std::string snippet_of(std::string_view utf8, std::string_view words, std::size_t around) {
    std::u32string text = from_utf8(utf8);
    const auto [start, stop] = find_word(text, from_utf8(words));
    for (char32_t& c : text)
        if (c < 0x20 || c == 0x7F) c = U' ';
    const std::size_t from = start > around ? start - around : 0;
    const std::size_t to = std::min(stop + around, text.size());
    std::u32string snippet = (from > 0 ? U"…" : U"") + text.substr(from, start - from);
    if (stop > start) snippet += U"【" + text.substr(start, stop - start) + U"】";
    snippet += text.substr(stop, to - stop) + (to < text.size() ? U"…" : U"");
    return to_utf8(snippet);
}

std::vector<Hit> search_articles(const std::filesystem::path& folder, std::string_view words) {
    std::vector<Hit> hits;
    const std::string query = bigram_query(words);
    if (query.empty()) return hits;
    Database database = Database::open(folder / "articles.sqlite");
    Statement row = database.prepare(
        "SELECT id, date, coalesce(nullif(label, ''), page), title, text || char(10) || captions FROM search "
        "WHERE words MATCH ? ORDER BY rank, id");
    row.add(query);
    while (row.step())
        hits.push_back({.article = row.text(0),
                        .date = row.text(1),
                        .label = row.text(2),
                        .title = row.text(3),
                        .snippet = snippet_of(row.text(4), words, kAround)});
    return hits;
}

}  // namespace banwen
