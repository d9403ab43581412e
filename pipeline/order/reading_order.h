// In which order boxes are read: the columns of an article, and the blocks of a page's head or an
// advertisement.
#pragma once

#include <vector>

#include "core/geometry.h"

namespace banwen {

// Indices of `columns` in reading order: columns from left to right, each from top to bottom, also past a
// picture that stands in several of them. Where no straight cut passes down between the columns (bands with
// different measures above each other), what stands above a cut across is read first. `em`: body type in px.
std::vector<int> order_columns(const std::vector<Box>& columns, double em);

// Indices of `blocks` in reading order: rows of blocks from top to bottom, a row from left to right.
std::vector<int> order_blocks(const std::vector<Box>& blocks, double em);

}  // namespace banwen
