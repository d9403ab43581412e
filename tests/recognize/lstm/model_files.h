// Model files for tests: those that the project's model table names, and changed copies of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recognize/lstm/traineddata.h"

namespace banwen::test {

using ModelBytes = std::vector<std::uint8_t>;

// A row of the model table; throws Error(model) where it is not installed.
ModelBytes model_file(const std::string& name);

// The same model without its dictionaries.
ModelBytes without_dictionaries(const ModelBytes& file);

// The same model with its weights as floats, each what the int8 stands for.
ModelBytes with_float_weights(const ModelBytes& file);

// The same model with `bytes` for one component.
ModelBytes with_component(const ModelBytes& file, lstm::Component which, const ModelBytes& bytes);

ModelBytes component_of(const ModelBytes& file, lstm::Component which);

}  // namespace banwen::test
