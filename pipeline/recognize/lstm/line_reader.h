// LineReader: the engine whole. A model, the kernels for this processor, and line images to characters.
#pragma once

#include <span>
#include <vector>

#include "core/image.h"
#include "recognize/lstm/beam_search.h"
#include "recognize/lstm/forward_pass.h"
#include "recognize/lstm/model.h"

namespace banwen::lstm {

// A character of a line image.
struct ReadCharacter {
    int character = 0;    // its id in the model's set
    float certainty = 0;  // see DecodedCharacter
    int left = 0;         // px of the image; the line's characters tile it from edge to edge
    int right = 0;
    std::vector<Alternative>
        alternatives;  // the likeliest first, none more certain than the character itself
};

// Belongs to one thread. The model and the kernels outlive it.
class LineReader {
  public:
    LineReader(const Model& model, const Kernels& kernels, const SearchOptions& options);

    // The characters of each line, spaces among them. Lines are dark on white and as high as the model wants
    // them (any height up to 48 px where it does not say), read in batches of like width; they do not
    // influence each other. A line of less than a step's size gives none.
    std::vector<std::vector<ReadCharacter>> read(std::span<const GrayImage* const> lines);

  private:
    std::vector<ReadCharacter> read_characters(const Probabilities& probabilities, int line, int width);

    const Model& model_;
    ForwardPass forward_;
    BeamSearch search_;
};

}  // namespace banwen::lstm
