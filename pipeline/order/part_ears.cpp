// Papers sell the place beside their name, or print a notice, the weather or a list of contents in it. It
// stands over the masthead's rule like the masthead itself, often without a frame. White from the head's
// top to its bottom parts it from the name, and its words tell it from the masthead's own boxes: those name
// the date, the number, the publisher. Lists of contents that layout knows by their label are not in the
// masthead at all.
//
// What this cannot do: part an ear that stands closer to the date than half a character, or of less than
// three lines; know one beside a name that is drawn and was taken for a picture.
#include "order/part_ears.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/characters.h"

namespace banwen {
namespace {

using View = std::u32string_view;

constexpr double kWhiteEm = 0.5;  // between an ear and what stands beside it
constexpr std::size_t kLeastLines = 3;
constexpr double kBesideName = 0.5;    // of the name's height
constexpr double kOwnShare = 1.0 / 3;  // of a masthead box's lines tell of the paper
constexpr double kNameSize = 1.25;     // of the ear's usual type
constexpr std::array<View, 14> kOwnWords = {U"刊号", U"代号", U"主管", U"主办",     U"出版",
                                            U"星期", U"农历", U"总第", U"国内统一", U"今日",
                                            U"本期", U"编辑", U"创刊", U"零售"};

bool tells_of_paper(const TextLine& line) {
    std::u32string text = from_utf8(plain_text(line));
    std::erase(text, U' ');
    const std::size_t number = text.find(U'第');
    if (number != text.npos && text.find(U'期', number) != text.npos) return true;
    const std::size_t year = text.find(U'年');
    if (year != text.npos && text.find(U'月', year) != text.npos) return true;
    return std::any_of(kOwnWords.begin(), kOwnWords.end(),
                       [&text](View word) { return text.find(word) != text.npos; });
}

// Of the pieces that stand in one strip of the head, with white from top to bottom on both sides.
struct Strip {
    Box box;
    std::vector<std::size_t> pieces;
};

std::vector<Strip> strips_of(const std::vector<Piece>& pieces, double em) {
    std::vector<std::size_t> head;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (pieces[i].kind == RegionKind::masthead) head.push_back(i);
    std::sort(head.begin(), head.end(),
              [&](std::size_t a, std::size_t b) { return pieces[a].box.left < pieces[b].box.left; });
    std::vector<Strip> strips;
    for (const std::size_t i : head) {
        const Box& box = pieces[i].box;
        if (strips.empty() || box.left - strips.back().box.right() < kWhiteEm * em) {
            if (strips.empty()) strips.push_back({});
            strips.back().box = bounding(strips.back().box, box);
            strips.back().pieces.push_back(i);
        } else {
            strips.push_back({box, {i}});
        }
    }
    return strips;
}

bool is_ear(const Strip& strip, const std::vector<Piece>& pieces, const Piece& name) {
    std::size_t lines = 0, own = 0;
    for (const std::size_t i : strip.pieces) {
        if (&pieces[i] == &name) return false;
        lines += pieces[i].lines.size();
        own += static_cast<std::size_t>(
            std::count_if(pieces[i].lines.begin(), pieces[i].lines.end(), tells_of_paper));
    }
    if (lines < kLeastLines || static_cast<double>(own) >= kOwnShare * static_cast<double>(lines))
        return false;
    return overlap_y(strip.box, name.box) >= kBesideName * name.box.height;
}

double usual_size(const Strip& strip, const std::vector<Piece>& pieces) {
    std::vector<double> sizes;
    for (const std::size_t i : strip.pieces)
        for (const TextLine& line : pieces[i].lines)
            sizes.push_back(line.type_size);
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>((sizes.size() - 1) / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

}  // namespace

std::vector<Piece> part_ears(std::vector<Piece> pieces, double em) {
    const std::vector<Strip> strips = strips_of(pieces, em);
    const auto smaller = [](const Piece& a, const Piece& b) {
        const auto size = [](const Piece& piece) {
            return piece.kind == RegionKind::masthead ? piece.type_size : 0;
        };
        return size(a) < size(b);
    };
    const auto name = std::max_element(pieces.begin(), pieces.end(), smaller);
    for (const Strip& strip : strips) {
        if (!is_ear(strip, pieces, *name)) continue;
        const double usual = usual_size(strip, pieces);
        for (const std::size_t i : strip.pieces) {
            Piece& piece = pieces[i];
            const bool large = piece.type_size > kNameSize * usual;
            piece.kind = piece.lines.size() == 1 && (piece.reversed || large) ? RegionKind::headline
                                                                              : RegionKind::body;
            for (TextLine& line : piece.lines)
                line.kind = piece.kind;
        }
    }
    return pieces;
}

}  // namespace banwen
