#include "recognize/tesseract_recognizer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include "core/error.h"

namespace banwen {
namespace {

using tesseract::RIL_SYMBOL;
using tesseract::RIL_TEXTLINE;

// Tesseract asks for files by name, through a plain function: this is what it may find while it loads.
thread_local const std::vector<ChosenModel>* loading = nullptr;

bool read_loading_model(const char* file_name, std::vector<char>* bytes) {
    const std::string stem = std::filesystem::path(file_name).stem().string();
    for (const ChosenModel& model : *loading)
        if (model.lang == stem) {
            *bytes = model.file.bytes;
            return true;
        }
    return false;
}

struct CharArrayDelete {
    void operator()(const char* text) const { delete[] text; }
};
using TessText = std::unique_ptr<char, CharArrayDelete>;

std::string joined_languages(const std::vector<ChosenModel>& models) {
    std::string joined;
    for (const ChosenModel& model : models)
        joined += (joined.empty() ? "" : "+") + model.lang;
    return joined;
}

// Settings that must stand before the models are loaded come first.
constexpr std::array<std::pair<const char*, const char*>, 2> kBeforeLoading{{
    {"debug_file", "/dev/null"},
    {"tessedit_enable_doc_dict", "0"},  // else a line's reading would depend on the lines before it
}};
constexpr std::array<std::pair<const char*, const char*>, 3> kAfterLoading{{
    {"tessedit_do_invert", "0"},  // reversed lines come inverted; the second try costs half the time
    {"lstm_choice_mode", "2"},
    {"preserve_interword_spaces", "1"},  // else every dictionary word is followed by a space
}};

// Tesseract reports 100 + 5 × the logarithm of what the network gave, cut off at 0 (and has been seen above
// 100). Taken back to a probability it is honest: of the glyphs at 0.5 about two in three are right, at 0.85
// 99 of 100.
double probability(float percent) {
    return std::exp((std::clamp(static_cast<double>(percent), 0.0, 100.0) - 100) / 5);
}
constexpr std::size_t kMostReadings = 5;

class TesseractRecognizer final : public Recognizer {
  public:
    explicit TesseractRecognizer(const std::vector<ChosenModel>& models);
    std::vector<std::vector<Glyph>> read_lines(std::span<const LineImage> lines) override;

  private:
    std::vector<Glyph> read_line(const LineImage& line);
    std::vector<Glyph> glyphs_of_result();
    tesseract::TessBaseAPI api_;
};

TesseractRecognizer::TesseractRecognizer(const std::vector<ChosenModel>& models) {
    for (const auto& [name, value] : kBeforeLoading)
        api_.SetVariable(name, value);
    loading = &models;
    const int failed = api_.Init("models", 0, joined_languages(models).c_str(), tesseract::OEM_LSTM_ONLY,
                                 nullptr, 0, nullptr, nullptr, false, read_loading_model);
    loading = nullptr;
    std::vector<std::string> loaded;
    if (failed == 0) api_.GetLoadedLanguagesAsVector(&loaded);
    for (const ChosenModel& model : models)
        if (std::find(loaded.begin(), loaded.end(), model.lang) == loaded.end())
            throw Error(
                ExitCode::model,
                fmt::format("Tesseract cannot use the model {}: it is damaged or has no LSTM network; "
                            "the models of models/MANIFEST come with: " BANWEN_MODELS_COMMAND,
                            model.file.file.string()));
    for (const auto& [name, value] : kAfterLoading)
        api_.SetVariable(name, value);
    api_.SetPageSegMode(tesseract::PSM_RAW_LINE);
}

// The symbol's own text first, then what else the network thought of.
std::vector<Reading> readings_of(const tesseract::ResultIterator& symbol, const std::string& best) {
    std::vector<Reading> readings{{best, probability(symbol.Confidence(RIL_SYMBOL))}};
    tesseract::ChoiceIterator choice(symbol);
    do {
        const char* text = choice.GetUTF8Text();
        if (text == nullptr || *text == '\0' || *text == ' ') continue;
        const bool known = std::any_of(readings.begin(), readings.end(),
                                       [&](const Reading& each) { return each.text == text; });
        // An alternative's figure is on a scale of its own and can exceed that of what was chosen.
        if (!known)
            readings.push_back(
                {text, std::min(probability(choice.Confidence()), readings.front().confidence)});
    } while (choice.Next());
    std::stable_sort(readings.begin() + 1, readings.end(),
                     [](const Reading& a, const Reading& b) { return a.confidence > b.confidence; });
    readings.resize(std::min(readings.size(), kMostReadings));
    return readings;
}

// Walks through the line's text beside the symbols, as only the text has the spaces.
class SpaceFinder {
  public:
    explicit SpaceFinder(std::string_view text) : rest_(text) {}

    bool stands_before(const std::string& symbol) {
        const std::size_t found = rest_.find(symbol);
        if (found == std::string_view::npos) return false;
        const bool space = rest_.substr(0, found).find(' ') != std::string_view::npos;
        rest_.remove_prefix(found + symbol.size());
        return space;
    }

  private:
    std::string_view rest_;
};

std::vector<Glyph> TesseractRecognizer::glyphs_of_result() {
    std::vector<Glyph> glyphs;
    const std::unique_ptr<tesseract::ResultIterator> symbol(api_.GetIterator());
    if (!symbol) return glyphs;
    const TessText line_text(symbol->GetUTF8Text(RIL_TEXTLINE));
    SpaceFinder spaces(line_text ? line_text.get() : "");
    do {
        const TessText text(symbol->GetUTF8Text(RIL_SYMBOL));
        if (!text || *text == '\0' || std::strcmp(text.get(), " ") == 0) continue;
        int left = 0, top = 0, right = 0, bottom = 0;
        symbol->BoundingBox(RIL_SYMBOL, &left, &top, &right, &bottom);
        const std::string best = text.get();
        glyphs.push_back({.box = {left, top, right - left, bottom - top},
                          .readings = readings_of(*symbol, best),
                          .space_before = spaces.stands_before(best) && !glyphs.empty()});
    } while (symbol->Next(RIL_SYMBOL));
    return glyphs;
}

std::vector<Glyph> TesseractRecognizer::read_line(const LineImage& line) {
    if (line.gray.empty()) return {};
    api_.SetImage(line.gray.pixels.data(), line.gray.width, line.gray.height, 1, line.gray.width);
    api_.SetSourceResolution(300);  // nothing depends on it, but without it the engine guesses, and says so
    const int failed = api_.Recognize(nullptr);
    std::vector<Glyph> glyphs = failed == 0 ? glyphs_of_result() : std::vector<Glyph>{};
    api_.Clear();
    if (failed != 0) throw Error(ExitCode::bug, "Tesseract failed on a line image");
    return glyphs;
}

std::vector<std::vector<Glyph>> TesseractRecognizer::read_lines(std::span<const LineImage> lines) {
    std::vector<std::vector<Glyph>> glyphs;
    for (const LineImage& line : lines)
        glyphs.push_back(read_line(line));
    return glyphs;
}

}  // namespace

std::unique_ptr<Recognizer> make_tesseract_recognizer(const std::vector<ChosenModel>& models) {
    return std::make_unique<TesseractRecognizer>(models);
}

}  // namespace banwen
