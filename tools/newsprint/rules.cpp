#include "rules.h"

namespace banwen::newsprint {
namespace {

constexpr double kThick = 0.55;     // mm
constexpr double kDot = 0.32;       // mm
constexpr double kDoubleGap = 0.7;  // mm

// Strips of `thickness` along the box's four sides.
void four_sides(const Box& box, double thickness, RuleForm form, Sheet& sheet) {
    sheet.rules.push_back({{box.x, box.y, box.w, thickness}, form});
    sheet.rules.push_back({{box.x, box.bottom() - thickness, box.w, thickness}, form});
    sheet.rules.push_back({{box.x, box.y, thickness, box.h}, form});
    sheet.rules.push_back({{box.right() - thickness, box.y, thickness, box.h}, form});
}

}  // namespace

void add_rule(RuleLook look, const Box& along, Sheet& sheet) {
    const auto strip = [&](double offset, double thickness, RuleForm form) {
        Box box = along;
        if (along.w > along.h)
            box.y += along.h / 2 + offset - thickness / 2, box.h = thickness;
        else
            box.x += along.w / 2 + offset - thickness / 2, box.w = thickness;
        sheet.rules.push_back({box, form});
    };
    switch (look) {
        case RuleLook::hair:
            return strip(0, kHair, RuleForm::solid);
        case RuleLook::thick:
            return strip(0, kThick, RuleForm::solid);
        case RuleLook::dotted:
            return strip(0, kDot, RuleForm::dotted);
        case RuleLook::double_line:
            strip(-kDoubleGap / 2, kHair, RuleForm::solid);
            return strip(kDoubleGap / 2, kHair, RuleForm::solid);
    }
}

void outline(const Box& box, double thickness, Sheet& sheet) {
    four_sides(box, thickness, RuleForm::solid, sheet);
}

void print_frame(const Box& box, Frame frame, int article, Sheet& sheet) {
    if (frame == Frame::none) return;
    sheet.regions.push_back({Kind::frame, Mode::horizontal, article, true, box});
    if (frame == Frame::bars) {
        sheet.rules.push_back({{box.x, box.y, box.w, kThick}, RuleForm::solid});
        sheet.rules.push_back({{box.x, box.bottom() - kThick, box.w, kThick}, RuleForm::solid});
        return;
    }
    if (frame == Frame::dotted) return four_sides(box, kDot, RuleForm::dotted, sheet);
    outline(box, frame == Frame::thin ? kHair : kThick, sheet);
    if (frame == Frame::double_line) outline(inset(box, 1.1), kHair, sheet);
}

}  // namespace banwen::newsprint
