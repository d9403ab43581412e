// The text that stands in a PDF, as poppler's pdftotext gives it in the order of the file.
#pragma once

#include <filesystem>
#include <string>

namespace banwen {

// UTF-8, all pages one after the other. Throws Error(unreadable_input): no PDF, or no pdftotext.
std::string read_pdf_text(const std::filesystem::path& file);

}  // namespace banwen
