// Stands in for search_articles.cpp in a build without BANWEN_SQLITE.
#include "core/error.h"
#include "write/search_articles.h"

namespace banwen {

std::vector<Hit> search_articles(const std::filesystem::path&, std::string_view) {
    throw Error(ExitCode::usage, "search needs SQLite, which this build does not have");
}

}  // namespace banwen
