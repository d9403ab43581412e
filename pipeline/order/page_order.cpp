// A page is divided by straight cuts, first across into rows of articles, then down, and so on inside each
// part; it is read in the same way. No cut need be clean: a line that was found over two columns, a speck far
// from its article or the foot of an article around another's corner stands beyond it. So each cut is paid
// for with the area of type that stands on the wrong side of it, and the cheapest is made first. On which
// side an article belongs its headline says where the cut runs across, and its beginning where it runs down.
// Of two as cheap the one across is made, as rows of two neighbours seldom end level by chance: then the cut
// finds as much white as stands above each article of the lower row. One that finds less passes by chance,
// and costs more. Of several down the one farthest left is made.
//
// What this cannot do: tell which cut was made first where the rows of two neighbours end level after all;
// find the way through articles that are set around each other like the sails of a windmill.
#include "order/page_order.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace banwen {
namespace {

constexpr double kRowEm = 0.5;       // white between rows of articles
constexpr double kLevel = 0.65;      // … of the white above each of the articles of the lower row
constexpr double kGutterEm = 0.4;    // white between neighbours
constexpr double kChance = 30;       // price of a cut that finds less, in em²
constexpr double kDown = 6;          // … of a cut down
constexpr double kSame = 4;          // prices that differ by less
constexpr double kHeadline = 4;      // price of a headline's area, against that of text
constexpr double kBeginning = 0.06;  // of an article's type, that may stand before its beginning
constexpr double kAcrossEm = 1.5;    // articles that begin level differ by less
constexpr double kDownEm = 1.0;
constexpr double kHeadEm = 4;  // an article's head

enum class Axis { across, down };  // across: the cut runs from left to right, parting above from below

using Indices = std::vector<int>;

int begin_of(const Box& box, Axis axis) {
    return axis == Axis::across ? box.top : box.left;
}
int end_of(const Box& box, Axis axis) {
    return axis == Axis::across ? box.bottom() : box.right();
}
double middle_of(const Box& box, Axis axis) {
    return axis == Axis::across ? box.center().y : box.center().x;
}

// Area of the box before (after) the cut.
double area_before(const Box& box, Axis axis, int at) {
    const int extent = std::max(1, end_of(box, axis) - begin_of(box, axis));
    const double share = std::clamp(static_cast<double>(at - begin_of(box, axis)) / extent, 0.0, 1.0);
    return share * static_cast<double>(box.area());
}
double area_after(const Box& box, Axis axis, int at) {
    return static_cast<double>(box.area()) - area_before(box, axis, at);
}

struct Cut {
    Indices before;
    Indices after;
    double price = 0;
};

class Page {
  public:
    Page(const std::vector<ArticlePlace>& articles, double em) : articles_(articles), em_(em) {
        for (const ArticlePlace& article : articles) {
            const int top = beginning(article, Axis::across);
            tops_.push_back(article.headline.empty() ? top : std::min(top, article.headline.top));
            lefts_.push_back(beginning(article, Axis::down));
        }
    }

    Indices in_order(const Indices& members) const {
        if (members.size() < 2) return members;
        std::optional<Cut> best;
        for (const Axis axis : {Axis::across, Axis::down})
            for (const int i : sorted(members, axis)) {
                std::optional<Cut> cut = cut_before(i, members, axis);
                if (cut && (!best || cut->price < best->price - kSame)) best = std::move(cut);
            }
        if (!best) return by_top(members);
        Indices order = in_order(best->before);
        const Indices rest = in_order(best->after);
        order.insert(order.end(), rest.begin(), rest.end());
        return order;
    }

  private:
    const ArticlePlace& article(int i) const { return articles_[static_cast<std::size_t>(i)]; }
    int place(int i, Axis axis) const {
        return (axis == Axis::across ? tops_ : lefts_)[static_cast<std::size_t>(i)];
    }

    static int beginning(const ArticlePlace& article, Axis axis) {
        std::vector<std::pair<int, double>> begins;
        double all = 0;
        for (const Box& line : article.lines) {
            begins.emplace_back(begin_of(line, axis), static_cast<double>(line.area()));
            all += static_cast<double>(line.area());
        }
        std::sort(begins.begin(), begins.end());
        double passed = 0;
        for (const auto& [begin, area] : begins) {
            passed += area;
            if (passed > kBeginning * all) return begin;
        }
        return 0;
    }

    // Directly before article i; nothing where no article stands before it.
    std::optional<Cut> cut_before(int i, const Indices& members, Axis axis) const {
        const int at = place(i, axis);
        const double play = (axis == Axis::across ? kAcrossEm : kDownEm) * em_;
        Cut cut;
        for (const int k : members)
            (place(k, axis) < at - play ? cut.before : cut.after).push_back(k);
        if (cut.before.empty()) return std::nullopt;
        int first = at;
        for (const int k : cut.after)
            first = std::min(first, place(k, axis));
        cut.price = price(cut, axis, first);
        return cut;
    }

    double price(const Cut& cut, Axis axis, int at) const {
        double wrong = 0;
        int last = at - 10 * static_cast<int>(em_);
        for (const int i : cut.before) {
            wrong += kHeadline * area_after(article(i).headline, axis, at);
            for (const Box& line : article(i).lines) {
                wrong += area_after(line, axis, at);
                if (middle_of(line, axis) < at) last = std::max(last, end_of(line, axis));
            }
        }
        for (const int i : cut.after) {
            wrong += kHeadline * area_before(article(i).headline, axis, at);
            for (const Box& line : article(i).lines)
                wrong += area_before(line, axis, at);
        }
        double white = (axis == Axis::across ? kRowEm : kGutterEm) * em_;
        if (axis == Axis::across) white = std::max(white, kLevel * least_own_white(cut, at));
        return wrong / (em_ * em_) + (at - last < white ? kChance : 0) + (axis == Axis::down ? kDown : 0);
    }

    Indices sorted(Indices members, Axis axis) const {
        std::stable_sort(members.begin(), members.end(),
                         [&](int a, int b) { return place(a, axis) < place(b, axis); });
        return members;
    }

    // From the article's head up to those before the cut, in its columns.
    int own_white(int i, const Indices& before) const {
        const ArticlePlace& below = article(i);
        Box own = below.headline;
        for (const Box& line : below.lines)
            if (line.top < place(i, Axis::across) + kHeadEm * em_) own = bounding(own, line);
        int last = 0;
        for (const int k : before)
            for (const Box& line : article(k).lines)
                if (overlap_x(line, own) > em_ && line.center().y < place(i, Axis::across))
                    last = std::max(last, line.bottom());
        return place(i, Axis::across) - last;
    }

    int least_own_white(const Cut& cut, int at) const {
        int least = static_cast<int>(6 * em_);
        for (const int i : cut.after)
            if (place(i, Axis::across) < at + 2 * kAcrossEm * em_)
                least = std::min(least, own_white(i, cut.before));
        return least;
    }

    Indices by_top(Indices members) const {
        std::stable_sort(members.begin(), members.end(), [&](int a, int b) {
            const bool level = std::abs(place(a, Axis::across) - place(b, Axis::across)) < kAcrossEm * em_;
            return level ? place(a, Axis::down) < place(b, Axis::down)
                         : place(a, Axis::across) < place(b, Axis::across);
        });
        return members;
    }

    const std::vector<ArticlePlace>& articles_;
    double em_;
    std::vector<int> tops_;
    std::vector<int> lefts_;
};

}  // namespace

std::vector<int> page_order(const std::vector<ArticlePlace>& articles, double em) {
    Indices all(articles.size());
    std::iota(all.begin(), all.end(), 0);
    return Page(articles, em).in_order(all);
}

}  // namespace banwen
