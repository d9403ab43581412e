#include "photo_fit.h"

#include <algorithm>
#include <cmath>

namespace banwen::newsprint {
namespace {

constexpr double kCaptionPitch = 1.25;  // of the caption's size
constexpr double kBesideEms = 7;        // of the caption's size: width of a caption beside its photo
constexpr int kMiddleOffset = 4;        // rows of text between heading and a photo in mid-column
constexpr double kAir = 1.0;            // mm above a picture and below it

// Sets shape.left and right; false when the box has not the columns for it.
bool choose_width(const Room& room, const BoxDress& dress, PhotoShape& shape) {
    const PhotoDress& photo = dress.photo;
    const auto last = static_cast<std::size_t>(photo.from + photo.columns - 1);
    if (last >= room.columns.size()) return false;
    const BoxColumn& from = room.columns[static_cast<std::size_t>(photo.from)];
    const BoxColumn& to = room.columns[last];
    shape.left = from.x;
    shape.right = to.x + to.measure;
    if (photo.fit == PhotoFit::inset) {
        if (from.measure < 14.5 * dress.type.em) return false;
        const double width = 0.48 * from.measure;
        if (photo.seed % 2 == 0)
            shape.right = shape.left + width;
        else
            shape.left = shape.right - width;
    }
    if (photo.fit == PhotoFit::astride) {
        if (from.measure < 12.5 * dress.type.em) return false;
        shape.left += 0.52 * from.measure;
        shape.right -= 0.52 * to.measure;
    }
    return true;
}

}  // namespace

std::optional<PhotoShape> shape_photo(const CopyDesk& desk, const Room& room, const BoxDress& dress,
                                      const Story& story) {
    PhotoShape shape;
    if (story.caption.empty() || room.mode == Mode::vertical || !choose_width(room, dress, shape))
        return std::nullopt;
    const double size = caption_size(dress.type);
    const CaptionPlace place = dress.photo.caption;
    shape.picture_width = shape.right - shape.left;
    if (place == CaptionPlace::beside) shape.picture_width -= (kBesideEms + 0.8) * size;
    if (shape.picture_width < 22) return std::nullopt;
    Setting setting;
    setting.face = place == CaptionPlace::over ? desk.style().sans : desk.style().kai;
    setting.em = size;
    setting.width = place == CaptionPlace::beside ? kBesideEms * size : shape.picture_width;
    if (place == CaptionPlace::over) setting.width -= 2 * size;
    setting.indent_ems = 0;
    setting.gap_ems = desk.style().name_gap_ems;
    shape.lines = set_paragraph(desk.type_case(), story.caption, 0, setting);
    if (place == CaptionPlace::under)
        shape.caption_height = static_cast<double>(shape.lines.size()) * size * kCaptionPitch + 1.0;
    const double tallest = dress.photo.columns == 1 ? 1.2 : 0.85;
    const double shortest = place == CaptionPlace::beside ? 0.6 : 0.52;
    shape.least_rows =
        static_cast<int>((shortest * shape.picture_width + shape.caption_height) / room.leading) + 1;
    shape.most_rows =
        static_cast<int>((tallest * shape.picture_width + shape.caption_height) / room.leading) + 1;
    return shape;
}

Obstacle obstacle_of(const PhotoShape& shape, const Room& room, const BoxDress& dress, int head_rows,
                     int photo_rows) {
    int row = head_rows;
    for (const BoxColumn& column : room.columns)
        if (column.x < shape.right && column.x + column.measure > shape.left) row = std::max(row, column.top);
    if (dress.photo.stand == PhotoStand::middle) row += kMiddleOffset;
    if (dress.photo.stand == PhotoStand::foot) {
        int bottom = room.rows;
        for (const BoxColumn& column : room.columns)
            if (column.x < shape.right && column.x + column.measure > shape.left)
                bottom = std::min(bottom, column.bottom);
        row = std::max(row, bottom - photo_rows);
    }
    return {shape.left, shape.right, row, photo_rows};
}

PhotoPlan place_photo(const PhotoShape& shape, const BoxPlan& plan, const Obstacle& obstacle) {
    const double size = caption_size(plan.dress.type);
    const bool at_foot = plan.dress.photo.stand == PhotoStand::foot;
    const double top = plan.row_top(obstacle.row) + (at_foot ? 2 * kAir : kAir);
    const double bottom = plan.row_top(obstacle.row + obstacle.rows) - (at_foot ? 0.2 : 1.2 * kAir);
    PhotoPlan photo;
    photo.lines = shape.lines;
    Box picture{shape.left, top, shape.picture_width, bottom - top - shape.caption_height};
    Box caption{picture.x, picture.bottom() + 1.0, picture.w, shape.caption_height - 1.0};
    const double height = static_cast<double>(shape.lines.size()) * size * kCaptionPitch;
    if (plan.dress.photo.caption == CaptionPlace::beside)
        caption = {picture.right() + 0.8 * size, picture.bottom() - height, kBesideEms * size, height};
    if (plan.dress.photo.caption == CaptionPlace::over)
        caption = {picture.x + size, picture.bottom() - height - 0.6 * size, picture.w - 2 * size, height};
    photo.picture = plan.room.on_page(picture);
    photo.caption = plan.room.on_page(caption);
    return photo;
}

}  // namespace banwen::newsprint
