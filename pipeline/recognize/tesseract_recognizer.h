// Tesseract's LSTM recognizer as a Recognizer: one engine, loaded once, that reads line after line.
#pragma once

#include <memory>
#include <vector>

#include "recognize/choose_models.h"
#include "recognize/recognizer.h"

namespace banwen {

// Throws Error(model) when the engine cannot use one of the models.
std::unique_ptr<Recognizer> make_tesseract_recognizer(const std::vector<ChosenModel>& models);

}  // namespace banwen
