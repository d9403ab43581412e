#include "recognize/make_recognizer.h"

#include <fmt/format.h>

#include "core/error.h"
#include "recognize/choose_models.h"
#include "recognize/lstm_recognizer.h"
#include "recognize/tesseract_recognizer.h"

namespace banwen {
namespace {

struct MadeRecognizer {
    std::unique_ptr<Recognizer> recognizer;
    std::string engine;
    std::string notice;
};

MadeRecognizer make_tesseract(const std::vector<ChosenModel>& models, std::string notice) {
    return {make_tesseract_recognizer(models), std::string(name_of(Engine::tesseract)), std::move(notice)};
}

MadeRecognizer make_lstm(const std::vector<ChosenModel>& models) {
    if (models.size() > 1)
        throw Error(ExitCode::model,
                    "the lstm engine reads with one language; several are read by Tesseract, which "
                    "is slower");
    return {make_lstm_recognizer(models.front().file), std::string(name_of(Engine::lstm)), ""};
}

MadeRecognizer make_best(const std::vector<ChosenModel>& models) {
    try {
        return make_lstm(models);
    } catch (const Error& reason) {
        if (reason.code() != ExitCode::model) throw;
        return make_tesseract(models, fmt::format("{}; using the engine tesseract", reason.what()));
    }
}

MadeRecognizer make_with(Engine engine, const std::vector<ChosenModel>& models) {
    switch (engine) {
        case Engine::tesseract:
            return make_tesseract(models, "");
        case Engine::lstm:
            return make_lstm(models);
        case Engine::best:
            break;
    }
    return make_best(models);
}

std::string version_of(const ModelFile& model) {
    for (const ModelRow& row : built_in_models())
        if (row.sha256 == model.sha256) return row.version;
    return "";
}

}  // namespace

ReadyRecognizer make_recognizer(const RecognizeOptions& options) {
    const ChosenModels chosen =
        choose_models({options.model, options.lang, built_in_models(), model_folders()});
    MadeRecognizer made = make_with(options.engine, chosen.models);
    ReadyRecognizer ready{std::move(made.recognizer), {}, chosen.notice};
    if (!made.notice.empty()) ready.notice += (ready.notice.empty() ? "" : "; ") + made.notice;
    for (const ChosenModel& model : chosen.models)
        ready.models.push_back({model.file.name, model.file.file.string(), model.file.sha256, made.engine,
                                version_of(model.file)});
    return ready;
}

}  // namespace banwen
