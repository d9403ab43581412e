#include "write/mods_record.h"

#include <string>

#include "write/language_of.h"
#include "write/xml_node.h"

namespace banwen {
namespace {

using pugi::xml_node;

void add_titles(xml_node mods, const std::string& title, const std::string& subtitle) {
    xml_node info = mods.append_child("mods:titleInfo");
    add_text(info, "mods:title", title);
    if (!subtitle.empty()) add_text(info, "mods:subTitle", subtitle);
}

void add_language(xml_node mods, std::string_view language) {
    if (language == "und") return;
    xml_node term = add_text(mods.append_child("mods:language"), "mods:languageTerm", language);
    set(term, "type", "code");
    set(term, "authority", "rfc5646");
}

void add_identifier(xml_node mods, const std::string& id) {
    set(add_text(mods, "mods:identifier", id), "type", "local");
}

void add_date(xml_node mods, const std::string& date) {
    if (date.empty()) return;
    set(add_text(mods.append_child("mods:originInfo"), "mods:dateIssued", date), "encoding", "iso8601");
}

// The wrapper tells the version; told here too, older schemas that know all elements would refuse the record.
xml_node add_mods(xml_node parent) {
    return parent.append_child("mods:mods");
}

void add_part(xml_node mods, const Issue& issue) {
    const std::string& number = issue.masthead.issue_number;
    if (number.empty() && issue.edition.empty()) return;
    xml_node part = mods.append_child("mods:part");
    const auto add = [&](const char* type, const std::string& text) {
        if (text.empty()) return;
        xml_node detail = part.append_child("mods:detail");
        set(detail, "type", type);
        add_text(detail, "mods:number", text);
    };
    add("issue", number);
    add("edition", issue.edition);
}

std::string running(const Article& article, BlockKind kind) {
    std::string text = text_of(article, kind);
    for (char& c : text)
        if (c == '\n') c = ' ';
    return text;
}

}  // namespace

void add_issue_mods(xml_node parent, const Issue& issue) {
    xml_node mods = add_mods(parent);
    const std::string name = issue.masthead.name.empty() ? issue.paper : issue.masthead.name;
    add_titles(mods, name.empty() ? issue.id : name, "");
    add_text(mods, "mods:genre", "newspaper");
    add_date(mods, issue.date);
    std::string text;
    for (const Article& article : issue.articles)
        text += running_text(article);
    add_language(mods, language_of(text));
    add_identifier(mods, issue.id);
    add_part(mods, issue);
}

void add_article_mods(xml_node parent, const Issue& issue, const Article& article) {
    xml_node mods = add_mods(parent);
    const std::string title = running(article, BlockKind::title);
    if (!title.empty()) add_titles(mods, title, running(article, BlockKind::subtitle));
    if (const std::string kicker = running(article, BlockKind::kicker); !kicker.empty()) {
        xml_node info = mods.append_child("mods:titleInfo");
        set(info, "type", "alternative");
        set(info, "displayLabel", "kicker");
        add_text(info, "mods:title", kicker);
    }
    for (const Byline& byline : article.bylines) {
        if (byline.name.empty()) continue;
        xml_node name = mods.append_child("mods:name");
        set(name, "type", "personal");
        add_text(name, "mods:namePart", byline.name);
        if (byline.role.empty()) continue;
        set(add_text(name.append_child("mods:role"), "mods:roleTerm", byline.role), "type", "text");
    }
    add_text(mods, "mods:genre", name_of(article.type));
    add_date(mods, issue.date);
    add_language(mods, language_of(title + running_text(article)));
    add_identifier(mods, article.id);
}

}  // namespace banwen
