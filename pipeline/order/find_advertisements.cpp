// An advertisement is set in a frame of its own, and is made of lines rather than of text: names, goods and
// prices in large type of many sizes, and where to call and to go, each on a line of its own, with no column
// of text among them. Small advertisements say what they are (分类广告) above many short notices that begin
// with a bracket (【出租】). An article in a frame has one headline and below it a run of body type that
// outweighs all else.
//
// What this cannot do: advertisements without a frame; those that are made up as articles are.
#include "order/find_advertisements.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace banwen {
namespace {

constexpr double kEnough = 2;  // sum of the signs

template <std::size_t N>
bool begins_with_any(const std::string& text, const std::string_view (&words)[N]) {
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return text.starts_with(word); });
}

// What the matter of a frame is made of.
struct Matter {
    int lines = 0;
    int in_columns = 0;  // lines of body type in runs of four and more
    int large = 0;       // pieces of headline type
    int contacts = 0;    // lines that say where to call or to go
    int notices = 0;     // lines that begin a small advertisement
    int prices = 0;      // lines that end with a price
    int pointers = 0;    // lines that end with a page, as those of a list of contents do
    bool named = false;  // says that it is an advertisement

    void add(const Piece& piece) {
        constexpr std::string_view kContacts[] = {"电话", "热线", "地址", "联系",
                                                  "手机", "咨询", "订购", "传真"};
        constexpr std::string_view kNames[] = {"分类广告", "广告", "分类信息"};
        const int count = static_cast<int>(piece.lines.size());
        lines += count;
        if (is_running_text(piece) && count >= 4) in_columns += count;
        if (piece.kind == RegionKind::headline) ++large;
        for (const TextLine& line : piece.lines) {
            const std::string text = plain_text(line);
            contacts += begins_with_any(text, kContacts) ? 1 : 0;
            notices += text.starts_with("【") || text.starts_with("●") || text.starts_with("◆") ? 1 : 0;
            named = named || begins_with_any(text, kNames) || text.ends_with("公益广告");
            prices += text.ends_with("元") ? 1 : 0;
            pointers += text.ends_with("版)") || text.ends_with("版）") ? 1 : 0;
        }
    }

    double signs() const {
        double sum = named ? 2 : 0;
        sum += std::min(1.5, 0.8 * contacts);
        sum += std::min(1.5, 0.4 * notices);
        sum += std::min(1.5, 0.5 * prices);
        sum += large >= 4 ? 0.7 : 0;
        sum += lines >= 3 && in_columns == 0 && pointers == 0 ? 0.7 : 0;
        sum -= in_columns > 0.7 * lines && !named ? 1 : 0;
        return sum;
    }
};

}  // namespace

std::set<int> find_advertisements(const std::vector<Piece>& pieces) {
    std::map<int, Matter> frames;
    for (const Piece& piece : pieces)
        if (piece.frame >= 0 && piece.kind != RegionKind::masthead && piece.kind != RegionKind::folio)
            frames[piece.frame].add(piece);
    std::set<int> found;
    for (const auto& [frame, matter] : frames)
        if (matter.signs() >= kEnough) found.insert(frame);
    return found;
}

}  // namespace banwen
