#include "recognize/make_recognizer.h"

#include <optional>
#include <span>
#include <utility>

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

// Reads with one engine, and knows another one.
class TwoOpinions final : public Recognizer {
  public:
    TwoOpinions(std::unique_ptr<Recognizer> first, std::unique_ptr<Recognizer> second)
        : first_(std::move(first)), second_(std::move(second)) {}

    int line_height() const override { return first_->line_height(); }
    void use_threads(int count) override {
        first_->use_threads(count);
        second_->use_threads(count);
    }
    Recognizer* second_opinion() override { return second_.get(); }
    std::vector<std::vector<Glyph>> read_lines(std::span<const LineImage> lines) override {
        return first_->read_lines(lines);
    }

  private:
    std::unique_ptr<Recognizer> first_, second_;
};

std::string version_of(const ModelFile& model) {
    for (const ModelRow& row : built_in_models())
        if (row.sha256 == model.sha256) return row.version;
    return "";
}

ModelUsed model_used(const ChosenModel& model, const std::string& engine) {
    return {model.file.name, model.file.file.string(), model.file.sha256, engine, version_of(model.file)};
}

// Where nobody named a model, the best one for Chinese is joined by the other one that is there.
ReadyRecognizer with_second_opinion(ReadyRecognizer ready, const RecognizeOptions& options) {
    if (options.effort == Effort::fast || !options.model.empty() || ready.models.size() != 1) return ready;
    if (ready.models.front().name != "accurate" || ready.models.front().engine != name_of(Engine::lstm))
        return ready;
    const std::optional<ChosenModel> other = other_chinese_model(built_in_models(), model_folders());
    if (!other) return ready;
    ready.recognizer =
        std::make_unique<TwoOpinions>(std::move(ready.recognizer), make_lstm_recognizer(other->file));
    ready.models.push_back(model_used(*other, ready.models.front().engine));
    return ready;
}

}  // namespace

ReadyRecognizer make_recognizer(const RecognizeOptions& options) {
    const ChosenModels chosen =
        choose_models({options.model, options.lang, built_in_models(), model_folders()});
    MadeRecognizer made = make_with(options.engine, chosen.models);
    ReadyRecognizer ready{std::move(made.recognizer), {}, chosen.notice};
    if (!made.notice.empty()) ready.notice += (ready.notice.empty() ? "" : "; ") + made.notice;
    for (const ChosenModel& model : chosen.models)
        ready.models.push_back(model_used(model, made.engine));
    return with_second_opinion(std::move(ready), options);
}

}  // namespace banwen
