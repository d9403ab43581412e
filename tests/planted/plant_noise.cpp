#include <algorithm>
#include <array>
#include <string_view>

#include "core/characters.h"
#include "planted/plant.h"

namespace banwen::planted {
namespace {

constexpr std::array<std::u32string_view, 24> kLookAlikes = {
    U"日曰目", U"己已巳", U"人入八", U"未末", U"土士", U"干千于", U"天夫无", U"大太犬",
    U"口囗",   U"王玉主", U"田由甲", U"木本", U"今令", U"问间",   U"东车",   U"鸟乌",
    U"季李",   U"报极",   U"输榆",   U"住往", U"清情", U"候侯",   U"折拆",   U"帅师"};
constexpr std::u32string_view kAny = U"的一是了在有和人这中大为上个国我以要他时来用们生到作地于出就";

double between(double low, double high, Random& random) {
    return std::uniform_real_distribution<double>(low, high)(random);
}

char32_t misread(char32_t c, Random& random) {
    for (const std::u32string_view alike : kLookAlikes) {
        const std::size_t at = alike.find(c);
        if (at != std::u32string_view::npos)
            return alike[(at + 1 + random() % (alike.size() - 1)) % alike.size()];
    }
    const char32_t other = kAny[random() % kAny.size()];
    return other == c ? U'不' : other;
}

void misread_glyph(Glyph& glyph, Random& random) {
    const std::u32string right = from_utf8(glyph.readings.front().text);
    if (right.size() != 1 || !is_han(right[0])) return;
    const double sure = between(0.35, 0.8, random);
    const Reading wrong{to_utf8(std::u32string(1, misread(right[0], random))), sure};
    const bool offered = random() % 10 < 7;
    if (offered)
        glyph.readings = {wrong, {glyph.readings.front().text, between(0.1, 0.95, random) * sure}};
    else
        glyph.readings = {wrong};
}

}  // namespace

void plant_noise(std::vector<PageText>& pages, double share, Random& random) {
    for (PageText& page : pages)
        for (Article& article : page.articles)
            for (Block& block : article.blocks)
                for (TextLine& line : block.lines)
                    for (Glyph& glyph : line.glyphs)
                        if (between(0, 1, random) < share) misread_glyph(glyph, random);
}

void plant_gains_and_losses(std::vector<PageText>& pages, double share, Random& random) {
    for (PageText& page : pages)
        for (Article& article : page.articles)
            for (Block& block : article.blocks)
                for (TextLine& line : block.lines) {
                    std::vector<Glyph> glyphs;
                    for (const Glyph& glyph : line.glyphs) {
                        const double throw_ = between(0, 1, random);
                        const bool lost = throw_ < share && line.glyphs.size() > 4;
                        if (!lost) glyphs.push_back(glyph);
                        if (throw_ > 1 - share)
                            glyphs.push_back({glyph.box, {{"、", between(0.3, 0.7, random)}}, false});
                    }
                    line.glyphs = std::move(glyphs);
                }
}

}  // namespace banwen::planted
