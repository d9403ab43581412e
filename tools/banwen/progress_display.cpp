#include "progress_display.h"

#include <algorithm>

#include <fmt/format.h>
#include <unistd.h>

#include "core/printable.h"

namespace banwen {
namespace {

constexpr int kBarWidth = 24;
constexpr std::chrono::seconds kBetweenLines{10};

std::string duration(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

std::string progress_text(const Progress& progress, double seconds) {
    std::string text = fmt::format("{}/{} pages", progress.pages_done, progress.pages_total);
    if (progress.pages_done > 0 && seconds > 0) {
        const double per_second = progress.pages_done / seconds;
        text += fmt::format(", {:.1f} pages/min, {} left", per_second * 60,
                            duration((progress.pages_total - progress.pages_done) / per_second));
    }
    if (progress.pages_failed > 0) text += fmt::format(", {} failed", progress.pages_failed);
    return text;
}

std::string progress_bar(const Progress& progress, double seconds) {
    const int full = progress.pages_total > 0 ? kBarWidth * progress.pages_done / progress.pages_total : 0;
    return fmt::format("[{:=<{}}{:>{}}] {}", "", full, "", kBarWidth - full,
                       progress_text(progress, seconds));
}

ProgressDisplay::ProgressDisplay() : terminal_(::isatty(STDERR_FILENO) != 0) {}

ProgressDisplay::~ProgressDisplay() {
    clear_bar();
}

void ProgressDisplay::clear_bar() {
    if (bar_shown_) std::fputs("\r\x1B[K", stderr);
    bar_shown_ = false;
}

void ProgressDisplay::show(const Progress& progress) {
    clear_bar();
    if (!progress.message.empty()) std::fprintf(stderr, "banwen: %s\n", printable(progress.message).c_str());
    if (!progress.issue_folder.empty()) {
        std::fprintf(stdout, "%s\n", progress.issue_folder.c_str());
        std::fflush(stdout);
    }
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    if (terminal_ && progress.pages_total > 0) {
        std::fputs(progress_bar(progress, seconds).c_str(), stderr);
        bar_shown_ = true;
    } else if (progress.pages_done > pages_told_ && now - last_line_ >= kBetweenLines) {
        std::fprintf(stderr, "banwen: %s\n", progress_text(progress, seconds).c_str());
        pages_told_ = progress.pages_done;
        last_line_ = now;
    }
}

}  // namespace banwen
