#include "write/html_text.h"

#include "write/xml_text.h"

namespace banwen {

std::string html_text(std::string_view text) {
    std::string result;
    for (const char c : xml_text(text)) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

}  // namespace banwen
