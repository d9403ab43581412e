#include "score/json_file.h"

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "core/error.h"

namespace banwen {
namespace {

JsonValue parse(const std::string& text, const std::filesystem::path& file, int line) {
    JsonValue value = JsonValue::parse(text, nullptr, false);
    if (!value.is_discarded()) return value;
    const std::string place = line > 0 ? fmt::format(", line {}", line) : "";
    throw unreadable(file.native() + place, "is not JSON", "check that it is a truth or a result");
}

}  // namespace

std::string read_text_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.is_open() || in.bad())
        throw unreadable(file.native(), "cannot be read", "check the path and its permissions");
    return text;
}

JsonValue read_json(const std::filesystem::path& file) {
    return parse(read_text_file(file), file, 0);
}

std::vector<JsonValue> read_json_lines(const std::filesystem::path& file) {
    std::istringstream in(read_text_file(file));
    std::vector<JsonValue> values;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number)
        if (line.find_first_not_of(" \t\r") != std::string::npos) values.push_back(parse(line, file, number));
    return values;
}

std::string string_at(const JsonValue& object, const char* key) {
    if (!object.is_object()) return "";
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

int int_at(const JsonValue& object, const char* key) {
    if (!object.is_object()) return 0;
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<int>() : 0;
}

double number_at(const JsonValue& object, const char* key) {
    if (!object.is_object()) return 0;
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<double>() : 0;
}

const JsonValue& array_at(const JsonValue& object, const char* key) {
    static const JsonValue none = JsonValue::array();
    if (!object.is_object()) return none;
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? *found : none;
}

Box box_at(const JsonValue& object, const char* key) {
    const JsonValue& values = array_at(object, key);
    if (values.size() != 4) return {};
    std::array<int, 4> side{};
    for (std::size_t i = 0; i < side.size(); ++i) {
        if (!values[i].is_number()) return {};
        side[i] = static_cast<int>(std::lround(values[i].get<double>()));
    }
    return {side[0], side[1], side[2], side[3]};
}

}  // namespace banwen
