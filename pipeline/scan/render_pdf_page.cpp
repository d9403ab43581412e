#include "scan/render_pdf_page.h"

#include <cctype>
#include <cmath>
#include <cstring>

#include <fmt/format.h>
#include <opencv2/core.hpp>

#include "program/program_output.h"

namespace banwen {
namespace {

// The numbers of a PGM header; comments run from # to the end of the line.
class PgmHeader {
  public:
    explicit PgmHeader(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

    std::int64_t next_number() {
        while (at_ < bytes_.size() && std::isdigit(bytes_[at_]) == 0) {
            if (bytes_[at_] == '#')
                while (at_ < bytes_.size() && bytes_[at_] != '\n')
                    ++at_;
            ++at_;
        }
        std::int64_t value = 0;
        for (; at_ < bytes_.size() && std::isdigit(bytes_[at_]) != 0 && value < 1'000'000; ++at_)
            value = value * 10 + (bytes_[at_] - '0');
        return value;
    }

    // One blank separates the last number from the pixels.
    std::size_t pixels_at() const { return at_ + 1; }

  private:
    const std::vector<std::uint8_t>& bytes_;
    std::size_t at_ = 2;  // behind "P5"
};

}  // namespace

Raster render_pdf_page(const PageInput& page, double dpi) {
    constexpr std::int64_t kHeaderRoom = 1000;
    // A name that begins with a dash would be taken for an option.
    const std::string file = page.file.rfind('-', 0) == 0 ? "./" + page.file : page.file;
    const std::string number = std::to_string(page.index + 1);
    const long whole_dpi = std::lround(dpi);
    const ProgramOutput output = run_program(
        {"pdftoppm", "-gray", "-cropbox", "-r", std::to_string(whole_dpi), "-f", number, "-l", number, file},
        page.options.max_pixels + kHeaderRoom);
    if (output.ending == ProgramEnding::not_found)
        throw page.refusal("is a PDF page that needs the program pdftoppm",
                           "install the Debian package poppler-utils");
    if (output.bytes.size() < 2 || output.bytes[0] != 'P' || output.bytes[1] != '5')
        throw page.damaged("is a PDF page that pdftoppm cannot draw");
    PgmHeader header(output.bytes);
    const std::int64_t width = header.next_number();
    const std::int64_t height = header.next_number();
    header.next_number();  // the value of white: 255
    page.check_size(width, height);
    const auto count = static_cast<std::size_t>(width * height);
    if (output.ending != ProgramEnding::well || output.bytes.size() < header.pixels_at() + count)
        throw page.damaged("is a PDF page that pdftoppm cannot draw to its end");
    Raster raster{.pixels = {}, .dpi = static_cast<double>(whole_dpi)};
    raster.pixels.create(static_cast<int>(height), static_cast<int>(width), CV_8UC1);
    std::memcpy(raster.pixels.data, output.bytes.data() + header.pixels_at(), count);
    return raster;
}

}  // namespace banwen
