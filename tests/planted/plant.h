// Faults put on purpose into lines that were read without one: what the issue and text rooms must take out
// again, and what they must leave alone. Each planter says what it planted.
#pragma once

#include <random>
#include <set>
#include <vector>

#include "core/issue.h"
#include "issue/jump_mark.h"

namespace banwen::planted {

using Random = std::mt19937;

// Replaces a share of the glyphs by look-alikes or by any other character, with the confidences that
// recognizers give; in most cases the right reading is the second one.
void plant_noise(std::vector<PageText>& pages, double share, Random& random);

// Takes a share of the Han glyphs away, and puts a mark that was not printed behind as many others.
void plant_gains_and_losses(std::vector<PageText>& pages, double share, Random& random);

enum class SeamKind { column_foot, line_twice, jump_mark };

struct PlantedSeam {
    SeamKind kind = SeamKind::column_foot;
    LineId line;  // the line that holds what is there once too often, or is itself so
    std::size_t glyphs = 0;
};

// Repeats, once an article at most: the last characters of a column at the head of the next one, a line
// that was found twice in one place, the last words before a jump mark behind its answer. Lines are
// numbered anew.
std::vector<PlantedSeam> plant_seams(std::vector<PageText>& pages, Random& random);

// Text that stands twice by right: a refrain and a price list in an article of their own, a slogan in two
// articles, an advertisement on two pages. Gives the lines, none of which may go.
std::set<LineId> plant_right_repeats(std::vector<PageText>& pages);

// Writes every jump mark in another spelling that newspapers use.
void vary_jump_marks(std::vector<PageText>& pages, Random& random);

// Takes all marks of one direction away; the number of jumps that are orphans now.
int plant_orphans(std::vector<PageText>& pages, JumpDirection gone);

// The page comes a second time, as the last one, moved by a few pixels and with noise of its own.
void plant_second_scan(std::vector<PageText>& pages, std::size_t page, Random& random);

// The page comes as two strips that overlap by a tenth of its height; the lower one becomes the last page.
void plant_strips(std::vector<PageText>& pages, std::size_t page);

}  // namespace banwen::planted
