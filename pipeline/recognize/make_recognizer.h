// Which engines and models there are, and making one ready.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/issue.h"
#include "recognize/recognize_lines.h"

namespace banwen {

// A recognizer with the models that it loaded. `notice` is one line for the operator when the choice is not
// the default one ("the model 'accurate' is not installed; using …"), else "".
struct ReadyRecognizer {
    std::unique_ptr<Recognizer> recognizer;
    std::vector<ModelUsed> models;
    std::string notice;
};

// Throws Error(model): a model that was named is missing or damaged, or no model at all is there; the message
// says what is missing and the command that gets it.
ReadyRecognizer make_recognizer(const RecognizeOptions& options);

}  // namespace banwen
