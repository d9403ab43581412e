// Find dpi: the file's resolution when the page agrees with it, an estimate from the body type otherwise.
// Body type of newspapers has a pitch of about 2.2 to 6 mm (6 to 17 points); a file that claims a resolution
// under which the page's type would be outside of that is wrong (72 dpi by default, a camera's 300).
#pragma once

#include "core/found.h"

namespace banwen {

struct Resolution {
    double dpi = 0;  // never 0
    bool estimated = false;
};

// `file_dpi` 0 = unknown; `type_size` is the pitch of body type in px of the scan.
Resolution find_dpi(double file_dpi, const Found<double>& type_size, double default_type_mm);

}  // namespace banwen
