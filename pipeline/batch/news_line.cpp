#include "batch/news_line.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/printable.h"

namespace banwen {

std::string text_line(const WatchNews& news) {
    std::string line = fmt::format("banwen: {}: {}", news.event, news.issue);
    if (!news.message.empty()) line += ": " + news.message;
    return printable(line);
}

std::string json_line(const WatchNews& news, std::time_t time) {
    const nlohmann::ordered_json line = {{"time", fmt::format("{:%FT%TZ}", fmt::gmtime(time))},
                                         {"event", news.event},
                                         {"issue", printable(news.issue)},
                                         {"message", printable(news.message)}};
    return line.dump();
}

}  // namespace banwen
