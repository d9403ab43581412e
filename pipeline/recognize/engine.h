// The engines that can run a model, and their names.
#pragma once

#include <string_view>

namespace banwen {

// `lstm` is our own engine, many times as fast; `best` is that where it can run the model, else `tesseract`.
enum class Engine { best, lstm, tesseract };

// As --engine names it: auto, lstm or tesseract.
std::string_view name_of(Engine engine);

}  // namespace banwen
