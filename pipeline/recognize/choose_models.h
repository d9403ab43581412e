// Which models a run uses, from what the command names and what is there.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "recognize/find_model.h"

namespace banwen {

// One language for the engine: `lang` is the name by which it asks for the model.
struct ChosenModel {
    std::string lang;
    ModelFile file;
};

struct ChosenModels {
    std::vector<ChosenModel> models;  // the first one leads; never empty
    std::string notice;               // see ReadyRecognizer
};

struct ModelChoice {
    std::string model;  // as in RecognizeOptions
    std::string lang;
    std::vector<ModelRow> rows;
    std::vector<std::filesystem::path> folders;
};

// `lang` names rows joined by '+'; chi_sim stands for the best Simplified Chinese model that is there:
// 'accurate', else 'fast'. `model`, a row's name or a file, stands in for the first language.
// Throws Error(model).
ChosenModels choose_models(const ModelChoice& choice);

// The model that gives a second opinion beside 'accurate': 'fast', which is another network; none where it
// is not there or damaged.
std::optional<ChosenModel> other_chinese_model(const std::vector<ModelRow>& rows,
                                               const std::vector<std::filesystem::path>& folders);

}  // namespace banwen
