#include "copy_source.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "documentation_copy.h"
#include "figure_copy.h"
#include "gb2312_copy.h"

namespace banwen::newsprint {
namespace {

namespace fs = std::filesystem;

constexpr int kStoriesOnAPage =
    30;  // more than any page has boxes, so that there is something to choose from

bool has_prose_files(const fs::path& folder) {
    return std::any_of(fs::directory_iterator(folder), fs::directory_iterator(),
                       [](const auto& entry) { return entry.path().extension() == ".txt"; });
}

std::vector<Story> gather_prose(const CopyOrder& order) {
    const fs::path source = order.prose;
    const bool tuning = order.seed < kFirstJudgingSeed;
    if (!fs::exists(source))
        throw std::runtime_error(
            "no prose at " + order.prose +
            ": --prose names the bank or a documentation package's folder, which must be installed, "
            "such as libreoffice-help-zh-cn in /usr/share/libreoffice/help/zh-CN");
    if (fs::is_directory(source)) {
        const fs::path half = source / (tuning ? "tuning" : "judging");
        if (fs::is_directory(half)) return read_prose(half.string());
        if (has_prose_files(source)) return read_prose(source.string());
    }
    Dice dice(order.seed ^ 0xD0C);
    const auto sentences = read_sentences(order.prose, tuning ? Half::tuning : Half::judging);
    const int pages = std::max(order.pages, 1);
    return make_documentation_copy(sentences, static_cast<std::size_t>(pages * kStoriesOnAPage), dice);
}

}  // namespace

std::vector<Story> gather_copy(const CopyOrder& order) {
    Dice dice(order.seed ^ 0xC0);
    switch (order.content) {
        case Content::gb2312:
            return make_gb2312_copy(dice);
        case Content::figures:
            return make_figure_copy(static_cast<std::size_t>(std::max(order.pages, 1) * kStoriesOnAPage),
                                    dice);
        case Content::prose:
            break;
    }
    return gather_prose(order);
}

}  // namespace banwen::newsprint
