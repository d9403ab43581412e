// Which regions are captions, and which make up the masthead or the folio line at the page's head.
#pragma once

#include "core/layout.h"

namespace banwen {

// Sets the kind of regions in `layout` by their place: under a picture and as narrow as it, above the page's
// head rule. Everything else keeps its kind. Returns the layout.
Layout classify_regions(Layout layout);

}  // namespace banwen
