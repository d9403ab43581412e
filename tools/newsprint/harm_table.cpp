#include "harm_table.h"

#include <charconv>
#include <stdexcept>

#include <fmt/format.h>

namespace banwen::newsprint {
namespace {

const Harm& find_harm(const std::string& name) {
    for (const Harm& harm : all_harms())
        if (name == harm.name) return harm;
    throw std::invalid_argument(fmt::format("no such harm: '{}' (--help lists them)", name));
}

double figure_of(const Harm& harm, const std::string& text) {
    double figure = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), figure);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    const bool fits = (figure >= harm.least && figure <= harm.most) || (harm.may_rest && figure == 0);
    if (!whole || !fits)
        throw std::invalid_argument(fmt::format("harm {} is {}{:g}..{:g}, not '{}'", harm.name,
                                                harm.may_rest && harm.least > 0 ? "0 or " : "", harm.least,
                                                harm.most, text));
    return figure;
}

}  // namespace

const std::vector<Harm>& all_harms() {
    static const std::vector<Harm> kHarms = {
        {"skew-deg", [](Wear& w) -> double& { return w.bends.skew_deg; }, -5, 5, true,
         "the sheet lies turned, + clockwise"},
        {"column-skew-deg", [](Wear& w) -> double& { return w.bends.column_skew_deg; }, 0, 2, true,
         "most that the lines of a column lean away from that"},
        {"curl-mm", [](Wear& w) -> double& { return w.bends.curl_mm; }, -20, 20, true,
         "lines bow so far at the bound edge, + right, - left"},
        {"perspective-percent", [](Wear& w) -> double& { return w.bends.perspective_percent; }, 0, 10, true,
         "the far edge is so much smaller than the middle"},
        {"border-mm", [](Wear& w) -> double& { return w.bends.border_mm; }, 0, 50, true,
         "the scanner's lid around the paper, black or white"},
        {"neighbour-mm", [](Wear& w) -> double& { return w.bends.neighbour_mm; }, 0, 80, true,
         "so much of the page beside this one is seen"},
        {"spread-mm", [](Wear& w) -> double& { return w.spread_mm; }, 0, 0.2, true, "ink creeps outward"},
        {"loss", [](Wear& w) -> double& { return w.loss; }, 0, 1, true, "ink is eaten away in grains"},
        {"fade", [](Wear& w) -> double& { return w.fade; }, 0, 1, true, "ink is paler in some parts"},
        {"ink-grey", [](Wear& w) -> double& { return w.ink_grey; }, 0, 150, true, "solid ink, 0 is black"},
        {"paper-grey", [](Wear& w) -> double& { return w.paper_grey; }, 160, 255, false,
         "bare paper, 255 is white"},
        {"yellow", [](Wear& w) -> double& { return w.yellow; }, 0, 1, true, "the paper has yellowed"},
        {"fibre", [](Wear& w) -> double& { return w.fibre; }, 0, 20, true,
         "the paper's fibres show, grey levels"},
        {"bleed", [](Wear& w) -> double& { return w.bleed; }, 0, 1, true,
         "so much of the other side's ink shows through"},
        {"fold", [](Wear& w) -> double& { return w.fold; }, 0, 1, true, "a crease over the page"},
        {"stamps", [](Wear& w) -> double& { return w.stamps; }, 0, 20, true, "round stamps, how many"},
        {"underlines", [](Wear& w) -> double& { return w.underlines; }, 0, 500, true,
         "lines with a ball-point's stroke under them, how many"},
        {"uneven", [](Wear& w) -> double& { return w.uneven; }, 0, 80, true,
         "the light differs over the page, grey levels"},
        {"blur-mm", [](Wear& w) -> double& { return w.blur_mm; }, 0, 0.5, true,
         "the lens's, standard deviation"},
        {"pepper-per-cm2", [](Wear& w) -> double& { return w.pepper_per_cm2; }, 0, 300, true, "dark specks"},
        {"salt-per-cm2", [](Wear& w) -> double& { return w.salt_per_cm2; }, 0, 300, true, "light specks"},
        {"grain", [](Wear& w) -> double& { return w.grain; }, 0, 80, true,
         "the film's, standard deviation in grey levels"},
        {"from-dpi", [](Wear& w) -> double& { return w.from_dpi; }, 72, 1200, true,
         "scanned at this resolution and enlarged"},
        {"bilevel", [](Wear& w) -> double& { return w.bilevel; }, 0.1, 0.9, true,
         "black and white, divided at this share of the way from ink to paper"},
        {"jpeg-quality", [](Wear& w) -> double& { return w.jpeg_quality; }, 10, 100, true,
         "the page has been a JPEG file once"},
    };
    return kHarms;
}

double knob_of(const Harm& harm, Wear wear) {
    return harm.knob(wear);
}

Wear with_harms(Wear wear, const std::vector<std::string>& settings) {
    for (const std::string& setting : settings) {
        const std::size_t equals = setting.find('=');
        if (equals == std::string::npos)
            throw std::invalid_argument(fmt::format("a harm is NAME=FIGURE, not '{}'", setting));
        const Harm& harm = find_harm(setting.substr(0, equals));
        harm.knob(wear) = figure_of(harm, setting.substr(equals + 1));
    }
    return wear;
}

}  // namespace banwen::newsprint
