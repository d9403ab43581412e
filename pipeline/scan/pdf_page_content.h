// What a PDF page shows: one scan image and nothing else, or something that has to be rendered.
#pragma once

#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace banwen {

struct PdfPageContent {
    int images = 0;
    // Visible text, lines, fills. The text of an OCR layer is none, whether invisible or under the image.
    bool other_marks = false;
    QPDFObjectHandle image;  // the last one shown
    QPDFMatrix place;        // unit square of that image → page, in points

    bool is_one_image() const { return images == 1 && !other_marks; }
};

// `visible` is the part of the page that is seen, in points. Throws what qpdf throws for damaged content.
PdfPageContent look_at_page(QPDFPageObjectHelper page, const QPDFObjectHandle::Rectangle& visible);

}  // namespace banwen
