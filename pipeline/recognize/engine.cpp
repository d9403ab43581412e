#include "recognize/engine.h"

namespace banwen {

std::string_view name_of(Engine engine) {
    switch (engine) {
        case Engine::lstm:
            return "lstm";
        case Engine::tesseract:
            return "tesseract";
        case Engine::best:
            break;
    }
    return "auto";
}

}  // namespace banwen
