#include "issue/check_masthead.h"

#include <algorithm>
#include <utility>

#include "core/characters.h"
#include "issue/lunar_date.h"
#include "issue/numerals.h"
#include "issue/read_masthead.h"

namespace banwen {
namespace {

class MastheadCheck {
  public:
    MastheadCheck(const Issue& issue, const IssueOptions& options) : issue_(issue), options_(options) {}

    std::vector<Warning> check(const std::vector<FolioFields>& folios) {
        check_date();
        check_weekday();
        check_lunar_date();
        check_name();
        check_page_count();
        for (const FolioFields& folio : folios)
            if (!folio.date.empty() && !issue_.date.empty() && folio.date != issue_.date)
                warn(WarningKind::page_of_other_date, {std::to_string(folio.page), folio.date, issue_.date});
        return std::move(warnings_);
    }

  private:
    void warn(WarningKind kind, std::vector<std::string> values) {
        warnings_.push_back({kind, std::move(values)});
    }

    void check_date() {
        const std::string printed = iso_date(issue_.masthead.date);
        if (!options_.date.empty() && !printed.empty() && printed != options_.date)
            warn(WarningKind::other_date, {issue_.masthead.date, options_.date});
    }

    void check_weekday() {
        const std::string weekday = weekday_of(issue_.date);
        const std::string& named = issue_.masthead.weekday;
        const bool sunday = named.ends_with("天") && weekday == "日";
        if (!named.empty() && !weekday.empty() && !named.ends_with(weekday) && !sunday)
            warn(WarningKind::wrong_weekday, {named, issue_.date, "星期" + weekday});
    }

    void check_lunar_date() {
        const std::optional<LunarDate> printed = read_lunar_date(from_utf8(issue_.masthead.lunar_date));
        std::optional<LunarDate> right = lunar_date_of(issue_.date);
        if (!printed || !right) return;
        if (printed->year.empty()) right->year.clear();
        if (*printed != *right)
            warn(WarningKind::wrong_lunar_date,
                 {issue_.masthead.lunar_date, issue_.date, printed_form(*right)});
    }

    void check_name() {
        const std::u32string paper = from_utf8(options_.paper);
        const bool comparable = std::any_of(paper.begin(), paper.end(), is_han);
        if (comparable && !issue_.masthead.name.empty() && issue_.masthead.name != options_.paper)
            warn(WarningKind::other_name, {issue_.masthead.name, options_.paper});
    }

    void check_page_count() {
        const std::u32string printed = from_utf8(issue_.masthead.page_count);
        const std::size_t number = printed.find_first_not_of(U"今日本期共出 ");
        if (number == printed.npos) return;
        const int pages = read_numeral(std::u32string_view(printed).substr(number)).value;
        const auto scans = static_cast<int>(issue_.pages.size());
        if (pages != 0 && pages != scans)
            warn(WarningKind::other_page_count, {issue_.masthead.page_count, std::to_string(scans)});
    }

    const Issue& issue_;
    const IssueOptions& options_;
    std::vector<Warning> warnings_;
};

}  // namespace

std::vector<Warning> find_contradictions(const Issue& issue, const std::vector<FolioFields>& folios,
                                         const IssueOptions& options) {
    return MastheadCheck(issue, options).check(folios);
}

}  // namespace banwen
