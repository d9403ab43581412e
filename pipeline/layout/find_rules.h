// Printed rules: the thin lines between columns and articles, and the sides of frames.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/layout.h"
#include "layout/find_layout.h"

namespace banwen {

// `ink`: 255 = ink; `em`: body type in px; `dpi` of the mask. Rules are upright to within the deskewing's
// rest.
//
// A run of ink longer than any stroke of the body type is looked for along rows and along columns; runs that
// continue each other become one rule. A long stroke of headline type (一) is told from a rule by its
// proportions: a rule is at least twenty times as long as thick, or longer than fifteen characters; beside
// one shorter than twelve stands nothing but its other half. Dots at one pitch in a row twelve characters
// long, or five with no type at its ends, are a dotted rule. What it cannot do: shorter dotted rules, and
// rules bent by more than their own thickness over four characters. A rule that leans or bends less comes in
// several boxes that follow it, each little higher than the rule is thick.
std::vector<Rule> find_rules(const cv::Mat& ink, double em, double dpi, const LayoutOptions& options);

// The rules down (or across) of `rules`, each in one box, also where it leans and came in several.
std::vector<Box> whole_rules_down(const std::vector<Rule>& rules, double em);
std::vector<Box> whole_rules_across(const std::vector<Rule>& rules, double em);

// The mask without the rules' ink; strokes that cross a rule keep their parts on both sides.
cv::Mat without_rules(const cv::Mat& ink, const std::vector<Rule>& rules, double em);

}  // namespace banwen
