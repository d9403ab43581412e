#include "recognize/lstm/character_set.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <string_view>

namespace banwen::lstm {
namespace {

constexpr std::array<std::string_view, 5> kUnspacedScripts = {"Han", "Thai", "Hangul", "Hiragana",
                                                              "Katakana"};
// Scripts whose presence alone makes a language one without spaces.
constexpr std::array<std::string_view, 3> kUnspacedLanguages = {"Han", "Katakana", "Thai"};
constexpr unsigned kIsDigit = 8;

bool is_among(const std::string& script, auto& scripts) {
    return std::find(scripts.begin(), scripts.end(), script) != scripts.end();
}

unsigned hexadecimal(const std::string& text) {
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
}

// "text properties [measures] script …": the measures, numbers parted by commas, are missing in old sets.
Character read_character(std::string_view line, CharacterSet& set) {
    std::istringstream words{std::string(line)};
    std::string text, properties, measures, script;
    words >> text >> properties >> measures;
    if (measures.find(',') != std::string::npos)
        words >> script;
    else
        script = measures;
    if (text.empty()) damaged("its set of characters has an empty line");
    set.has_unspaced_script = set.has_unspaced_script || is_among(script, kUnspacedLanguages);
    return {.text = text == "NULL" ? " " : text,
            .digit = (hexadecimal(properties) & kIsDigit) != 0,
            .space_delimited = !is_among(script, kUnspacedScripts)};
}

}  // namespace

CharacterSet read_character_set(ByteReader& reader) {
    const std::string_view first = reader.line();
    std::size_t count = 0;
    std::from_chars(first.data(), first.data() + first.size(), count);
    constexpr std::size_t kLeastLine = 2;  // bytes
    if (count == 0 || count > reader.left() / kLeastLine) damaged("its set of characters is none");
    CharacterSet set;
    for (std::size_t i = 0; i < count; ++i)
        set.characters.push_back(read_character(reader.line(), set));
    return set;
}

void forbid_blacklist(CharacterSet& set, Bytes settings) {
    ByteReader reader(settings, "its settings");
    while (reader.left() > 0) {
        std::istringstream words{std::string(reader.line())};
        std::string name, forbidden;
        words >> name >> forbidden;
        if (name != "tessedit_char_blacklist") continue;
        for (Character& character : set.characters)
            if (character.text != " " && forbidden.find(character.text) != std::string::npos)
                character.enabled = false;
    }
}

}  // namespace banwen::lstm
