// A recognition model, read whole: network, characters, their codes, dictionaries.
#pragma once

#include "recognize/lstm/character_set.h"
#include "recognize/lstm/code_trie.h"
#include "recognize/lstm/dictionary.h"
#include "recognize/lstm/network.h"

namespace banwen::lstm {

struct Model {
    Network network;
    CharacterSet characters;
    CodeTrie codes;
    int null_code = 0;            // the code for "no character here"
    std::int64_t noise_seed = 0;  // with which Tesseract begins its noise around a line
    Dictionary dictionary;        // empty where the file has none
};

// Reads a .traineddata file. Throws Error(model): damaged, or nothing that this engine can run; the message
// says which.
Model read_model(Bytes file);

}  // namespace banwen::lstm
