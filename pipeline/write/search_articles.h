// Finds words in the articles of an issue that was written with the format sqlite.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace banwen {

struct Hit {
    std::string article;  // its id
    std::string date;
    std::string label;  // of the page that it begins on, else that page's number
    std::string title;
    std::string snippet;  // on one line, around the first place found; it stands there between 【 and 】
};

// The articles of FOLDER/articles.sqlite that have all of `words`, the best first; one entry an article.
// Empty where `words` has no letter. Throws Error(unreadable_input) where the file cannot be read.
std::vector<Hit> search_articles(const std::filesystem::path& folder, std::string_view words);

// The text around the first of `words` in it, which may have gaps between its characters; the text's
// beginning where none stands in it. About `around` characters on both sides; line feeds become spaces.
std::string snippet_of(std::string_view text, std::string_view words, std::size_t around);

}  // namespace banwen
