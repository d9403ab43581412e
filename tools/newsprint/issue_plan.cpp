#include "issue_plan.h"

#include <algorithm>
#include <numeric>

#include "box_print.h"

namespace banwen::newsprint {
namespace {

class IssueMaker {
  public:
    IssueMaker(const CopyDesk& desk, const PaperWords& words, Dice& dice, Issue& issue)
        : desk_(desk), words_(words), dice_(dice), issue_(issue), unused_(desk.stories()) {
        std::iota(unused_.begin(), unused_.end(), std::size_t{0});
    }

    void make_page(int number) {
        sheet_ = Sheet{desk_.style().width, desk_.style().height, {}, {}, {}, {}};
        const PageTask task = task_for(number);
        const PagePlan plan = plan_page(desk_, task, dice_);
        arriving_.clear();
        print_furniture(number);
        for (const BoxPlan& box : plan.boxes)
            print(box, task.grid, number);
        for (const Cell& cell : plan.empty)
            add(print_notice(desk_, task.grid, cell, words_, next_article(), dice_, sheet_), number);
        print_rules(desk_.style(), task.grid, plan, sheet_);
        issue_.sheets.push_back(std::move(sheet_));
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
        }
        task.number = number;
        task.unused = unused_;
        task.arriving = arriving_;
        return task;
    }

    int next_article() const { return static_cast<int>(issue_.articles.size()); }

    void add(PrintedArticle article, int page) {
        article.pages = {page};
        issue_.articles.push_back(std::move(article));
    }

    void print_furniture(int page) {
        add(page == 1 ? print_masthead(desk_, words_, next_article(), sheet_)
                      : print_folio(desk_, words_, page, next_article(), sheet_),
            page);
    }

    void print(const BoxPlan& box, const Grid& grid, int page) {
        std::erase(unused_, box.copy.story);
        if (box.copy.part == Part::arriving) {
            print_box(desk_, grid, box, leaving_article_, sheet_);
            finish_jumped(box, page);
            return;
        }
        print_box(desk_, grid, box, next_article(), sheet_);
        PrintedArticle article = describe_article(desk_, box);
        if (box.copy.part == Part::leaving) {
            article.jump = Jump{box.copy.other_page, {}};
            arriving_.push_back({box.copy.story, box.rest, Part::arriving, page});
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

    const CopyDesk& desk_;
    const PaperWords& words_;
    Dice& dice_;
    Issue& issue_;
    std::vector<std::size_t> unused_;
    std::vector<Copy> arriving_;
    int leaving_article_ = 0;
    Sheet sheet_;
};

}  // namespace

Issue plan_issue(const TypeCase& type_case, const std::vector<Story>& stories, const IssueWishes& wishes) {
    for (const std::string& family : families_needed())
        type_case.require(family);
    Dice dice(wishes.seed);
    const PaperStyle style = choose_style(wishes.kind, dice);
    const PaperIdentity identity = choose_identity(wishes.paper, wishes.date, wishes.pages, dice);
    const CopyDesk desk(type_case, style, stories);
    Issue issue;
    issue.paper = identity.paper;
    issue.date = identity.date;
    issue.edition = wishes.edition;
    issue.masthead = identity.words.masthead;
    IssueMaker maker(desk, identity.words, dice, issue);
    for (int page = 1; page <= wishes.pages; ++page)
        maker.make_page(page);
    return issue;
}

}  // namespace banwen::newsprint
