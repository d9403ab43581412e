// Our own engine for Tesseract's LSTM networks as a Recognizer.
#pragma once

#include <memory>

#include "recognize/find_model.h"
#include "recognize/recognizer.h"

namespace banwen {

// Throws Error(model), which names the file, when the engine cannot run the model.
std::unique_ptr<Recognizer> make_lstm_recognizer(const ModelFile& model);

}  // namespace banwen
