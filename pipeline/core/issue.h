// PageText and Issue: what one page gives, and the product that the writers print.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/article.h"
#include "core/scan_map.h"
#include "core/warning.h"

namespace banwen {

enum class PageStatus { read, blank, failed };

// Where a page came from and how it looked.
struct PageInfo {
    int number = 0;     // 1-based place in the issue; a failed page keeps its number
    std::string label;  // as printed: 第二版, 二版; "" where none was found
    std::string file;   // path as given
    int index_in_file = 0;
    std::string sha256;  // of the file, lower-case hex
    PageStatus status = PageStatus::read;
    std::string error;   // of a failed page: the one-line message
    int scan_width = 0;  // px, as delivered
    int scan_height = 0;
    int lines = 0;  // recognized on it; their ids count from 0
    int width = 0;  // px, upright frame
    int height = 0;
    double dpi = 0;              // of the scan
    bool dpi_estimated = false;  // the file is silent, or what it says cannot be right
    int rotation = 0;            // degrees, see CleanPage
    double skew = 0;             // degrees, see CleanPage
    double confidence = 0;       // mean over the page's glyphs, 0..1
    ScanMap to_scan;             // upright frame → scan
};

// Why a recognized line is not in an article, or what was done to it. Every recognized line ends in exactly
// one article's blocks or in one entry here with `kept` false; see core/ledger.h.
struct LedgerEntry {
    LineId line;
    std::string reason;             // "no legible glyph", "jump mark", …
    std::string text;               // as read: the line, or that part of it that the entry tells of
    bool kept = false;              // true: the line stands in an article, the entry only tells of a change
    std::string written = {};       // what stands there now; "" = nothing
    std::optional<LineId> same_as;  // the line that stays where this one said the same
};

struct PageText {
    PageInfo info;
    std::vector<Article> articles;  // in reading order; mastheads and folios are articles of their own type
    std::vector<LedgerEntry> ledger;
};

// Fields of the masthead as printed; "" where not found.
struct Masthead {
    std::string name;
    std::string date;
    std::string weekday;
    std::string lunar_date;
    std::string issue_number;
    std::string licence;
    std::string page_count;  // 今日4版
};

// A model that was used, for the record in issue.json.
struct ModelUsed {
    std::string name;
    std::string file;
    std::string sha256;
    std::string engine;   // that read with it: lstm or tesseract
    std::string version;  // "" of a file that models/MANIFEST does not know
};

struct Issue {
    std::string id;     // {paper}-{yyyy}-{mm}-{dd}-{edition}, or what stands in for it
    std::string paper;  // "" where neither the command nor the masthead tells
    std::string date;   // YYYY-MM-DD or ""
    std::string edition;
    Masthead masthead;
    std::vector<PageInfo> pages;    // by number
    std::vector<Article> articles;  // by id
    std::vector<LedgerEntry> ledger;
    std::vector<Warning> warnings;  // contradictions and doubts that a person should see
    std::vector<ModelUsed> models;
};

std::string_view name_of(PageStatus status);

}  // namespace banwen
