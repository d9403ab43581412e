// Adds up what was written of an issue: every recognized line has one fate, and every character of the
// articles comes from a line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace banwen {

// One line for each thing that does not add up in an issue's folder, from issue.json, ledger.jsonl and
// articles.jsonl alone. Empty when all does.
std::vector<std::string> verify_ledger(const std::filesystem::path& folder);

}  // namespace banwen
