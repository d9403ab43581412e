#include "paper_identity.h"

#include <chrono>
#include <stdexcept>

#include <fmt/format.h>

#include "lunar_date.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

std::chrono::year_month_day parse_date(const std::string& date) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    char rest = 0;
    const int read = std::sscanf(date.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest);
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
    if (read != 3 || !ymd.ok()) throw std::invalid_argument("not a date (yyyy-mm-dd): " + date);
    return ymd;
}

Masthead words_of_day(const std::string& paper, const std::string& date, Dice& dice) {
    static constexpr const char* kWeekdays[] = {"日", "一", "二", "三", "四", "五", "六"};
    const auto ymd = parse_date(date);
    const std::chrono::weekday weekday{std::chrono::sys_days{ymd}};
    Masthead masthead;
    masthead.name = from_utf8(paper);
    masthead.date =
        from_utf8(fmt::format("{}年{}月{}日", static_cast<int>(ymd.year()),
                              static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())));
    masthead.weekday = from_utf8(fmt::format("星期{}", kWeekdays[weekday.c_encoding()]));
    const int number = dice.whole(812, 9640);
    masthead.issue_number = from_utf8(fmt::format("{}第{}期", dice.chance(0.3) ? "总" : "", number));
    masthead.lunar_date = lunar_date(std::chrono::sys_days{ymd});
    if (dice.chance(0.5)) masthead.lunar_date = joined({U"农历", masthead.lunar_date});
    const char* licence = dice.chance(0.5) ? "国内统一连续出版物号 CN " : "国内统一刊号：CN";
    masthead.licence =
        from_utf8(fmt::format("{}{:02}-{:04}", licence, dice.whole(11, 65), dice.whole(1, 130)));
    if (dice.chance(0.5))
        masthead.licence += from_utf8(fmt::format(" 邮发代号：{}-{}", dice.whole(1, 80), dice.whole(2, 220)));
    return masthead;
}

}  // namespace

PaperIdentity choose_identity(const std::string& paper, const std::string& date, int pages, Dice& dice) {
    struct Place {
        const char* name;
        const char* latin;
    };
    static const std::vector<Place> kPlaces = {
        {"柳溪", "liuxi"},    {"禾川", "hechuan"}, {"云泽", "yunze"},
        {"松岭", "songling"}, {"澄湖", "chenghu"}, {"白沙", "baisha"},
        {"青渡", "qingdu"},   {"梅岗", "meigang"}, {"石桥", "shiqiao"}};
    static const std::vector<std::string> kSuffixes = {"时报", "日报", "周报", "新报", "晚报", "商报"};
    PaperIdentity identity;
    const Place place = dice.pick(kPlaces);
    identity.paper = place.name + dice.pick(kSuffixes);
    identity.date =
        fmt::format("{:04}-{:02}-{:02}", dice.whole(1998, 2024), dice.whole(1, 12), dice.whole(1, 28));
    if (!paper.empty()) identity.paper = paper;
    if (!date.empty()) identity.date = date;
    PaperWords& words = identity.words;
    words.masthead = words_of_day(identity.paper, identity.date, dice);
    words.town.name = words.masthead.name.substr(0, 2);
    static const std::vector<std::u32string> kPublishers = {U"县新闻中心主办", U"日报社出版",
                                                            U"报业集团主管主办", U"市委宣传部主管"};
    words.publisher = words.town.name + dice.pick(kPublishers);
    words.address = from_utf8(fmt::format("www.{}news.example", place.latin));
    words.telephone = from_utf8(
        fmt::format("0{}-{}{:06}", dice.whole(310, 990), dice.whole(22, 88), dice.whole(0, 999999)));
    words.pages = pages;
    return identity;
}

std::u32string invented_name(Dice& dice) {
    static constexpr std::u32string_view kFamilies = U"林何沈方石罗顾韩陆程苏宋叶郑许邓冯蒋曹袁";
    static constexpr std::u32string_view kGiven = U"青禾一帆小木秋知晓晨文远思齐春山雨桐子安若溪海宁书白";
    const auto from = [&dice](std::u32string_view all) {
        return all[static_cast<std::size_t>(dice.whole(0, static_cast<int>(all.size()) - 1))];
    };
    std::u32string name{from(kFamilies), from(kGiven)};
    if (dice.chance(0.6)) name += from(kGiven);
    return name;
}

}  // namespace banwen::newsprint
