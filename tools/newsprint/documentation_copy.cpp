// The idea: tags that begin a block end the running text, all other tags vanish, full stops part sentences.
// A sentence is taken when it is mostly Chinese characters, all of them in GB 2312, and its marks are in
// order; lists of options, menu paths and half-translated lines fall through. Which sentences followed one
// another in the document is lost, so stories make no sense from one sentence to the next.
#include "documentation_copy.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

#include "gb2312_copy.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

namespace fs = std::filesystem;
using std::u32string;
using std::u32string_view;

constexpr std::size_t kShortest = 12;  // characters of a sentence
constexpr std::size_t kLongest = 110;
constexpr std::size_t kFewest = 300;  // sentences of a half, below which pages would repeat themselves
constexpr std::size_t kLongestOpening = 14;
constexpr std::size_t kAlike = 4;  // characters at a sentence's beginning

bool is_han(char32_t c) {
    return c >= 0x4E00 && c <= 0x9FFF;
}

// What the tag that begins at `at` does to the running text, and where it ends.
struct Tag {
    std::string name;  // lower case as written, with its slash
    std::size_t end = 0;
};

Tag read_tag(const std::string& html, std::size_t at) {
    Tag tag;
    std::size_t i = at + 1;
    while (i < html.size() && (std::isalnum(static_cast<unsigned char>(html[i])) || html[i] == '/'))
        tag.name += html[i++];
    const std::size_t close = html.find('>', i);
    tag.end = close == std::string::npos ? html.size() : close + 1;
    return tag;
}

bool is_inline(const std::string& name) {
    static const std::set<std::string> kInline = {"a",  "b", "i",    "em",  "strong", "span",
                                                  "tt", "u", "code", "img", "acronym"};
    return kInline.contains(name.substr(name.starts_with('/') ? 1 : 0));
}

// Tags that end a block become line ends, the source's own line ends white.
std::string without_tags(const std::string& html) {
    std::string text;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] != '<') {
            text += html[at] == '\n' || html[at] == '\r' ? ' ' : html[at];
            ++at;
            continue;
        }
        const Tag tag = read_tag(html, at);
        at = tag.end;
        if (tag.name == "script" || tag.name == "style")
            at = std::min(html.find("</" + tag.name, at), html.size());
        if (!is_inline(tag.name)) text += '\n';
    }
    return text;
}

// Corner brackets as the quotation marks of newspapers, no white beside Chinese characters.
u32string as_printed(u32string_view sentence) {
    u32string out;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const char32_t c = sentence[i];
        if (c == U' ' || c == U'\t' || c == 0xA0) {
            const bool inside = !out.empty() && i + 1 < sentence.size();
            if (inside && is_latin(out.back()) && is_latin(sentence[i + 1])) out += U' ';
        } else {
            out += c == U'「' ? U'“' : c == U'」' ? U'”' : c;
        }
    }
    return out;
}

bool is_prose(const u32string& sentence) {
    static const u32string kCharacters = gb2312_characters();
    static const std::set<char32_t> kHan(kCharacters.begin(), kCharacters.end());
    static constexpr u32string_view kMarks = U"，。、；：？！“”‘’（）《》—…·";
    static constexpr u32string_view kNoBeginning = U"的了和或及与";  // what followed a word set as code
    static constexpr u32string_view kCode = U"&<>[]{}|=$@#\\_*;,:()!?\"'`";
    if (sentence.size() < kShortest || sentence.size() > kLongest || !is_han(sentence.front()) ||
        kNoBeginning.find(sentence.front()) != kNoBeginning.npos)
        return false;
    std::size_t han = 0;
    for (const char32_t c : sentence) {
        if (kCode.find(c) != kCode.npos) return false;
        han += kHan.contains(c);
        if (!kHan.contains(c) && kMarks.find(c) == kMarks.npos && c != U' ' && (c < 0x20 || c > 0x7E))
            return false;
    }
    return 10 * han >= 6 * sentence.size() && lonely_mark(sentence) == 0;
}

std::string read_whole(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> documents_at(const std::string& source) {
    if (!fs::is_directory(source)) return {source};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(source))
        if (entry.is_regular_file() && entry.path().extension() == ".html") files.push_back(entry.path());
    return files;
}

// The words before the sentence's first mark, cut to a heading's length. Empty when too short for one.
u32string opening_of(const u32string& sentence) {
    u32string opening;
    for (const char32_t c : sentence) {
        if (!is_han(c) && !is_latin(c)) break;
        opening += c;
    }
    while (opening.size() > kLongestOpening || (!opening.empty() && is_latin(opening.back())))
        opening.pop_back();
    return opening.size() < 4 ? u32string() : opening;
}

// Deals the sentences out, one after the other.
class StoryMaker {
  public:
    StoryMaker(std::vector<u32string> sentences, Dice& dice) : sentences_(std::move(sentences)), dice_(dice) {
        dice_.shuffle(sentences_);
    }

    bool has_more() const { return sentences_.size() >= 30; }

    Story make() {
        Story story;
        story.kind = "documentation";
        story.title = heading();
        if (dice_.chance(0.3)) story.kicker = opening_of(sentences_[sentences_.size() - 2]);
        if (dice_.chance(0.2)) story.subtitle = opening_of(sentences_[sentences_.size() - 3]);
        if (dice_.chance(0.35)) story.caption = deal();
        for (int left = dice_.whole(1, 6); left > 0; --left)
            add_paragraph(story);
        return story;
    }

  private:
    u32string deal() {
        u32string sentence = std::move(sentences_.back());
        sentences_.pop_back();
        return sentence;
    }

    // The opening of the next sentence that has one.
    u32string heading() const {
        for (auto sentence = sentences_.rbegin(); sentence != sentences_.rend(); ++sentence)
            if (u32string opening = opening_of(*sentence); !opening.empty()) return opening;
        return sentences_.back().substr(0, kLongestOpening);
    }

    void add_paragraph(Story& story) {
        if (story.paragraphs.size() == 3 && dice_.chance(0.5)) {
            Paragraph crosshead{ParagraphKind::crosshead, opening_of(sentences_.back()), {}, {}};
            if (!crosshead.text.empty()) story.paragraphs.push_back(std::move(crosshead));
        }
        Paragraph paragraph;
        for (int left = dice_.whole(1, 4); left > 0; --left)
            paragraph.text += deal();
        story.paragraphs.push_back(std::move(paragraph));
    }

    std::vector<u32string> sentences_;
    Dice& dice_;
};

}  // namespace

std::vector<u32string> sentences_in(const std::string& source) {
    static constexpr u32string_view kStops = U"。！？";
    std::vector<u32string> sentences;
    u32string sentence;
    for (const char32_t c : from_utf8(without_tags(source))) {
        if (c == U'\n') {
            sentence.clear();
            continue;
        }
        sentence += c;
        if (kStops.find(c) == kStops.npos) continue;
        const u32string printed = as_printed(sentence);
        if (is_prose(printed)) sentences.push_back(printed);
        sentence.clear();
    }
    return sentences;
}

std::vector<u32string> read_sentences(const std::string& source, Half half) {
    std::set<u32string> all;
    for (const fs::path& document : documents_at(source))
        for (u32string& sentence : sentences_in(read_whole(document)))
            all.insert(std::move(sentence));
    std::vector<u32string> own;
    // Sentences that begin alike are often alike to the end: they stay together.
    bool mine = half == Half::judging;
    u32string beginning;
    for (const u32string& sentence : all) {
        if (sentence.substr(0, kAlike) != beginning) mine = !mine;
        beginning = sentence.substr(0, kAlike);
        if (mine) own.push_back(sentence);
    }
    if (own.size() < kFewest)
        throw std::runtime_error("too few sentences in simplified Chinese in " + source +
                                 "; libreoffice-help-zh-cn has enough, in /usr/share/libreoffice/help/zh-CN");
    return own;
}

std::vector<Story> make_documentation_copy(std::vector<u32string> sentences, std::size_t stories,
                                           Dice& dice) {
    StoryMaker maker(std::move(sentences), dice);
    std::vector<Story> made;
    while (made.size() < stories && maker.has_more())
        made.push_back(maker.make());
    return made;
}

}  // namespace banwen::newsprint
