#include "tesseract_reader.h"

#include <stdexcept>

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

namespace banwen {
namespace {

const std::vector<std::uint8_t>* loading = nullptr;

bool read_loading_model(const char*, std::vector<char>* bytes) {
    bytes->assign(loading->begin(), loading->end());
    return true;
}

}  // namespace

TesseractReader::TesseractReader(const std::vector<std::uint8_t>& model)
    : api_(std::make_unique<tesseract::TessBaseAPI>()) {
    api_->SetVariable("debug_file", "/dev/null");
    api_->SetVariable("tessedit_enable_doc_dict", "0");
    loading = &model;
    // Dictionaries are kept by the model's name for as long as the process lives.
    static int loaded = 0;
    const std::string name = "model" + std::to_string(loaded++);
    if (api_->Init("models", 0, name.c_str(), tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false,
                   read_loading_model) != 0)
        throw std::runtime_error("libtesseract cannot load the model");
    api_->SetVariable("tessedit_do_invert", "0");
    api_->SetVariable("preserve_interword_spaces", "1");
    api_->SetPageSegMode(tesseract::PSM_RAW_LINE);
}

TesseractReader::~TesseractReader() = default;

void TesseractReader::recognize(const GrayImage& line) {
    api_->SetImage(line.pixels.data(), line.width, line.height, 1, line.width);
    api_->SetSourceResolution(300);
    api_->Recognize(nullptr);
}

std::vector<ReferenceCharacter> TesseractReader::characters() const {
    std::vector<ReferenceCharacter> characters;
    const std::unique_ptr<tesseract::ResultIterator> symbol(api_->GetIterator());
    if (!symbol) return characters;
    do {
        const std::unique_ptr<char[]> text(symbol->GetUTF8Text(tesseract::RIL_SYMBOL));
        if (text && text[0] != '\0' && text[0] != ' ')
            characters.push_back({text.get(), (symbol->Confidence(tesseract::RIL_SYMBOL) - 100) / 5});
    } while (symbol->Next(tesseract::RIL_SYMBOL));
    return characters;
}

std::string TesseractReader::text() const {
    const std::unique_ptr<char[]> text(api_->GetUTF8Text());
    return text ? text.get() : "";
}

std::vector<std::vector<ReferenceCharacter>> read_with_tesseract(const std::vector<std::uint8_t>& model,
                                                                 const std::vector<const GrayImage*>& lines) {
    TesseractReader reader(model);
    std::vector<std::vector<ReferenceCharacter>> read;
    for (const GrayImage* line : lines) {
        reader.recognize(*line);
        read.push_back(reader.characters());
    }
    return read;
}

}  // namespace banwen
