// What is thrown for a box before a story is sought for it: heading, frame, ground, photo, type.
#pragma once

#include "headline.h"

namespace banwen::newsprint {

enum class Frame { none, thin, thick, double_line, dotted, bars };

// across: over whole columns; inset: in a part of one column; astride: over the gutter of two.
enum class PhotoFit { across, inset, astride };
enum class PhotoStand { top, middle, foot };
enum class CaptionPlace { under, beside, over };

struct PhotoDress {
    int columns = 0;  // 0: no photo
    int from = 0;     // first column of the photo within the box
    PhotoFit fit = PhotoFit::across;
    PhotoStand stand = PhotoStand::top;
    CaptionPlace caption = CaptionPlace::under;
    std::uint64_t seed = 0;
};

struct BoxDress {
    HeadDress head;
    Frame frame = Frame::none;
    double ground = 0;  // tint behind the whole box, 0: none
    PhotoDress photo;
    BodyType type;
    int columns = 0;  // that the text is set in, 0: the grid's
};

}  // namespace banwen::newsprint
