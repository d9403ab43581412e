// What the colours of a PDF's scans mean.
#pragma once

#include <qpdf/QPDF.hh>

namespace banwen {

// Says in the document that grey and red-green-blue are those of sRGB. Scans keep the plain colours that
// all programs show alike, and archives know what they mean.
void set_output_colours(QPDF& pdf);

}  // namespace banwen
