#include "measure_layout.h"

#include <algorithm>
#include <ctime>

#include "clean/clean_page.h"
#include "layout/find_layout.h"
#include "oracle.h"
#include "order/order_articles.h"
#include "scan/read_scan.h"
#include "score/layout_figures.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
constexpr const char* kTruth = "truth.json";

// Of this thread: other pages may be under way in others.
double cpu_now() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace

MeasuredPage measure_layout(const fs::path& folder, const TruthPage& truth) {
    const fs::path file = folder / truth.file;
    const Scan scan = read_scan({file.string(), 0}, {});
    const double start = cpu_now();
    const CleanPage page = clean_page(scan, {});
    FoundPage found{find_layout(page, {}), {}, page.to_scan};
    const double laid_out = cpu_now();
    const std::vector<TextLine> lines = read_from_truth(found.layout, found.to_scan, truth);
    const double told = cpu_now();
    found.articles = order_articles(found.layout, lines, {}).articles;
    return {(folder.filename() / truth.file).string(), truth, layout_figures(truth, found, {}),
            cpu_now() - told + laid_out - start};
}

std::vector<fs::path> truth_folders(const fs::path& path) {
    if (fs::is_regular_file(path)) return {path.parent_path()};
    std::vector<fs::path> folders;
    if (fs::exists(path / kTruth)) folders.push_back(path);
    if (!fs::is_directory(path)) return folders;
    constexpr auto kFollow = fs::directory_options::follow_directory_symlink;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path, kFollow))
        if (entry.path().filename() == kTruth && entry.path().parent_path() != path)
            folders.push_back(entry.path().parent_path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace banwen
