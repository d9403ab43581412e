#include "batch/options_record.h"

#include <type_traits>

#include <nlohmann/json.hpp>

#include "batch/members.h"

namespace banwen {
namespace {

using Record = nlohmann::ordered_json;

// The options that say how a page is read, and those of what is made of its lines.
constexpr std::array kReadingRooms = {"scan", "clean", "layout", "recognize", "order"};

template <typename Member>
Record record_of(const Member& member) {
    if constexpr (std::is_enum_v<Member>) {
        return name_of(member);
    } else if constexpr (std::is_arithmetic_v<Member> || std::is_same_v<Member, std::string>) {
        return member;
    } else {
        Record record = Record::object();
        visit_members(member, [&](const char* name, const auto& part) { record[name] = record_of(part); });
        return record;
    }
}

// What is read depends neither on the number of threads nor on the name, which is another one for each issue
// of a run; the id tells it.
Record record_of_walk(const Options& walk) {
    Record record = record_of(walk);
    record["recognize"].erase("threads");
    record["issue"].erase("name");
    if (record["order"].empty()) record.erase("order");
    return record;
}

// The last three are the run's own: what made the files, this record, and the pages' pictures.
Record record_of_formats(const WriteOptions& options) {
    const auto& [formats, alto_version, version, options_record, pages] = options;
    return {{"formats", written_formats(options)}, {"alto", alto_version}};
}

std::string text_of(const Record& record) {
    return record.dump(-1, ' ', false, Record::error_handler_t::replace);
}

}  // namespace

std::string options_record(const RunOptions& options) {
    Record record = record_of_walk(options.walk);
    record["write"] = record_of_formats(options.write);
    return text_of(record);
}

std::string reading_record(const Options& walk) {
    const Record whole = record_of_walk(walk);
    Record record = Record::object();
    for (const char* const room : kReadingRooms)
        if (whole.contains(room)) record[room] = whole[room];
    return text_of(record);
}

}  // namespace banwen
