// XML files as they are read for scoring. Names count without their prefixes, which are the writer's to
// choose.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace banwen {

// Throws Error(unreadable_input): not there, or not XML.
pugi::xml_document read_xml(const std::filesystem::path& file);

// The element's name without its prefix.
std::string_view plain_name(const pugi::xml_node& node);

// The first child of that name; an empty node where there is none.
pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);

// The elements below `node`, at any depth, in the order of the file; those of one name, or all of them.
std::vector<pugi::xml_node> elements_in(const pugi::xml_node& node);
std::vector<pugi::xml_node> elements_in(const pugi::xml_node& node, std::string_view name);

// All text below the node.
std::string text_within(const pugi::xml_node& node);

}  // namespace banwen
