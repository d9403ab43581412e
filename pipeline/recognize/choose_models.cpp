#include "recognize/choose_models.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "core/error.h"

namespace banwen {
namespace {

std::vector<std::string> split_languages(const std::string& lang) {
    std::vector<std::string> names;
    std::istringstream parts(lang);
    for (std::string name; std::getline(parts, name, '+');)
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    if (names.empty()) names.emplace_back("chi_sim");
    return names;
}

const ModelRow* row_named(const std::vector<ModelRow>& rows, const std::string& name) {
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const ModelRow& each) { return each.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

const ModelRow& required_row(const std::vector<ModelRow>& rows, const std::string& name) {
    if (const ModelRow* row = row_named(rows, name)) return *row;
    std::string names;
    for (const ModelRow& row : rows)
        names += " " + row.name;
    throw Error(ExitCode::model, fmt::format("no model is called '{}'; models/MANIFEST has:{}", name, names));
}

ModelFile named_model(const ModelChoice& choice) {
    if (const ModelRow* row = row_named(choice.rows, choice.model)) return find_model(*row, choice.folders);
    const bool is_path =
        choice.model.find('/') != std::string::npos || choice.model.ends_with(".traineddata");
    if (!is_path) required_row(choice.rows, choice.model);
    return read_model_file(choice.model);
}

// 'accurate', or with a word of notice 'fast'; when both fail the message is about the first.
ModelFile best_chinese(const ModelChoice& choice, ChosenModels& chosen) {
    try {
        return find_model(required_row(choice.rows, "accurate"), choice.folders);
    } catch (const Error& reason) {
        const ModelRow* fast = row_named(choice.rows, "fast");
        if (fast == nullptr) throw;
        try {
            ModelFile next = find_model(*fast, choice.folders);
            chosen.notice = fmt::format("{}; using '{}' ({})", reason.what(), next.name, next.file.string());
            return next;
        } catch (const Error& second) {
            throw Error(ExitCode::model, fmt::format("{}; and {}", reason.what(), second.what()));
        }
    }
}

ModelFile model_for(const std::string& lang, const ModelChoice& choice, ChosenModels& chosen) {
    if (lang == "chi_sim" && row_named(choice.rows, lang) == nullptr) return best_chinese(choice, chosen);
    return find_model(required_row(choice.rows, lang), choice.folders);
}

}  // namespace

ChosenModels choose_models(const ModelChoice& choice) {
    ChosenModels chosen;
    for (const std::string& lang : split_languages(choice.lang)) {
        const bool replaced = chosen.models.empty() && !choice.model.empty();
        chosen.models.push_back({lang, replaced ? named_model(choice) : model_for(lang, choice, chosen)});
    }
    return chosen;
}

std::optional<ChosenModel> other_chinese_model(const std::vector<ModelRow>& rows,
                                               const std::vector<std::filesystem::path>& folders) {
    const ModelRow* fast = row_named(rows, "fast");
    if (fast == nullptr) return std::nullopt;
    try {
        return ChosenModel{"chi_sim", find_model(*fast, folders)};
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace banwen
