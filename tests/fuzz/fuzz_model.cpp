// Any bytes as a model file: reading them gives a model or an Error, and the dictionary of a model that was
// read can be walked. The corpus holds whole models of a few units and three characters: with parts in
// components of their own, in one component, and with weights as floats.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/error.h"
#include "recognize/lstm/model.h"

namespace {

// Walks into the dictionary as far as it lets any character lead.
void walk(const banwen::lstm::Model& model) {
    std::vector<banwen::lstm::WordPlace> places(model.dictionary.starts().begin(),
                                                model.dictionary.starts().end());
    for (int depth = 0; depth < 4 && !places.empty(); ++depth) {
        std::vector<banwen::lstm::WordPlace> next;
        const int characters = std::min(model.characters.size(), 64);
        for (int character = 0; character < characters && next.size() < 256; ++character)
            model.dictionary.advance(places, character, model.characters, next);
        places = std::move(next);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        walk(banwen::lstm::read_model({data, size}));
    } catch (const banwen::Error&) {
    }
    return 0;
}
