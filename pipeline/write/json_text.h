// How this room prints JSON: keys in the order given, UTF-8, one form for every number.
#pragma once

#include <cmath>
#include <string>

#include <nlohmann/json.hpp>

namespace banwen {

using Json = nlohmann::ordered_json;

// One line, without a line end. Bytes that are not UTF-8 become U+FFFD.
inline std::string json_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// For people to read, with a line end.
inline std::string json_page(const Json& json) {
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

// Four decimals: enough for shares, angles and dpi, and the same digits on every machine.
inline double rounded(double value) {
    return std::isfinite(value) ? std::round(value * 10000) / 10000 + 0.0 : 0.0;
}

// The text as JSON where it is JSON, else as a string.
inline Json json_or_text(const std::string& text) {
    Json parsed = Json::parse(text, nullptr, false);
    return parsed.is_discarded() ? Json(text) : parsed;
}

}  // namespace banwen
