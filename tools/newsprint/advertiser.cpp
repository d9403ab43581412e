#include "advertiser.h"

#include <fmt/format.h>

#include "paper_identity.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

using std::u32string;

struct Trade {
    std::vector<u32string> names;
    std::vector<u32string> slogans;
    std::vector<u32string> items;
    bool priced;
};

const std::vector<Trade>& trades() {
    static const std::vector<Trade> kTrades = {
        {{U"好邻居超市", U"满仓粮油", U"东门副食商场"},
         {U"周末特价", U"天天平价 件件放心", U"开业五周年 全场八折"},
         {U"东北大米10公斤", U"压榨菜籽油5升", U"鲜鸡蛋500克", U"纯牛奶整箱", U"红富士苹果500克",
          U"洗衣粉2公斤", U"卫生纸10卷", U"冷鲜前腿肉500克"},
         true},
        {{U"安居家具城", U"新木坊家居", U"老木匠家具"},
         {U"实木的家 用得久", U"厂家直销 送货上门", U"以旧换新 一件也补贴"},
         {U"实木餐桌", U"布艺沙发", U"儿童书桌", U"衣柜定制", U"乳胶床垫", U"免费量尺"},
         false},
        {{U"晨光驾校", U"平安驾校", U"长路驾驶培训"},
         {U"春季招生 随到随学", U"一人一车 不收杂费"},
         {U"C1小车班", U"B2货车班", U"暑期学生班", U"陪练服务", U"分期付款"},
         true},
        {{U"惠民口腔门诊", U"明目眼镜", U"县中医院体检中心"},
         {U"看得清 吃得香", U"早一天检查 早一天放心", U"老年人持证优惠"},
         {U"免费验光", U"洗牙", U"全身体检套餐", U"血压血糖检测", U"节假日照常应诊"},
         false},
        {{U"河畔花园", U"书香名邸", U"望江小区二期"},
         {U"推窗见水 出门是学堂", U"现房发售 即买即住", U"最后28套 先到先选"},
         {U"两室两厅86平方米", U"三室两厅118平方米", U"首付两成起", U"地下车位同步发售", U"看房专车每日三班"},
         false},
        {{U"丰禾种业", U"绿田农资", U"铁牛农机"},
         {U"种子选得好 秋天不烦恼", U"送肥到田头", U"购机享补贴"},
         {U"杂交水稻种", U"复合肥50公斤", U"微耕机", U"插秧机", U"植保喷雾器", U"农膜"},
         true},
        {{U"知新书店", U"启明培训学校", U"小百灵艺术中心"},
         {U"读一本好书 过一个好年", U"小班授课 免费试听", U"让孩子站上自己的舞台"},
         {U"硬笔书法", U"少儿美术", U"古筝", U"作文提高班", U"英语口语English Corner", U"儿童图书七五折"},
         false},
    };
    return kTrades;
}

// The first half of the list for tuning, the rest for judging.
template <typename T>
const T& pick_half(const std::vector<T>& all, Half half, Dice& dice) {
    const int middle = static_cast<int>(all.size()) / 2;
    const int last = static_cast<int>(all.size()) - 1;
    const int at = half == Half::tuning ? dice.whole(0, middle - 1) : dice.whole(middle, last);
    return all[static_cast<std::size_t>(at)];
}

u32string number_between(int low, int high, Dice& dice) {
    return from_utf8(std::to_string(dice.whole(low, high)));
}

u32string telephone(Dice& dice) {
    if (dice.chance(0.4))
        return from_utf8(fmt::format("1{}{:09}", dice.whole(3, 8), dice.whole(0, 999999999)));
    return from_utf8(fmt::format("{}{:06}", dice.whole(22, 88), dice.whole(0, 999999)));
}

}  // namespace

Advertiser choose_advertiser(const Town& town, int turn, Dice& dice) {
    static const std::vector<u32string> kStreets = {U"人民路", U"河滨路", U"东门大街",
                                                    U"建设路", U"学院路", U"车站路"};
    const std::size_t middle = trades().size() / 2;
    const bool tuning = town.half == Half::tuning;
    const std::size_t count = tuning ? middle : trades().size() - middle;
    const auto at = static_cast<std::size_t>(turn);
    const Trade& trade = trades()[(tuning ? 0 : middle) + at % count];
    Advertiser advertiser;
    advertiser.name =
        joined({dice.chance(0.4) ? town.name : u32string(), trade.names[at / count % trade.names.size()]});
    advertiser.slogan = dice.pick(trade.slogans);
    advertiser.items = trade.items;
    dice.shuffle(advertiser.items);
    if (trade.priced)
        for (u32string& item : advertiser.items)
            item +=
                from_utf8(fmt::format(" {}.{}元", dice.whole(3, 189), dice.pick(std::vector{0, 5, 8, 9})));
    advertiser.telephone = joined({dice.chance(0.5) ? U"电话：" : U"热线：", telephone(dice)});
    advertiser.address = joined({U"地址：", dice.pick(kStreets), number_between(1, 288, dice), U"号"});
    return advertiser;
}

std::pair<u32string, u32string> public_slogan(const Town& town, Dice& dice) {
    static const std::vector<std::pair<u32string, u32string>> kSlogans = {
        {U"节约用水", U"从拧紧一只水龙头做起"},  {U"绿水青山", U"就是我们的家门口"},
        {U"慢一点 让一让", U"平安路上人人有责"}, {U"多读一页书", U"多看一重山"},
        {U"光盘不剩饭", U"粒粒皆辛苦"},          {U"常回家看看", U"陪父母说说话"}};
    return pick_half(kSlogans, town.half, dice);
}

u32string classified_line(const Town& town, Dice& dice) {
    const u32string name = invented_name(dice);
    switch (town.half == Half::tuning ? dice.whole(0, 3) : dice.whole(4, 7)) {
        case 0:
            return joined({U"【声明】", name, U"遗失居民身份证，声明作废。"});
        case 1:
            return joined({U"【声明】", name, U"遗失残疾人证，证号", number_between(33010000, 33999999, dice),
                           U"，声明作废。"});
        case 2:
            return joined(
                {U"【声明】", town.name, U"县", name.substr(1), U"小吃店遗失营业执照副本，声明作废。"});
        case 3:
            return joined({U"【转让】", number_between(40, 260, dice),
                           U"平方米临街铺面转让，设施齐全，价面议，", telephone(dice), U"。"});
        case 4:
            return joined({U"【招聘】餐馆招厨师、服务员各", number_between(2, 6, dice), U"名，包食宿，",
                           telephone(dice), U"。"});
        case 5:
            return joined({U"【出租】两室一厅，五楼，月租", number_between(3, 15, dice), U"00元，",
                           telephone(dice), U"。"});
        case 6:
            return joined({U"【寻物】", name, U"于", number_between(2, 28, dice),
                           U"日遗失黑色公文包一只，有酬，", telephone(dice), U"。"});
        default:
            return joined({U"【家政】保洁、月嫂、疏通管道、开锁换锁，随叫随到，", telephone(dice), U"。"});
    }
}

}  // namespace banwen::newsprint
