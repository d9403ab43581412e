// What is known of an issue and of its articles, as MODS 3.7.
#pragma once

#include <pugixml.hpp>

#include "core/issue.h"

namespace banwen {

// Adds one <mods:mods>; its namespace prefix is the caller's to declare.
void add_issue_mods(pugi::xml_node parent, const Issue& issue);
void add_article_mods(pugi::xml_node parent, const Issue& issue, const Article& article);

}  // namespace banwen
