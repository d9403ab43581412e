// libtesseract as a reference: what it reads on a line image that is as high as its model wants.
#pragma once

#include <string>
#include <vector>

#include "core/image.h"
#include "recognize/lstm/model_files.h"

namespace banwen::test {

struct ReferenceCharacter {
    std::string text;
    double certainty = 0;  // logarithm, not below -20
};

std::vector<std::vector<ReferenceCharacter>> read_with_tesseract(const ModelBytes& model,
                                                                 const std::vector<const GrayImage*>& lines);

}  // namespace banwen::test
