// Screens: tints that are printed as dots, under the type of a box.
#pragma once

#include <opencv2/core.hpp>

namespace banwen {

// The mask without the dots of screens: pieces of ink smaller than a stroke that stand in crowds. Stops and
// the dots of characters are larger or few; a dot that touches type stays with it, and so does what is left
// of a screen too coarse or too worn to be crowded. `type`: 255 = ink, pictures taken out; `em`: body type
// in px.
cv::Mat leave_tint(cv::Mat type, double em);

}  // namespace banwen
