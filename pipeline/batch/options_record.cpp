#include "batch/options_record.h"

#include <nlohmann/json.hpp>

namespace banwen {

std::string_view name_of(Punctuation punctuation) {
    return punctuation == Punctuation::ascii ? "ascii" : "fullwidth";
}

std::string_view name_of(Engine engine) {
    switch (engine) {
        case Engine::lstm:
            return "lstm";
        case Engine::tesseract:
            return "tesseract";
        case Engine::best:
            break;
    }
    return "auto";
}

std::string_view name_of(PrintedScript script) {
    return script == PrintedScript::hans ? "hans" : "printed";
}

std::string options_record(const RunOptions& options) {
    const IssueOptions& issue = options.walk.issue;
    const nlohmann::ordered_json record = {{"lang", options.walk.recognize.lang},
                                           {"engine", name_of(options.walk.recognize.engine)},
                                           {"model", options.walk.recognize.model},
                                           {"punctuation", name_of(options.walk.text.punctuation)},
                                           {"script", name_of(options.walk.text.script)},
                                           {"formats", written_formats(options.write)},
                                           {"alto", options.write.alto_version},
                                           {"paper", issue.paper},
                                           {"date", issue.date},
                                           {"edition", issue.edition}};
    return record.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace banwen
