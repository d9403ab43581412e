#include "score/read_xml.h"

#include "core/error.h"
#include "score/json_file.h"

namespace banwen {

pugi::xml_document read_xml(const std::filesystem::path& file) {
    const std::string text = read_text_file(file);
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size());
    if (!result)
        throw unreadable(file.native(), std::string("is not XML (") + result.description() + ")",
                         "check that it is a result");
    return document;
}

std::string_view plain_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);
}

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& child) { return plain_name(child) == name; });
}

std::vector<pugi::xml_node> elements_in(const pugi::xml_node& node) {
    std::vector<pugi::xml_node> elements;
    for (const pugi::xml_node child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        elements.push_back(child);
        for (const pugi::xml_node& inner : elements_in(child))
            elements.push_back(inner);
    }
    return elements;
}

std::vector<pugi::xml_node> elements_in(const pugi::xml_node& node, std::string_view name) {
    std::vector<pugi::xml_node> elements = elements_in(node);
    std::erase_if(elements, [&](const pugi::xml_node& element) { return plain_name(element) != name; });
    return elements;
}

std::string text_within(const pugi::xml_node& node) {
    std::string text = node.value();
    for (const pugi::xml_node child : node.children())
        text += text_within(child);
    return text;
}

}  // namespace banwen
