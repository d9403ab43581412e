// Holds the tree to the house's rules of shape, which CONTRIBUTING.md gives.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace banwen::test {

// One line a breach, "PATH: what", none when the tree keeps to them:
//   a function of more than 40 lines, or with more than five parameters;
//   a header's function that takes a bare bool;
//   a header that does not open with what it is for;
//   a comment that is wider than 110 columns, a source of more than 400 lines;
//   a link in a Markdown file to something that is not there.
// Looks at what lies under `root` in pipeline/, tools/ and tests/, and at all Markdown files.
std::vector<std::string> check_house(const std::filesystem::path& root);

// What a list of exceptions (one breach a line, # begins a comment) makes of the breaches.
struct Judgement {
    std::vector<std::string> beyond;    // breaches that the list does not have
    std::vector<std::string> unneeded;  // exceptions that nothing needs any more, to be struck off
};
Judgement judge(const std::vector<std::string>& breaches, const std::filesystem::path& exceptions);

}  // namespace banwen::test
