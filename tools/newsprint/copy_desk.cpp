#include "copy_desk.h"

#include <fmt/format.h>

namespace banwen::newsprint {
namespace {

std::string key_of(const Face& face) {
    return fmt::format("{} {} {:.3f} {:.3f}", face.family, face.weight, face.stretch, face.swell);
}

// Upright lines have corner brackets where level ones have curled quotes.
void turn_quotes(std::u32string& text) {
    static constexpr std::u32string_view kCurled = U"“”‘’";
    static constexpr std::u32string_view kCorners = U"「」『』";
    for (char32_t& c : text)
        if (const std::size_t at = kCurled.find(c); at != kCurled.npos) c = kCorners[at];
}

}  // namespace

CopyDesk::CopyDesk(const TypeCase& type_case, const PaperStyle& style, const std::vector<Story>& stories)
    : type_case_(type_case), style_(style), stories_(stories), upright_stories_(stories) {
    for (Story& story : upright_stories_)
        for (Paragraph& paragraph : story.paragraphs)
            turn_quotes(paragraph.text);
}

const Story& CopyDesk::story(std::size_t index, Mode mode) const {
    return mode == Mode::vertical ? upright_stories_[index] : stories_[index];
}

const std::vector<CopyLine>& CopyDesk::lines(const Copy& copy, const BodyType& type, double measure) const {
    const std::string key =
        fmt::format("{} {} {} {:.3f} {} {:.3f} {}", copy.story, copy.from.paragraph, copy.from.offset,
                    measure, key_of(type.face), type.em, static_cast<int>(type.mode));
    const auto [it, fresh] = lines_.try_emplace(key);
    if (fresh)
        it->second = set_copy(type_case_, style_, type, story(copy.story, type.mode), copy.from, measure);
    return it->second;
}

const Head& CopyDesk::head(std::size_t story, const HeadDress& dress, double room, int columns) const {
    const std::string key = fmt::format("{} {} {} {} {} {:.2f} {}", story, static_cast<int>(dress.mode),
                                        static_cast<int>(dress.align), static_cast<int>(dress.kicker),
                                        key_of(dress.face), room, columns);
    const auto [it, fresh] = heads_.try_emplace(key);
    if (fresh) it->second = plan_head(type_case_, style_, stories_[story], dress, room, columns);
    return it->second;
}

}  // namespace banwen::newsprint
