#include "recognize/lstm/tesseract_reader.h"

#include <memory>
#include <stdexcept>

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

namespace banwen::test {
namespace {

const ModelBytes* loading = nullptr;

bool read_loading_model(const char*, std::vector<char>* bytes) {
    bytes->assign(loading->begin(), loading->end());
    return true;
}

std::vector<ReferenceCharacter> read_line(tesseract::TessBaseAPI& api, const GrayImage& line) {
    api.SetImage(line.pixels.data(), line.width, line.height, 1, line.width);
    api.SetSourceResolution(300);
    api.Recognize(nullptr);
    std::vector<ReferenceCharacter> characters;
    const std::unique_ptr<tesseract::ResultIterator> symbol(api.GetIterator());
    if (!symbol) return characters;
    do {
        const std::unique_ptr<char[]> text(symbol->GetUTF8Text(tesseract::RIL_SYMBOL));
        if (text && text[0] != '\0' && text[0] != ' ')
            characters.push_back({text.get(), (symbol->Confidence(tesseract::RIL_SYMBOL) - 100) / 5});
    } while (symbol->Next(tesseract::RIL_SYMBOL));
    return characters;
}

}  // namespace

std::vector<std::vector<ReferenceCharacter>> read_with_tesseract(const ModelBytes& model,
                                                                 const std::vector<const GrayImage*>& lines) {
    tesseract::TessBaseAPI api;
    api.SetVariable("debug_file", "/dev/null");
    api.SetVariable("tessedit_enable_doc_dict", "0");
    loading = &model;
    // Dictionaries are kept by the model's name for as long as the process lives.
    static int loaded = 0;
    const std::string name = "model" + std::to_string(loaded++);
    if (api.Init("models", 0, name.c_str(), tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false,
                 read_loading_model) != 0)
        throw std::runtime_error("libtesseract cannot load the model");
    api.SetVariable("tessedit_do_invert", "0");
    api.SetPageSegMode(tesseract::PSM_RAW_LINE);
    std::vector<std::vector<ReferenceCharacter>> read;
    for (const GrayImage* line : lines)
        read.push_back(read_line(api, *line));
    return read;
}

}  // namespace banwen::test
