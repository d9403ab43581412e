// The idea: sentence patterns of business pages, with the figures thrown in every way that print writes them:
// Arabic and Chinese numerals, with and without thousands marks, dates in three fashions, ranges, fractions,
// units, enclosed numbers, codes, addresses of the web, Latin words beside Chinese ones.
#include "figure_copy.h"

#include <cctype>

#include <fmt/format.h>

#include "unicode.h"

namespace banwen::newsprint {
namespace {

using std::string;
using Words = std::vector<string>;

string chinese_digits(int number) {
    static const Words kDigits = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    string out;
    for (const char digit : std::to_string(number))
        out += kDigits[static_cast<std::size_t>(digit - '0')];
    return out;
}

// 1..99 as it is spoken: 二十三.
string chinese_number(int number) {
    const string tens = number >= 20 ? chinese_digits(number / 10) : "";
    const string ones = number % 10 == 0 ? "" : chinese_digits(number % 10);
    return number < 10 ? ones : tens + "十" + ones;
}

string with_thousands(long long number) {
    string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return digits;
}

// One figure after the other; every call is another throw.
class Figures {
  public:
    explicit Figures(Dice& dice) : dice_(dice) {}

    string date() {
        const int year = dice_.whole(1949, 2025), month = dice_.whole(1, 12), day = dice_.whole(1, 28);
        switch (dice_.whole(0, 4)) {
            case 0:
                return fmt::format("{}年{}月{}日", year, month, day);
            case 1:
                return fmt::format("{}年{}月{}日", chinese_digits(year), chinese_number(month),
                                   chinese_number(day));
            case 2:
                return fmt::format("{:04}-{:02}-{:02}", year, month, day);
            case 3:
                return fmt::format("{}月{}日（星期{}）", month, day,
                                   dice_.pick(Words{"一", "三", "五", "日"}));
            default:
                return fmt::format("{}.{}.{}", year, month, day);
        }
    }

    string time() {
        const int hour = dice_.whole(0, 23), minute = dice_.whole(0, 59);
        if (dice_.chance(0.4)) return fmt::format("{}:{:02}", hour, minute);
        return fmt::format("{}时{:02}分", hour, minute);
    }

    // A date that ends in a figure stands apart from the time.
    string moment() {
        const string day = date();
        return day + (std::isdigit(static_cast<unsigned char>(day.back())) ? " " : "") + time();
    }

    string amount() {
        switch (dice_.whole(0, 5)) {
            case 0:
                return with_thousands(dice_.whole(1000, 99999999));
            case 1:
                return fmt::format("{:.2f}万", dice_.between(1, 9999));
            case 2:
                return fmt::format("{:.1f}亿", dice_.between(1, 900));
            case 3:
                return std::to_string(dice_.whole(10, 999999));
            case 4:
                return fmt::format("{}万{}千余", chinese_number(dice_.whole(2, 99)),
                                   chinese_number(dice_.whole(1, 9)));
            default:
                return fmt::format("{:.3f}", dice_.between(0, 100));
        }
    }

    string percent() {
        switch (dice_.whole(0, 4)) {
            case 0:
                return fmt::format("{:.1f}%", dice_.between(0.1, 60));
            case 1:
                return fmt::format("{:.2f}‰", dice_.between(0.1, 20));
            case 2:
                return fmt::format("{}个百分点", dice_.whole(1, 9));
            case 3:
                return chinese_number(dice_.whole(2, 9)) + "成";
            default:
                return fmt::format("{}%—{}%", dice_.whole(1, 20), dice_.whole(21, 60));
        }
    }

    string unit() {
        return dice_.pick(
            Words{"元", "吨", "公斤", "km", "kg", "千瓦时", "立方米", "亩", "平方米", "人次", "件", "mm"});
    }

    string latin() {
        return dice_.pick(Words{"GDP",        "CPI",      "Wi-Fi", "LED",     "App",    "pH",  "PM2.5",
                                "ISO9001",    "USB",      "VIP",   "Windows", "e-mail", "DNA", "Blue Lotus",
                                "Ms. Carver", "Open Day", "G1046", "K8",      "T恤",    "A4",  "X光",
                                "B超",        "O型",      "5G",    "C919"});
    }

    string code() {
        switch (dice_.whole(0, 3)) {
            case 0:
                return fmt::format("№{:06}", dice_.whole(1, 999999));
            case 1:
                return fmt::format("[{}]{}号", dice_.whole(1990, 2025), dice_.whole(1, 300));
            case 2:
                return fmt::format("{}{:08}", dice_.pick(Words{"QF", "LX", "ZB-"}), dice_.whole(1, 99999999));
            default:
                return fmt::format("{}/{}", dice_.whole(1, 9), dice_.whole(10, 99));
        }
    }

    string telephone() {
        return fmt::format("0000-{:04}{}", dice_.whole(1000, 9999),
                           dice_.chance(0.5) ? std::to_string(dice_.whole(100, 999)) : "");
    }

    string address() {
        const string host = dice_.pick(Words{"news", "data", "lx", "qf", "mail", "park"}) + ".example";
        if (dice_.chance(0.4)) return dice_.pick(Words{"info", "letters", "desk"}) + "@" + host;
        return fmt::format("www.{}/{}", host, dice_.whole(10, 999));
    }

    string thing() {
        return dice_.pick(Words{"粮食收购", "客运班车", "自来水供应", "出口订单", "网上挂号", "景区门票",
                                "旧书交换", "电力负荷", "鲜果外销", "快递包裹", "大棚蔬菜", "公积金提取"});
    }

    int small() { return dice_.whole(2, 90); }
    double decimal(double low, double high) { return dice_.between(low, high); }
    const string& one_of(const Words& words) { return dice_.pick(words); }

  private:
    Dice& dice_;
};

string report(Figures& f) {
    return fmt::format("截至{}，{}累计{}{}，比{}{}{}；", f.moment(), f.thing(), f.amount(), f.unit(),
                       f.one_of({"上年同期", "上月", "前一周", "常年"}),
                       f.one_of({"增长", "下降", "多", "少"}), f.percent());
}

string comparison(Figures& f) {
    return fmt::format("其中{}{}{}（占{}），{}{}{}，分别列第{}、第{}位。", f.thing(), f.amount(), f.unit(),
                       f.percent(), f.thing(), f.amount(), f.unit(), chinese_number(f.small()), f.small());
}

string instruction(Figures& f) {
    const int low = f.small();
    return fmt::format("①温度保持{}℃～{}℃，误差±{:.1f}℃；②湿度{}%～{}%；③每{}分钟记录1次，编号{}。", low,
                       low + 9, f.decimal(0.1, 1), low + 3, low + 8, f.small(), f.code());
}

string inquiry(Figures& f) {
    return fmt::format("咨询电话：{}转{}，网址：{}，受理时间{}至{}（{}除外）。", f.telephone(), f.small(),
                       f.address(), f.time(), f.time(), f.date());
}

string technique(Figures& f) {
    return fmt::format("“{}”与“{}”两种型号，外形尺寸{}×{}×{}mm，重{:.2f}kg，功率{}W，单价¥{}.00元。",
                       f.latin(), f.latin(), f.small(), f.small(), f.small(), f.decimal(0.2, 40),
                       f.small() * 5, f.small() * 11);
}

string score(Figures& f) {
    return fmt::format("第{}轮：{}队{}∶{}胜{}队，用时{}′{:02}″{:02}，为《{}》{}年以来最快。", f.small(),
                       f.latin(), f.small(), f.small(), f.latin(), f.small() % 7 + 1, f.small() % 60,
                       f.small(), f.thing(), chinese_digits(1900 + f.small()));
}

string document(Figures& f) {
    return fmt::format("据《{}管理办法》（{}）第{}条第（{}）项，{}后{}日内缴纳{}元，逾期每日加收{}。",
                       f.thing(), f.code(), chinese_number(f.small()), chinese_number(f.small() % 9 + 1),
                       f.date(), f.small(), f.amount(), f.percent());
}

string account(Figures& f) {
    return fmt::format("他说：“{}只用了‘{}’的{}，省下{}{}——合{}元……”", f.latin(), f.thing(), f.percent(),
                       f.amount(), f.unit(), f.amount());
}

string sentence(Figures& f, Dice& dice) {
    static const std::vector<string (*)(Figures&)> kPatterns = {report,    comparison, instruction, inquiry,
                                                                technique, score,      document,    account};
    return dice.pick(kPatterns)(f);
}

Story make_story(Figures& f, Dice& dice) {
    static const Words kTitles = {"{}数字一览", "{}又有新数据", "{}明细", "{}快报", "{}价格与日期"};
    Story story;
    story.kind = "figures";
    story.title = from_utf8(fmt::format(fmt::runtime(dice.pick(kTitles)), f.thing()));
    if (dice.chance(0.5)) story.kicker = from_utf8(f.date());
    if (dice.chance(0.3))
        story.subtitle = from_utf8(f.thing() + f.amount() + f.unit() + " 同比" + f.percent());
    if (dice.chance(0.4)) story.caption = from_utf8(f.thing() + "现场，" + f.date() + "摄。");
    for (int left = dice.whole(1, 5); left > 0; --left) {
        Paragraph paragraph;
        for (int more = dice.whole(1, 3); more > 0; --more)
            paragraph.text += from_utf8(sentence(f, dice));
        if (paragraph.text.back() == U'；') paragraph.text.back() = U'。';
        story.paragraphs.push_back(std::move(paragraph));
    }
    return story;
}

}  // namespace

std::vector<Story> make_figure_copy(std::size_t stories, Dice& dice) {
    Figures figures(dice);
    std::vector<Story> made;
    while (made.size() < stories)
        made.push_back(make_story(figures, dice));
    return made;
}

}  // namespace banwen::newsprint
