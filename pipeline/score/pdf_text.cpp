#include "score/pdf_text.h"

#include "core/error.h"
#include "program/program_output.h"

namespace banwen {

std::string read_pdf_text(const std::filesystem::path& file) {
    constexpr std::int64_t kMostBytes = 1 << 30;
    // A name that begins with a dash would be taken for an option.
    const ProgramOutput output = run_program(
        {"pdftotext", "-raw", "-nopgbrk", std::filesystem::absolute(file).native(), "-"}, kMostBytes);
    if (output.ending == ProgramEnding::not_found)
        throw unreadable(file.native(), "needs the program pdftotext",
                         "install the Debian package poppler-utils");
    if (output.ending == ProgramEnding::badly)
        throw unreadable(file.native(), "cannot be read as a PDF", "check that it is a result");
    return {output.bytes.begin(), output.bytes.end()};
}

}  // namespace banwen
