// News of a watch as lines of a log.
#pragma once

#include <ctime>
#include <string>

#include "batch/folder_watch.h"

namespace banwen {

// "banwen: done: 1949-10-01", with what is to be said of it.
std::string text_line(const WatchNews& news);

// A JSON object with time (UTC), event, issue and message.
std::string json_line(const WatchNews& news, std::time_t time);

}  // namespace banwen
