// A sheet: all that will be printed on one page, in millimetres, lines in reading order. What is
// drawn and what the truth says are both made from it, so they cannot disagree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geometry.h"
#include "prose.h"
#include "type_case.h"

namespace banwen::newsprint {

enum class Kind {
    body,
    headline,
    kicker,
    subtitle,
    crosshead,
    byline,
    caption,
    masthead,
    folio,
    jump,
    advertisement,
    picture,
    table,
    frame
};

enum class Mode { horizontal, vertical };

// Index of no article: rules of the page itself.
inline constexpr int kNoArticle = -1;

struct Region {
    Kind kind = Kind::body;
    Mode mode = Mode::horizontal;
    int article = kNoArticle;  // index in Issue::articles
    bool framed = false;
    Box box;  // of a picture, table, frame or advertisement; empty: the union of the region's lines
};

// at: left end of the baseline, or its upper end when turned.
struct PlacedPiece {
    std::u32string text;
    Point at;
    bool turned = false;
};

struct PlacedLine {
    Kind kind = Kind::body;
    std::u32string text;
    std::vector<PlacedPiece> pieces;
    Face face;
    double size = 3.5;  // mm, the em
    std::size_t region = 0;
    int column = 1;  // the page's column that the line begins in, from 1
    Tone tone = Tone::ink;
    bool divided = false;  // ends with a hyphen that the article's text does not have
};

enum class RuleForm { solid, dotted };

// A printed rule or a side of a frame: a filled box, or a row of dots along it.
struct Rule {
    Box box;
    RuleForm form = RuleForm::solid;
};

// A ground under type: solid black (1), a tint in screen dots, bare paper (0), or a photo.
struct Panel {
    Box box;
    double grey = 1;
    std::optional<std::uint64_t> photo;  // seed of the picture
};

struct Sheet {
    double width = 270;
    double height = 390;
    std::vector<Region> regions;
    std::vector<PlacedLine> lines;
    std::vector<Panel> panels;  // later ones over earlier ones
    std::vector<Rule> rules;
};

struct Jump {
    std::optional<int> to_page;
    std::optional<int> from_page;
};

// What stands in the paper, with offsets into `text`. type is one of the truth format's.
struct PrintedArticle {
    std::string type = "article";
    std::vector<int> pages;
    std::u32string kicker;
    std::u32string title;
    std::u32string subtitle;
    std::u32string text;
    std::vector<std::u32string> captions;
    std::vector<Byline> bylines;
    std::optional<Dateline> dateline;
    std::optional<Jump> jump;
};

// The strings as printed.
struct Masthead {
    std::u32string name;
    std::u32string date;
    std::u32string weekday;
    std::u32string issue_number;
    std::u32string lunar_date;
    std::u32string licence;
};

struct Issue {
    std::string paper;
    std::string date;  // yyyy-mm-dd
    std::string edition = "a";
    Masthead masthead;
    std::vector<Sheet> sheets;
    std::vector<PrintedArticle> articles;
};

}  // namespace banwen::newsprint
