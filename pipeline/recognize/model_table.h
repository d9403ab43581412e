// The model table: which recognition models there are, as models/MANIFEST lists them. The text of that file
// is part of the library, so that a damaged or missing copy of it cannot make a model unknown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banwen {

struct ModelRow {
    std::string name;  // what --model and --lang say; the file is NAME.traineddata
    std::string version;
    std::string sha256;          // of the file, lower-case hex
    std::string installed_file;  // where a Debian package puts it; "" for a model that tools/models obtains
};

// Rows of a text in the format of models/MANIFEST (see models/README.md). Lines with too few columns are left
// out.
std::vector<ModelRow> parse_manifest(std::string_view text);

// The rows that this library was built with.
const std::vector<ModelRow>& built_in_models();

}  // namespace banwen
