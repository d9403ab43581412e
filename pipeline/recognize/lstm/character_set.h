// The characters that a model can write. A character's id is its place in the set.
#pragma once

#include <string>
#include <vector>

#include "recognize/lstm/byte_reader.h"

namespace banwen::lstm {

constexpr int kSpace = 0;         // its id in every set
constexpr int kNoCharacter = -1;  // where a code alone is no character yet

struct Character {
    std::string text;  // UTF-8; " " for the space
    bool digit = false;
    bool space_delimited = true;  // words of its script stand between spaces
    bool enabled = true;          // false for what the model's own settings forbid
};

struct CharacterSet {
    std::vector<Character> characters;
    // Some script of the set is written without spaces: dictionary words then follow each other directly.
    bool has_unspaced_script = false;

    int size() const { return static_cast<int>(characters.size()); }
    const Character& at(int id) const { return characters[static_cast<std::size_t>(id)]; }
    // An id that is none counts as of a script with spaces.
    bool space_delimited(int id) const { return id < 0 || at(id).space_delimited; }
};

// Reads the set from where the reader stands. Throws Error(model) when it is damaged.
CharacterSet read_character_set(ByteReader& reader);

// Forbids the characters of the line `tessedit_char_blacklist …` of a model's settings, if there is one.
void forbid_blacklist(CharacterSet& set, Bytes settings);

}  // namespace banwen::lstm
