#include "core/quarter_turn.h"

namespace banwen {

Box turned_box(const Box& box, int width) {
    return {box.top, width - box.right(), box.height, box.width};
}

Box turned_back(const Box& box, int width) {
    return {width - box.bottom(), box.left, box.height, box.width};
}

}  // namespace banwen
