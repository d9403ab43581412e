#include "order/order_articles.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/quarter_turn.h"
#include "order/find_advertisements.h"
#include "order/govern.h"
#include "order/join_captions.h"
#include "order/join_strays.h"
#include "order/join_tables.h"
#include "order/page_order.h"
#include "order/part_ears.h"
#include "order/piece.h"
#include "order/reading_order.h"
#include "order/ruled_tables.h"
#include "order/split_captions.h"
#include "order/split_decks.h"
#include "order/stack_headlines.h"
#include "order/turn_page.h"
#include "order/type_by_words.h"
#include "order/whole_articles.h"

namespace banwen {
namespace {

constexpr std::size_t kTitleDecks = 2;  // most of a caption's title

// An article while it is put together; indices into the pieces.
struct Draft {
    ArticleType type = ArticleType::article;
    HeadlineStack headline;
    std::vector<int> text;
    std::vector<int> captions;
    Box box;
};

// All but the page's head.
bool has_place_in_article(const Piece& piece) {
    return piece.kind != RegionKind::masthead && piece.kind != RegionKind::folio;
}

const Piece& at(const std::vector<Piece>& pieces, int i) {
    return pieces[static_cast<std::size_t>(i)];
}

// The piece as wide as most of its lines: one line that was found over two columns must not widen its
// article, or no cut would pass beside it.
Box usual_box(const Piece& piece) {
    if (piece.lines.size() < 6) return piece.box;
    std::vector<int> lefts, rights;
    for (const TextLine& line : piece.lines) {
        lefts.push_back(line.box.left);
        rights.push_back(line.box.right());
    }
    std::sort(lefts.begin(), lefts.end());
    std::sort(rights.begin(), rights.end());
    const std::size_t few = piece.lines.size() / 6;
    const int left = lefts[few], right = rights[rights.size() - 1 - few];
    return {left, piece.box.top, std::max(1, right - left), piece.box.height};
}

std::vector<Draft> draft_articles(const std::vector<Piece>& pieces, std::vector<HeadlineStack> stacks,
                                  const Layout& layout) {
    std::vector<int> governed = govern(pieces, stacks, layout);
    const auto [whole, article_of] = whole_articles({std::move(stacks), std::move(governed)}, pieces, layout);
    std::map<int, Draft> drafts;
    for (std::size_t s = 0; s < whole.size(); ++s) {
        if (whole[s].title.empty()) continue;
        drafts[static_cast<int>(s)].headline = whole[s];
        drafts[static_cast<int>(s)].box = whole[s].box;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (article_of[i] < 0) continue;
        Draft& draft = drafts[article_of[i]];
        draft.text.push_back(static_cast<int>(i));
        draft.box = bounding(draft.box, usual_box(pieces[i]));
    }
    std::vector<Draft> list;
    for (auto& [number, draft] : drafts)
        list.push_back(std::move(draft));
    return list;
}

// Advertisements and index boxes: an article each, of their own type.
void add_boxed_matter(const std::vector<Piece>& pieces, std::vector<Draft>& drafts) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool advertisement = pieces[i].kind == RegionKind::advertisement;
        if (!advertisement && pieces[i].kind != RegionKind::index) continue;
        drafts.push_back({.type = advertisement ? ArticleType::advertisement : ArticleType::index,
                          .text = {static_cast<int>(i)},
                          .box = pieces[i].box});
    }
}

// A caption goes to the article whose area its picture lies in or touches most; else it stands alone.
void place_captions(const std::vector<Piece>& pieces, std::vector<Draft>& drafts, double em) {
    const std::size_t articles = drafts.size();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].kind != RegionKind::caption) continue;
        Draft* home = nullptr;
        for (std::size_t d = 0; d < articles; ++d) {
            const bool inside = share_inside(pieces[i].box, grown(drafts[d].box, static_cast<int>(em))) > 0.8;
            if (inside && !drafts[d].text.empty() && (!home || drafts[d].box.area() < home->box.area()))
                home = &drafts[d];
        }
        if (home)
            home->captions.push_back(static_cast<int>(i));
        else
            drafts.push_back(
                {.type = ArticleType::caption, .captions = {static_cast<int>(i)}, .box = pieces[i].box});
    }
}

std::size_t deck_count(const HeadlineStack& stack) {
    return stack.kicker.size() + stack.title.size() + stack.subtitle.size();
}

bool hangs_under(const Box& box, const Picture& picture, double em) {
    const int white = box.top - picture.box.bottom();
    return white > -em && white < 3 * em && box.left > picture.box.left - 1.5 * em &&
           box.right() < picture.box.right() + 1.5 * em;
}

// A title stands close to its caption, or on its left under the same picture.
bool is_title_of(const Box& title, const Box& caption, const std::vector<Picture>& pictures, double em) {
    if (!intersection(grown(title, static_cast<int>(2.5 * em)), caption).empty()) return true;
    const bool level = title.right() < caption.left && overlap_y(title, caption) > 0.7 * title.height;
    return level && std::any_of(pictures.begin(), pictures.end(), [&](const Picture& picture) {
               return hangs_under(title, picture, em) && hangs_under(caption, picture, em);
           });
}

// A headline without text between a picture and its caption is the caption's own.
void join_caption_titles(std::vector<Draft>& drafts, const std::vector<Picture>& pictures, double em) {
    for (Draft& caption : drafts) {
        if (caption.type != ArticleType::caption) continue;
        for (Draft& title : drafts) {
            if (title.headline.title.empty() || !title.text.empty() || !title.captions.empty()) continue;
            if (deck_count(title.headline) > kTitleDecks ||
                !is_title_of(title.box, caption.box, pictures, em))
                continue;
            caption.headline = title.headline;
            caption.box = bounding(caption.box, title.box);
            title.headline = {};
            title.box = {};
            break;
        }
    }
    std::erase_if(drafts, [](const Draft& d) {
        return d.headline.title.empty() && d.text.empty() && d.captions.empty();
    });
}

void add_blocks(Article& article, const std::vector<Piece>& pieces, const std::vector<int>& indices,
                BlockKind kind) {
    for (const int i : indices) {
        const bool crosshead = kind == BlockKind::body && at(pieces, i).kind == RegionKind::crosshead;
        article.blocks.push_back({crosshead ? BlockKind::crosshead : kind, at(pieces, i).lines, ""});
    }
}

Article finished(const Draft& draft, const std::vector<Piece>& pieces, int page, double em) {
    Article article;
    article.type = draft.type;
    article.pages = {page};
    add_blocks(article, pieces, draft.headline.kicker, BlockKind::kicker);
    add_blocks(article, pieces, draft.headline.title, BlockKind::title);
    add_blocks(article, pieces, draft.headline.subtitle, BlockKind::subtitle);
    std::vector<Box> boxes;
    for (const int i : draft.text)
        boxes.push_back(usual_box(at(pieces, i)));
    std::vector<int> ordered;
    for (const int k : order_columns(boxes, em))
        ordered.push_back(draft.text[static_cast<std::size_t>(k)]);
    // A byline over the headline is read before the text, whatever column it stands in.
    if (draft.headline.mode == WritingMode::horizontal && !draft.headline.title.empty())
        std::stable_partition(ordered.begin(), ordered.end(), [&](int i) {
            return at(pieces, i).box.bottom() < draft.headline.box.top + em / 2;
        });
    add_blocks(article, pieces, ordered, BlockKind::body);
    add_blocks(article, pieces, draft.captions, BlockKind::caption);
    return article;
}

// All lines of the masthead (or folio) as one article of that type, rows from top to bottom.
std::vector<Article> page_head(const std::vector<Piece>& pieces, RegionKind kind, ArticleType type, int page,
                               double em) {
    std::vector<int> members;
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].kind != kind) continue;
        members.push_back(static_cast<int>(i));
        boxes.push_back(pieces[i].box);
    }
    if (members.empty()) return {};
    Article article;
    article.type = type;
    article.pages = {page};
    std::vector<int> ordered;
    for (const int k : order_blocks(boxes, em))
        ordered.push_back(members[static_cast<std::size_t>(k)]);
    add_blocks(article, pieces, ordered, BlockKind::body);
    return {article};
}

// The articles that the pieces make up, in no order.
std::vector<Article> make_up(std::vector<Piece> pieces, const Layout& layout, int page) {
    const double em = layout.type_size;
    pieces = join_strays(join_tables(join_ruled_tables(pieces, layout), layout.rules, em));
    pieces = join_captions(split_captions(split_decks(pieces, em), layout.pictures, em), layout.pictures, em);
    const std::vector<HeadlineStack> stacks = stack_headlines(pieces, layout.rules, em);
    std::vector<Draft> drafts = draft_articles(pieces, stacks, layout);
    add_boxed_matter(pieces, drafts);
    place_captions(pieces, drafts, em);
    join_caption_titles(drafts, layout.pictures, em);
    std::vector<Article> articles;
    for (const Draft& draft : drafts)
        articles.push_back(finished(draft, pieces, page, em));
    return articles;
}

// What was made up on the turned page, back in its place: `lines` as they were read.
Article turned_back(Article article, const std::map<LineId, const TextLine*>& lines) {
    for (Block& block : article.blocks)
        for (TextLine& line : block.lines)
            line = *lines.at(line.id);
    return article;
}

// All pieces that the frame holds, rows from top to bottom.
Article advertisement_in(int frame, const std::vector<Piece>& pieces, int page, double em) {
    Article article;
    article.type = ArticleType::advertisement;
    article.pages = {page};
    std::vector<int> members;
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].frame != frame || !has_place_in_article(pieces[i])) continue;
        members.push_back(static_cast<int>(i));
        boxes.push_back(pieces[i].box);
    }
    for (const int k : order_blocks(boxes, em))
        article.blocks.push_back(
            {BlockKind::body, at(pieces, members[static_cast<std::size_t>(k)]).lines, ""});
    return article;
}

// Takes the advertisements out of the pieces.
std::vector<Article> take_advertisements(std::vector<Piece>& pieces, int page, double em) {
    std::vector<Article> articles;
    const std::set<int> frames = find_advertisements(pieces);
    for (const int frame : frames)
        articles.push_back(advertisement_in(frame, pieces, page, em));
    std::erase_if(pieces, [&](const Piece& piece) {
        return frames.contains(piece.frame) && has_place_in_article(piece);
    });
    return articles;
}

std::vector<Article> make_up_both_ways(const std::vector<Piece>& pieces, const Layout& layout, int page) {
    const std::vector<bool> down = set_down(pieces, layout.type_size);
    std::vector<Piece> across, upright;
    std::map<LineId, const TextLine*> lines;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        (down[i] ? upright : across).push_back(pieces[i]);
        for (const TextLine& line : pieces[i].lines)
            lines[line.id] = &line;
    }
    std::vector<Article> articles = make_up(across, layout, page);
    if (upright.empty()) return articles;
    for (Article& article : make_up(turned(upright, layout.width), turned(layout), page))
        articles.push_back(turned_back(std::move(article), lines));
    return articles;
}

ArticlePlace place_of(const Article& article) {
    ArticlePlace place;
    for (const Block& block : article.blocks)
        for (const TextLine& line : block.lines) {
            place.lines.push_back(line.box);
            if (block.kind == BlockKind::kicker || block.kind == BlockKind::title)
                place.headline = bounding(place.headline, line.box);
        }
    return place;
}

}  // namespace

OrderedPage order_articles(const Layout& layout, const std::vector<TextLine>& lines, const OrderOptions&) {
    OrderedPage page;
    for (const TextLine& line : lines)
        if (line.glyphs.empty()) page.ledger.push_back({line.id, "no legible glyph", "", false});
    if (lines.empty()) return page;

    const int number = lines.front().id.page;
    const double em = layout.type_size;
    std::vector<Piece> pieces = part_ears(make_pieces(layout, lines), em);
    page.articles = page_head(pieces, RegionKind::masthead, ArticleType::masthead, number, em);
    for (Article& folio : page_head(pieces, RegionKind::folio, ArticleType::folio, number, em))
        page.articles.push_back(std::move(folio));
    std::vector<Article> articles = take_advertisements(pieces, number, em);
    for (Article& article : make_up_both_ways(pieces, layout, number))
        articles.push_back(std::move(article));
    std::vector<ArticlePlace> places;
    for (Article& article : articles) {
        article.type = type_by_words(article);
        places.push_back(place_of(article));
    }
    for (const int k : page_order(places, em))
        page.articles.push_back(std::move(articles[static_cast<std::size_t>(k)]));
    return page;
}

}  // namespace banwen
