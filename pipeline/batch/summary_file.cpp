#include "batch/summary_file.h"

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/printable.h"
#include "core/version.h"

namespace banwen {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "banwen-summary/1";

// What is written, read and added up alike.
constexpr std::array kCounts = {
    std::pair{"issues_written", &RunSummary::issues_written},
    std::pair{"issues_partial", &RunSummary::issues_partial},
    std::pair{"issues_kept", &RunSummary::issues_kept},
    std::pair{"issues_outdated", &RunSummary::issues_outdated},
    std::pair{"pages_done", &RunSummary::pages_done},
    std::pair{"pages_known", &RunSummary::pages_known},
    std::pair{"pages_failed", &RunSummary::pages_failed},
    std::pair{"articles", &RunSummary::articles},
    std::pair{"doubts", &RunSummary::doubts},
};

// 0 is better than anything; a run that could not go on is worse than one that did with losses.
ExitCode worse(ExitCode one, ExitCode other) {
    return std::max(one, other);
}

double pages_a_minute(const RunSummary& summary) {
    const int read = summary.pages_done - summary.pages_known;
    return summary.seconds > 0 ? read * 60 / summary.seconds : 0;
}

}  // namespace

std::string to_json(const RunSummary& summary) {
    Json record = {{"schema", kSchema},
                   {"version", version()},
                   {"status", static_cast<int>(summary.status)},
                   {"stopped", summary.stopped}};
    for (const auto& [name, count] : kCounts)
        record[name] = summary.*count;
    record["seconds"] = summary.seconds;
    record["pages_a_minute"] = pages_a_minute(summary);
    record["peak_memory"] = summary.peak_memory;
    record["failures"] = Json::array();
    for (const std::string& failure : summary.failures)
        record["failures"].push_back(printable(failure));
    return record.dump(1) + "\n";
}

RunSummary summary_from_json(std::string_view text, const std::string& name) {
    try {
        const Json record = Json::parse(text);
        if (record.at("schema") != kSchema) throw std::runtime_error("another schema");
        RunSummary summary;
        for (const auto& [key, count] : kCounts)
            record.at(key).get_to(summary.*count);
        summary.status = static_cast<ExitCode>(record.at("status").get<int>());
        record.at("stopped").get_to(summary.stopped);
        record.at("seconds").get_to(summary.seconds);
        record.at("peak_memory").get_to(summary.peak_memory);
        record.at("failures").get_to(summary.failures);
        return summary;
    } catch (const std::exception&) {
        throw unreadable(name, "is not the summary of a run", "run its chunk again");
    }
}

RunSummary added_up(const std::vector<RunSummary>& parts) {
    RunSummary sum;
    for (const RunSummary& part : parts) {
        for (const auto& [name, count] : kCounts)
            sum.*count += part.*count;
        sum.seconds += part.seconds;
        sum.peak_memory = std::max(sum.peak_memory, part.peak_memory);
        sum.stopped = sum.stopped || part.stopped;
        sum.status = worse(sum.status, part.status);
        sum.failures.insert(sum.failures.end(), part.failures.begin(), part.failures.end());
    }
    return sum;
}

}  // namespace banwen
