#include "write/write_issue.h"

namespace banwen {

void write_issue(const Issue&, const std::filesystem::path&, const WriteOptions&) {}

}  // namespace banwen
