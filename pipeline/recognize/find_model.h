// Finding a model's file and reading it whole, with its checksum.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "recognize/model_table.h"

namespace banwen {

// A model as it was read from disk.
struct ModelFile {
    std::string name;  // of its row, or the file's stem for a file that was named by path
    std::filesystem::path file;
    std::string sha256;       // lower-case hex
    std::vector<char> bytes;  // never empty
};

// Folders in which NAME.traineddata is looked for, best first: $BANWEN_MODELS, models/data and
// share/banwen/models of the folders above the running program, the folder of this library's installation.
std::vector<std::filesystem::path> model_folders();

// The folder of Debian's models, or $TESSDATA_PREFIX where that is set. Its files carry Tesseract's names.
std::filesystem::path tessdata_folder();

// Reads the model of this row from the first of `folders` that has it, else from where its package puts it.
// Throws Error(model) when it is missing, unreadable, or not the file that the row's checksum names.
ModelFile find_model(const ModelRow& row, const std::vector<std::filesystem::path>& folders);

// Reads a model that was named by its path. Throws Error(model) when that cannot be done.
ModelFile read_model_file(const std::filesystem::path& file);

}  // namespace banwen
