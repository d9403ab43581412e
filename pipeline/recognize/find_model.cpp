#include "recognize/find_model.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "checksum/sha256.h"
#include "core/error.h"

namespace banwen {
namespace fs = std::filesystem;
namespace {

std::string sum_of(const std::vector<char>& bytes) {
    return sha256_of({bytes.data(), bytes.size()});
}

bool is_there(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(file, ignored);
}

std::string command_for(const ModelRow& row) {
    return BANWEN_MODELS_COMMAND " " + row.name;
}

// The file that the row's package installs; with $TESSDATA_PREFIX set, the file of that name there.
fs::path packaged_file(const ModelRow& row) {
    if (row.installed_file.empty()) return {};
    const fs::path installed = row.installed_file;
    const fs::path elsewhere = tessdata_folder() / installed.filename();
    return is_there(elsewhere) ? elsewhere : installed;
}

fs::path place_of(const ModelRow& row, const std::vector<fs::path>& folders) {
    for (const fs::path& folder : folders)
        if (const fs::path file = folder / (row.name + ".traineddata"); is_there(file)) return file;
    const fs::path packaged = packaged_file(row);
    return !packaged.empty() && is_there(packaged) ? packaged : fs::path{};
}

std::vector<char> bytes_of(const fs::path& file) {
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return {};
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::vector<fs::path> model_folders() {
    std::vector<fs::path> folders;
    if (const char* named = std::getenv("BANWEN_MODELS"); named != nullptr && *named != '\0')
        folders.emplace_back(named);
    std::error_code ignored;
    fs::path above = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    while (above.has_relative_path()) {
        folders.push_back(above / "models" / "data");
        folders.push_back(above / "share" / "banwen" / "models");
        above = above.parent_path();
    }
    folders.emplace_back(BANWEN_INSTALLED_MODELS);
    return folders;
}

fs::path tessdata_folder() {
    const char* named = std::getenv("TESSDATA_PREFIX");
    return named != nullptr && *named != '\0' ? named : "/usr/share/tesseract-ocr/5/tessdata";
}

ModelFile find_model(const ModelRow& row, const std::vector<fs::path>& folders) {
    const fs::path file = place_of(row, folders);
    if (file.empty())
        throw Error(ExitCode::model,
                    fmt::format("the model '{}' is missing; get it with: {}", row.name, command_for(row)));
    ModelFile model{row.name, file, {}, bytes_of(file)};
    if (model.bytes.empty())
        throw Error(ExitCode::model, fmt::format("cannot read the model '{}', {}; get it again with: {}",
                                                 row.name, file.string(), command_for(row)));
    model.sha256 = sum_of(model.bytes);
    if (model.sha256 != row.sha256)
        throw Error(
            ExitCode::model,
            fmt::format("the model '{}' is damaged or of another version (sha256 differs): {}; get it "
                        "again with: {}",
                        row.name, file.string(), command_for(row)));
    return model;
}

ModelFile read_model_file(const fs::path& file) {
    if (!is_there(file))
        throw Error(ExitCode::model,
                    fmt::format("there is no model file {}; name one of models/MANIFEST (get them "
                                "with: " BANWEN_MODELS_COMMAND ") or a .traineddata file",
                                file.string()));
    ModelFile model{file.stem().string(), file, {}, bytes_of(file)};
    if (model.bytes.empty())
        throw Error(
            ExitCode::model,
            fmt::format("cannot read the model file {}: it is empty, not a file, or not readable; the "
                        "models of models/MANIFEST come with: " BANWEN_MODELS_COMMAND,
                        file.string()));
    model.sha256 = sum_of(model.bytes);
    return model;
}

}  // namespace banwen
