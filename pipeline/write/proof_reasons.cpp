// What the proof sheet calls the ledger's reasons in Chinese. One that does not stand here is shown in the
// ledger's own words, which are English.
#include <map>

#include "write/html_text.h"
#include "write/proof_parts.h"

namespace banwen {

std::string reason_label(const std::string& reason) {
    static const std::map<std::string, std::string> kChinese = {
        {"no legible glyph", "没有可辨认的字"},
        {"jump mark", "转版标记"},
        {"headline repeated at the continuation", "续文处重复的标题"},
        {"repeats the end of the column before", "与上一栏末尾重复"},
        {"the same line was found twice", "同一行找到了两次"},
        {"stands on two scans of one page", "同一版的两张扫描件上都有"},
        {"stands on a second scan of another page", "在另一版的第二张扫描件上"},
        {"looks like another character", "形近字"},
        {"the paper's own text speaks for another reading", "本报别处的用字支持另一读法"},
        {"the language speaks for another reading", "语言习惯支持另一读法"}};
    const auto found = kChinese.find(reason);
    return found == kChinese.end() ? html_text(reason) : both(found->second, html_text(reason));
}

}  // namespace banwen
