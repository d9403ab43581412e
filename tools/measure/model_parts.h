// Parts of model files: taken out, put in, left out.
#pragma once

#include <cstdint>
#include <vector>

#include "recognize/lstm/traineddata.h"

namespace banwen {

using ModelBytes = std::vector<std::uint8_t>;

ModelBytes component_of(const ModelBytes& file, lstm::Component which);

// The same model with `bytes` for one component.
ModelBytes with_component(const ModelBytes& file, lstm::Component which, const ModelBytes& bytes);

// The same model without its dictionaries.
ModelBytes without_dictionaries(const ModelBytes& file);

}  // namespace banwen
