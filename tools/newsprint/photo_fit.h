// A photo in a box: which columns or parts of columns it takes, and where its caption stands.
#pragma once

#include <optional>

#include "box_plan.h"

namespace banwen::newsprint {

// A photo whose height is still open. left and right in the room's frame.
struct PhotoShape {
    double left = 0;
    double right = 0;
    double picture_width = 0;
    std::vector<SetLine> lines;
    double caption_height = 0;  // mm that an under-caption needs
    int least_rows = 0;
    int most_rows = 0;
};

// Nothing when the room has no place for such a photo or the story no caption.
std::optional<PhotoShape> shape_photo(const CopyDesk& desk, const Room& room, const BoxDress& dress,
                                      const Story& story);

// Where a photo of so many rows stands below a heading.
Obstacle obstacle_of(const PhotoShape& shape, const Room& room, const BoxDress& dress, int head_rows,
                     int photo_rows);

// The picture and its caption within the obstacle, on the page.
PhotoPlan place_photo(const PhotoShape& shape, const BoxPlan& plan, const Obstacle& obstacle);

}  // namespace banwen::newsprint
