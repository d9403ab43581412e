#include "box_shape.h"

#include <algorithm>
#include <cmath>

namespace banwen::newsprint {
namespace {

constexpr double kLeastBeside = 6;  // ems that text beside a photo must have
constexpr double kGapBeside = 0.7;  // ems between it and the photo
constexpr double kFrameGapEms = 0.9;

// Evenly spread columns of whole ems; a single one stands in the middle.
std::vector<BoxColumn> even_columns(const Room& room, const BodyType& type, double gutter, int count) {
    const double share = (room.width() - (count - 1) * gutter) / count;
    const double measure = std::floor(share / type.em + 1e-6) * type.em;
    const double step = count > 1 ? (room.width() - measure) / (count - 1) : 0;
    const double first = count > 1 ? 0 : (room.width() - measure) / 2;
    std::vector<BoxColumn> columns;
    for (int c = 0; c < count; ++c)
        columns.push_back({first + c * step, measure, 0, room.rows});
    return columns;
}

std::vector<BoxColumn> grid_columns(const Room& room, const Grid& grid, const Cell& cell) {
    std::vector<BoxColumn> columns;
    const bool left = cell.notch.corner == Corner::lower_left;
    for (int c = 0; c < cell.columns; ++c) {
        BoxColumn column{grid.column_left(cell.column + c) - room.box.x, grid.column_width(), 0, room.rows};
        const bool cut = left ? c < cell.notch.columns : c >= cell.columns - cell.notch.columns;
        if (cut && cell.notch.corner == Corner::upper_right) column.top = cell.notch.rows;
        if (cut && cell.notch.corner != Corner::upper_right)
            column.bottom = cell.rows - cell.notch.rows - 1;  // the white above the corner
        columns.push_back(column);
    }
    return columns;
}

// An upright article stands in as many tiers as keep its lines short enough to read.
int tiers_for(double height, double em) {
    return std::max(1, static_cast<int>(std::lround(height / (19 * em))));
}

}  // namespace

Box Room::on_page(const Box& own) const {
    if (mode == Mode::horizontal) return {box.x + own.x, box.y + own.y, own.w, own.h};
    return {box.right() - own.y - own.h, box.y + own.x, own.h, own.w};
}

Room room_in(const Grid& grid, const Cell& cell, const BoxDress& dress) {
    Room room;
    room.mode = dress.type.mode;
    room.leading = dress.type.leading;
    room.box = box_of(grid, cell);
    if (cell.notch.corner != Corner::none) {
        room.leading = grid.leading;
        room.rows = cell.rows - (cell.at_foot ? 0 : 1);
        room.columns = grid_columns(room, grid, cell);
        return room;
    }
    if (dress.frame != Frame::none || dress.ground > 0) {
        const double side = dress.frame == Frame::bars && dress.ground <= 0 ? 0 : kFrameGapEms * grid.em;
        const double level = 0.5 * grid.leading;
        room.box = {room.box.x + side, room.box.y + level, room.box.w - 2 * side, room.box.h - 2 * level};
    }
    return narrowed(room, grid, dress, room.box);
}

Room narrowed(const Room& room, const Grid& grid, const BoxDress& dress, const Box& box) {
    Room rest = room;
    rest.box = box;
    const double across = room.mode == Mode::vertical ? box.w : box.h;
    rest.rows = static_cast<int>(across / rest.leading + 0.02);
    const double gutter = std::min(grid.gutter, 1.5 * dress.type.em);
    int count = dress.columns;
    if (room.mode == Mode::vertical)
        count = tiers_for(box.h, dress.type.em);
    else if (count == 0 || box.w < room.box.w)
        count = std::max(1, static_cast<int>(std::lround(box.w / (grid.column_width() + grid.gutter))));
    rest.columns = even_columns(rest, dress.type, gutter, count);
    if (rest.columns.front().measure < 8 * dress.type.em) rest.columns.clear();
    return rest;
}

namespace {

bool meets(const Obstacle& obstacle, const BoxColumn& column) {
    return obstacle.rows > 0 && obstacle.left < column.x + column.measure - 0.1 &&
           obstacle.right > column.x + 0.1;
}

// The rows of the column beside the obstacle, in the wider of the two strips that it leaves.
Slot beside(const BoxColumn& column, const BodyType& type, const Obstacle& obstacle) {
    const double gap = kGapBeside * type.em;
    const double end = column.x + column.measure;
    const double left = obstacle.left - gap - column.x;
    const double right = end - obstacle.right - gap;
    const double measure = std::floor(std::max(left, right) / type.em + 1e-6) * type.em;
    Slot slot;
    slot.measure = measure >= kLeastBeside * type.em ? measure : 0;
    slot.x = left >= right ? column.x : end - measure;
    return slot;
}

void add_slot(Slot slot, int from, int to, std::vector<Slot>& slots) {
    if (to <= from) return;
    slot.row = from;
    slot.rows = to - from;
    slots.push_back(slot);
}

}  // namespace

bool stands_within(const Room& room, const Obstacle& obstacle) {
    return std::all_of(room.columns.begin(), room.columns.end(), [&obstacle](const BoxColumn& column) {
        return !meets(obstacle, column) || obstacle.row + obstacle.rows <= column.bottom;
    });
}

std::vector<Slot> slots_around(const Room& room, const BodyType& type, int head_rows,
                               const Obstacle& obstacle) {
    std::vector<Slot> slots;
    for (std::size_t c = 0; c < room.columns.size(); ++c) {
        const BoxColumn& column = room.columns[c];
        const int top = std::max(column.top, column.top > 0 ? 0 : head_rows);
        const Slot whole{column.x, 0, 0, column.measure, static_cast<int>(c)};
        if (!meets(obstacle, column)) {
            add_slot(whole, top, column.bottom, slots);
            continue;
        }
        const int lower = std::clamp(obstacle.row + obstacle.rows, top, std::max(top, column.bottom));
        const int upper = std::clamp(obstacle.row, top, lower);
        add_slot(whole, top, upper, slots);
        Slot side = beside(column, type, obstacle);
        side.column = whole.column;
        if (side.measure > 0) add_slot(side, upper, lower, slots);
        add_slot(whole, lower, column.bottom, slots);
    }
    return slots;
}

}  // namespace banwen::newsprint
