#include "recognize/make_recognizer.h"

#include "recognize/choose_models.h"
#include "recognize/tesseract_recognizer.h"

namespace banwen {

ReadyRecognizer make_recognizer(const RecognizeOptions& options) {
    const ChosenModels chosen =
        choose_models({options.model, options.lang, built_in_models(), model_folders()});
    ReadyRecognizer ready{make_tesseract_recognizer(chosen.models), {}, chosen.notice};
    for (const ChosenModel& model : chosen.models)
        ready.models.push_back({model.file.name, model.file.file.string(), model.file.sha256});
    return ready;
}

}  // namespace banwen
