// The font of invisible text: no shapes, one width, and a code for each character that is used.
#pragma once

#include <map>
#include <string>

#include <qpdf/QPDF.hh>

namespace banwen {

// Codes are given in the order in which characters are asked for, so that any text fits into two bytes a
// character. Beyond 65,535 different characters all others share the last code.
class PdfFont {
  public:
    // Four hexadecimal digits, as a string in a content stream has them.
    std::string code_of(char32_t character);

    // The font's objects, with a map from the codes used so far back to characters.
    QPDFObjectHandle add_to(QPDF& pdf) const;

  private:
    std::map<char32_t, int> codes_;
};

}  // namespace banwen
