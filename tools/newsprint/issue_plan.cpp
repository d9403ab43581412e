#include "issue_plan.h"

#include <algorithm>
#include <numeric>

#include "advertisement.h"
#include "box_print.h"
#include "copy_source.h"
#include "figure_table.h"
#include "house_style.h"
#include "index_box.h"
#include "masthead.h"
#include "page_rules.h"

namespace banwen::newsprint {
namespace {

constexpr std::size_t kEntriesAPage = 2;
constexpr std::size_t kMostEntries = 6;
constexpr double kUsualTrade =
    0.35;  // share of the space sold to shops though the copy has advertisements that fit

// A page as planned, with what its printing must know.
struct PlannedPage {
    Grid grid;
    PagePlan plan;
};

// Plans all pages, then prints them: the front page's contents name what stands on the later ones.
class IssueMaker {
  public:
    IssueMaker(const CopyDesk& desk, const PaperWords& words, Dice& dice, Issue& issue)
        : desk_(desk), words_(words), dice_(dice), issue_(issue), unused_(desk.stories()) {
        std::iota(unused_.begin(), unused_.end(), std::size_t{0});
        const auto sold = std::stable_partition(unused_.begin(), unused_.end(), [&](std::size_t story) {
            return desk.story(story).type != "advertisement";
        });
        unsold_.assign(sold, unused_.end());
        unused_.erase(sold, unused_.end());
    }

    void make() {
        std::vector<PlannedPage> pages;
        for (int number = 1; number <= words_.pages; ++number) {
            const PageTask task = task_for(number);
            pages.push_back({task.grid, plan_page(desk_, task, dice_)});
            take_note(pages.back().plan, number);
        }
        for (int number = 1; number <= words_.pages; ++number)
            print_page(pages[static_cast<std::size_t>(number) - 1], number);
    }

  private:
    PageTask task_for(int number) const {
        PageTask task;
        task.grid = desk_.style().grid;
        if (number == 1) {
            const int rows = masthead_rows(task.grid);
            task.grid.top += rows * task.grid.leading;
            task.grid.rows -= rows;
            if (words_.pages > 1) task.jump_to = 2;
            if (ear_of(desk_.style()).empty())
                task.index_rows = index_rows(
                    std::min(kMostEntries, kEntriesAPage * static_cast<std::size_t>(words_.pages - 1)));
        }
        task.number = number;
        task.unused = unused_;
        task.arriving = arriving_;
        return task;
    }

    // What the page used up, what it sends on, what the contents may name.
    void take_note(const PagePlan& plan, int number) {
        arriving_.clear();
        std::vector<const BoxPlan*> largest;
        for (const Lot& lot : plan.lots) {
            if (!lot.box) continue;
            std::erase(unused_, lot.box->copy.story);
            if (lot.box->copy.part == Part::leaving)
                arriving_.push_back({lot.box->copy.story, lot.box->rest, Part::arriving, number});
            if (lot.box->copy.part == Part::whole) largest.push_back(&*lot.box);
        }
        std::stable_sort(largest.begin(), largest.end(), [](const BoxPlan* a, const BoxPlan* b) {
            return a->cell.columns * a->cell.rows > b->cell.columns * b->cell.rows;
        });
        for (std::size_t i = 0; number > 1 && i < std::min(kEntriesAPage, largest.size()); ++i)
            if (entries_.size() < kMostEntries)
                entries_.push_back({plain_title(desk_.story(largest[i]->copy.story).title), number});
    }

    void print_page(const PlannedPage& page, int number) {
        sheet_ = Sheet{};
        sheet_.width = desk_.style().width;
        sheet_.height = desk_.style().height;
        add(number == 1 ? print_masthead(desk_, words_, next_article(), sheet_)
                        : print_folio(desk_, words_, number, next_article(), dice_, sheet_),
            number);
        const Box ear = ear_of(desk_.style());
        if (number == 1 && !ear.empty()) print_ear(ear);
        for (const Lot& lot : page.plan.lots)
            print_lot(lot, page.grid, number);
        print_page_rules(desk_.style(), page.grid, page.plan, sheet_);
        issue_.sheets.push_back(std::move(sheet_));
    }

    void print_ear(const Box& ear) {
        if (entries_.empty())
            print_sold(ear, 1);
        else
            add(print_index(desk_, ear, entries_, next_article(), sheet_), 1);
    }

    void print_lot(const Lot& lot, const Grid& grid, int page) {
        if (lot.box) return print_story(*lot.box, grid, page);
        const Box box = box_of(grid, lot.cell);
        if (lot.cell.use == Use::table) {
            add(print_table(desk_, box, next_article(), dice_, sheet_), page);
        } else if (lot.cell.use == Use::index && !entries_.empty()) {
            add(print_index(desk_, box, entries_, next_article(), sheet_), page);
        } else {
            for (const Box& sold : sell_space(box, dice_))
                print_sold(sold, page);
        }
    }

    // Every advertisement of the copy appears once, in the first space that it fits.
    void print_sold(const Box& space, int page) {
        const auto fitting = std::find_if(unsold_.begin(), unsold_.end(), [&](std::size_t story) {
            return fits_advertisement(desk_, space, desk_.story(story));
        });
        if (fitting == unsold_.end() || dice_.chance(kUsualTrade)) {
            add(print_advertisement(desk_, space, words_.town, next_article(), dice_, sheet_), page);
            return;
        }
        add(print_own_words(desk_, space, desk_.story(*fitting), next_article(), dice_, sheet_), page);
        unsold_.erase(fitting);
    }

    void print_story(const BoxPlan& box, const Grid& grid, int page) {
        if (box.copy.part == Part::arriving) {
            print_box(desk_, grid, box, leaving_article_, sheet_);
            finish_jumped(box, page);
            return;
        }
        print_box(desk_, grid, box, next_article(), sheet_);
        PrintedArticle article = describe_article(desk_, box);
        if (box.copy.part == Part::leaving) {
            article.jump = Jump{box.copy.other_page, {}};
            leaving_article_ = next_article();
        }
        add(std::move(article), page);
    }

    // Only now is it known how many paragraphs the article keeps.
    void finish_jumped(const BoxPlan& rest, int page) {
        PrintedArticle& article = issue_.articles[static_cast<std::size_t>(leaving_article_)];
        PrintedArticle whole = describe_article(desk_, rest);
        article.text = std::move(whole.text);
        article.bylines = std::move(whole.bylines);
        article.dateline = std::move(whole.dateline);
        article.pages.push_back(page);
    }

    int next_article() const { return static_cast<int>(issue_.articles.size()); }

    void add(PrintedArticle article, int page) {
        article.pages = {page};
        issue_.articles.push_back(std::move(article));
    }

    const CopyDesk& desk_;
    const PaperWords& words_;
    Dice& dice_;
    Issue& issue_;
    std::vector<std::size_t> unused_;
    std::vector<std::size_t> unsold_;  // advertisements of the copy
    std::vector<Copy> arriving_;
    std::vector<IndexEntry> entries_;
    int leaving_article_ = 0;
    Sheet sheet_;
};

}  // namespace

Issue plan_issue(const TypeCase& type_case, const std::vector<Story>& stories, const IssueWishes& wishes) {
    for (const std::string& family : families_needed())
        type_case.require(family);
    Dice dice(wishes.seed);
    const PaperStyle style = choose_style(wishes.kind, dice);
    PaperIdentity identity = choose_identity(wishes.paper, wishes.date, wishes.pages, dice);
    if (wishes.seed >= kFirstJudgingSeed) identity.words.town.half = Half::judging;
    const std::vector<Story> dressed = in_house_style(stories, style, dice);
    const CopyDesk desk(type_case, style, dressed);
    Issue issue;
    issue.paper = identity.paper;
    issue.date = identity.date;
    issue.edition = wishes.edition;
    issue.masthead = identity.words.masthead;
    IssueMaker(desk, identity.words, dice, issue).make();
    return issue;
}

}  // namespace banwen::newsprint
