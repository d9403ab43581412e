// Remove specks: dust and pepper go, 、。· and the dots of characters stay.
//
// A speck is a mark much smaller than a character's smallest dot. How small is decided by how peppery the
// page is: the share of tiny marks that stand alone, away from any stroke, among all marks. Clean pages lose
// nothing; the more pepper, the larger the marks that go, up to a tenth of a character. Every limit scales
// with the type, or small print at a low resolution would look like dust.
//
// Specks that touch a stroke stay: taking them off needs to know the character.
#pragma once

#include "clean/page_pixels.h"

namespace banwen {

// Both images without the specks found in `ink`; `type_size` in px, ≤ 0 (no type) returns the page as it is.
PagePixels remove_specks(PagePixels page, double type_size);

}  // namespace banwen
