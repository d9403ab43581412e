// Attributes and text of XML nodes, made fit for XML first.
#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "write/json_text.h"
#include "write/xml_text.h"

namespace banwen {

inline void set(pugi::xml_node node, const char* name, std::string_view text) {
    node.append_attribute(name).set_value(xml_text(text).c_str());
}

inline pugi::xml_node add_text(pugi::xml_node parent, const char* name, std::string_view text) {
    pugi::xml_node node = parent.append_child(name);
    node.text().set(xml_text(text).c_str());
    return node;
}

// A confidence as it is printed.
inline std::string share(double value) {
    return fmt::format("{}", rounded(value));
}

// The file that the document makes, UTF-8.
inline std::string bytes_of(const pugi::xml_document& document) {
    std::ostringstream text;
    document.save(text, " ", pugi::format_indent, pugi::encoding_utf8);
    return text.str();
}

}  // namespace banwen
