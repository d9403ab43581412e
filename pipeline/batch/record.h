// Values as bytes and back, exactly: CBOR (RFC 8949), each struct an array of its members.
#pragma once

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include <nlohmann/json.hpp>

#include "batch/members.h"

namespace banwen {

template <typename Value>
nlohmann::json to_record(const Value& value);
template <typename Value>
void from_record(const nlohmann::json& record, Value& value);

namespace record_detail {

template <typename>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <typename>
inline constexpr bool kIsVector = false;
template <typename T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <typename>
inline constexpr bool kIsArray = false;
template <typename T, std::size_t N>
inline constexpr bool kIsArray<std::array<T, N>> = true;
template <typename T>
inline constexpr bool kIsPlain = std::is_arithmetic_v<T> || std::is_same_v<T, std::string>;

inline void expect_length(const nlohmann::json& record, std::size_t length) {
    if (!record.is_array() || record.size() != length) throw std::runtime_error("not a record of this kind");
}

}  // namespace record_detail

template <typename Value>
nlohmann::json to_record(const Value& value) {
    using namespace record_detail;
    if constexpr (kIsPlain<Value>) {
        return value;
    } else if constexpr (std::is_enum_v<Value>) {
        return static_cast<int>(value);
    } else if constexpr (kIsOptional<Value>) {
        return value ? to_record(*value) : nlohmann::json();
    } else {
        nlohmann::json record = nlohmann::json::array();
        const auto add = [&](const auto& part) { record.push_back(to_record(part)); };
        if constexpr (kIsVector<Value> || kIsArray<Value>) {
            for (const auto& element : value)
                add(element);
        } else {
            visit_members(value, [&](const char*, const auto& member) { add(member); });
        }
        return record;
    }
}

template <typename Value>
void from_record(const nlohmann::json& record, Value& value) {
    using namespace record_detail;
    if constexpr (kIsPlain<Value>) {
        record.get_to(value);
    } else if constexpr (std::is_enum_v<Value>) {
        value = static_cast<Value>(record.get<int>());
    } else if constexpr (kIsOptional<Value>) {
        value.reset();
        if (!record.is_null()) from_record(record, value.emplace());
    } else {
        std::size_t place = 0;
        const auto take = [&](auto& part) { from_record(record.at(place++), part); };
        if constexpr (kIsVector<Value>) {
            value.resize(record.size());
            for (auto& element : value)
                take(element);
        } else if constexpr (kIsArray<Value>) {
            expect_length(record, value.size());
            for (auto& element : value)
                take(element);
        } else {
            visit_members(value, [&](const char*, auto& member) { take(member); });
            expect_length(record, place);
        }
    }
}

// Names all members of all values in a Value, in their order: two programs whose shapes are the same read
// each other's bytes.
template <typename Value>
std::string shape_of(const Value& value = {}) {
    using namespace record_detail;
    if constexpr (kIsPlain<Value> || std::is_enum_v<Value>) {
        return "";
    } else if constexpr (kIsOptional<Value> || kIsVector<Value> || kIsArray<Value>) {
        return "[" + shape_of<typename Value::value_type>() + "]";
    } else {
        std::string shape = "(";
        visit_members(value, [&]<typename Member>(const char* name, const Member&) {
            shape += name + shape_of<Member>() + ",";
        });
        return shape + ")";
    }
}

template <typename Value>
std::string to_bytes(const Value& value) {
    std::string bytes;
    nlohmann::json::to_cbor(to_record(value), bytes);
    return bytes;
}

// Throws std::exception for bytes that no to_bytes<Value> of this shape wrote.
template <typename Value>
Value from_bytes(const std::string& bytes) {
    Value value{};
    from_record(nlohmann::json::from_cbor(bytes), value);
    return value;
}

}  // namespace banwen
