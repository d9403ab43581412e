// TesseractReader: libtesseract as a reference, on line images that are as high as its model wants.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/image.h"

namespace tesseract {
class TessBaseAPI;
}

namespace banwen {

struct ReferenceCharacter {
    std::string text;
    double certainty = 0;  // logarithm, not below -20
};

// One may be made at a time.
class TesseractReader {
  public:
    // The bytes of a .traineddata file. Throws std::runtime_error where libtesseract cannot load them.
    explicit TesseractReader(const std::vector<std::uint8_t>& model);
    ~TesseractReader();
    TesseractReader(const TesseractReader&) = delete;
    TesseractReader& operator=(const TesseractReader&) = delete;

    // Reads the line and keeps the result, for whoever takes its time.
    void recognize(const GrayImage& line);
    // The characters of that line, without spaces.
    std::vector<ReferenceCharacter> characters() const;
    // Its text as libtesseract writes it.
    std::string text() const;

  private:
    std::unique_ptr<tesseract::TessBaseAPI> api_;
};

// The characters of each line.
std::vector<std::vector<ReferenceCharacter>> read_with_tesseract(const std::vector<std::uint8_t>& model,
                                                                 const std::vector<const GrayImage*>& lines);

}  // namespace banwen
