// Reading XML formats back, and holding them to the official schemas.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "core/issue.h"

namespace banwen::test {

// Every block's id without its part's number, with its final text as XML can hold it; empty ones left out.
std::map<std::string, std::string> block_texts(const Issue& issue);

// Every file below `folder`, parsed with its white space.
std::map<std::string, pugi::xml_document> documents_in(const std::filesystem::path& folder);

// All text below the node.
std::string text_within(const pugi::xml_node& node);

// What xmllint says of the file against a schema, named relative to BANWEN_SCHEMAS; "" when it validates.
std::string validate(const std::filesystem::path& file, const std::string& schema);

}  // namespace banwen::test
