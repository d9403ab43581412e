#include "line_errors.h"

#include <algorithm>

#include "core/characters.h"

namespace banwen {
namespace {

class Distances {
  public:
    Distances(std::u32string_view printed, std::u32string_view read)
        : columns_(read.size() + 1), costs_((printed.size() + 1) * columns_, 0) {
        for (std::size_t i = 0; i <= printed.size(); ++i)
            for (std::size_t j = 0; j < columns_; ++j)
                at(i, j) = cheapest(i, j, i > 0 && j > 0 && printed[i - 1] == read[j - 1]);
    }

    int operator()(std::size_t i, std::size_t j) const { return costs_[i * columns_ + j]; }

  private:
    int& at(std::size_t i, std::size_t j) { return costs_[i * columns_ + j]; }

    int cheapest(std::size_t i, std::size_t j, bool equal) {
        if (i == 0 || j == 0) return static_cast<int>(i + j);
        return std::min({at(i - 1, j - 1) + (equal ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1});
    }

    std::size_t columns_;
    std::vector<int> costs_;
};

std::string kind_of(char32_t c) {
    if (is_han(c)) return "han";
    if (is_digit(c)) return "digits";
    if (is_latin(c)) return "latin";
    return "punctuation";
}

}  // namespace

std::vector<Confusion> align(std::u32string_view printed, std::u32string_view read) {
    const Distances distance(printed, read);
    std::vector<Confusion> edits;
    std::size_t i = printed.size(), j = read.size();
    while (i > 0 || j > 0) {
        const bool both = i > 0 && j > 0;
        const int change = both && printed[i - 1] != read[j - 1] ? 1 : 0;
        if (both && distance(i, j) == distance(i - 1, j - 1) + change) {
            edits.emplace_back(printed.substr(--i, 1), read.substr(--j, 1));
        } else if (i > 0 && distance(i, j) == distance(i - 1, j) + 1) {
            edits.emplace_back(printed.substr(--i, 1), U"");
        } else {
            edits.emplace_back(U"", read.substr(--j, 1));
        }
    }
    std::reverse(edits.begin(), edits.end());
    return edits;
}

LineErrors errors_between(std::u32string_view printed, std::u32string_view read,
                          const std::set<char32_t>& writable) {
    LineErrors errors;
    for (const auto& [was, became] : align(printed, read)) {
        const double printed_here = was.empty() ? 0 : 1;
        const bool unwritable = !was.empty() && !writable.empty() && !writable.contains(was[0]);
        const auto count = [&](const std::string& figure, double part, double whole) {
            errors.tally.shares[figure].part += part;
            errors.tally.shares[figure].whole += whole;
        };
        count("unwritable", unwritable ? 1 : 0, printed_here);
        if (unwritable) continue;
        const double wrong = was == became ? 0 : 1;
        count("cer", wrong, printed_here);
        count(kind_of(was.empty() ? became[0] : was[0]), wrong, printed_here);
        if (wrong > 0) ++errors.confusions[{was, became}];
    }
    return errors;
}

std::vector<std::pair<Confusion, int>> costliest(const Confusions& confusions, std::size_t count) {
    std::vector<std::pair<Confusion, int>> all(confusions.begin(), confusions.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    all.resize(std::min(count, all.size()));
    return all;
}

}  // namespace banwen
