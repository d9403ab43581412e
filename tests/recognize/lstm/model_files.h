// Model files for tests: those that the project's model table names, and changed copies of them.
#pragma once

#include <string>

#include "model_parts.h"

namespace banwen::test {

// A row of the model table; throws Error(model) where it is not installed.
ModelBytes model_file(const std::string& name);

// The same model with its weights as floats, each what the int8 stands for.
ModelBytes with_float_weights(const ModelBytes& file);

}  // namespace banwen::test
