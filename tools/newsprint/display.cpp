#include "display.h"

#include "set_lines.h"

namespace banwen::newsprint {
namespace {

SetLine set(const TypeCase& type_case, const std::u32string& text, const DisplayType& type) {
    Setting setting;
    setting.face = type.face;
    setting.em = type.size;
    setting.gap_ems = 0.8;
    return set_display_line(type_case, text, setting);
}

}  // namespace

std::size_t open_region(Kind kind, int article, Sheet& sheet) {
    sheet.regions.push_back({kind, Mode::horizontal, article, false, {}});
    return sheet.regions.size() - 1;
}

double add_display_line(const TypeCase& type_case, const std::u32string& text, const DisplayType& type,
                        const Spot& spot, std::size_t region, Sheet& sheet) {
    const SetLine done = set(type_case, text, type);
    PlacedLine line;
    line.kind = type.kind;
    line.text = done.text;
    line.face = type.face;
    line.size = type.size;
    line.region = region;
    line.column = 0;
    line.tone = type.tone;
    const double left = spot.x - done.width * spot.anchor;
    for (const Piece& piece : done.pieces)
        line.pieces.push_back({piece.text, {left + piece.x, spot.y}, false});
    sheet.lines.push_back(std::move(line));
    return done.width;
}

double display_width(const TypeCase& type_case, const std::u32string& text, const DisplayType& type) {
    return set(type_case, text, type).width;
}

PrintedArticle article_of_regions(const std::string& type, std::size_t first_region, const Sheet& sheet) {
    PrintedArticle article;
    article.type = type;
    bool divided = false;
    for (const PlacedLine& line : sheet.lines) {
        if (line.region < first_region) continue;
        std::u32string& part = line.kind == Kind::headline ? article.title : article.text;
        if (divided)
            part.pop_back();
        else if (!part.empty())
            part += line.kind == Kind::headline ? U' ' : U'\n';
        part += line.text;
        divided = line.divided;
    }
    return article;
}

}  // namespace banwen::newsprint
