// JSON files as they are read for scoring; what is wrong with one is told in one line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/geometry.h"

namespace banwen {

using JsonValue = nlohmann::json;

// The whole file as bytes. Throws Error(unreadable_input).
std::string read_text_file(const std::filesystem::path& file);

// Throws Error(unreadable_input): not there, or not JSON.
JsonValue read_json(const std::filesystem::path& file);

// One value a line; empty lines are skipped. Throws as read_json.
std::vector<JsonValue> read_json_lines(const std::filesystem::path& file);

// The string at `key`; "" where it is missing or no string.
std::string string_at(const JsonValue& object, const char* key);

// The whole number at `key`; 0 where it is missing or no number.
int int_at(const JsonValue& object, const char* key);

// The number at `key`; 0 where it is missing or no number.
double number_at(const JsonValue& object, const char* key);

// The array at `key`; empty where it is missing or no array.
const JsonValue& array_at(const JsonValue& object, const char* key);

// [left, top, width, height] at `key`; an empty box where it is something else.
Box box_at(const JsonValue& object, const char* key);

}  // namespace banwen
