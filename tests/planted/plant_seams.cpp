#include <algorithm>
#include <map>

#include "core/characters.h"
#include "planted/plant.h"
#include "support/printed_lines.h"

namespace banwen::planted {
namespace {

bool ends_within_a_sentence(const TextLine& line) {
    if (line.glyphs.size() < 10) return false;
    const std::u32string text = from_utf8(plain_text(line));
    return std::all_of(text.end() - 8, text.end(), is_han);
}

bool fills_its_measure(const TextLine& line) {
    return line.mode == WritingMode::horizontal &&
           line.box.right() > line.measure.right() - line.type_size / 2;
}

// Ids count from 0 on each page, in the order in which the lines stand.
std::map<LineId, LineId> number_anew(std::vector<PageText>& pages) {
    std::map<LineId, LineId> renamed;
    for (PageText& page : pages) {
        int next = 0;
        for (Article& article : page.articles)
            for (Block& block : article.blocks)
                for (TextLine& line : block.lines) {
                    renamed[line.id] = {page.info.number, next};
                    line.id = {page.info.number, next++};
                }
        page.info.lines = next;
    }
    return renamed;
}

int next_index = 1'000'000;  // ids until they are numbered anew

// The foot's last characters again before those of the head, squeezed into its box.
PlantedSeam repeat_at_head(const TextLine& foot, TextLine& head, std::size_t count) {
    std::vector<Glyph> glyphs(foot.glyphs.end() - static_cast<std::ptrdiff_t>(count), foot.glyphs.end());
    glyphs.insert(glyphs.end(), head.glyphs.begin(), head.glyphs.end());
    const int pitch = head.box.width / static_cast<int>(glyphs.size());
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        glyphs[i].box = {head.box.left + static_cast<int>(i) * pitch, head.box.top, pitch, head.box.height};
    glyphs.front().space_before = false;
    head.glyphs = std::move(glyphs);
    return {SeamKind::column_foot, head.id, count};
}

class SeamPlanter {
  public:
    explicit SeamPlanter(Random& random) : random_(random) {}

    std::vector<PlantedSeam> plant(std::vector<PageText>& pages) {
        for (PageText& page : pages)
            for (Article& article : page.articles)
                if (article.type == ArticleType::article) plant_in(article);
        const std::map<LineId, LineId> renamed = number_anew(pages);
        for (PlantedSeam& seam : seams_)
            seam.line = renamed.at(seam.line);
        return seams_;
    }

  private:
    void plant_in(Article& article) {
        if (random_() % 3 == 0) return plant_line_twice(article);
        for (std::size_t b = 0; b + 1 < article.blocks.size(); ++b) {
            Block& foot = article.blocks[b];
            Block& head = article.blocks[b + 1];
            if (foot.kind != BlockKind::body || head.kind != BlockKind::body) continue;
            if (foot.lines.size() < 3 || head.lines.size() < 3) continue;
            if (!ends_within_a_sentence(foot.lines.back()) || !fills_its_measure(foot.lines.back())) continue;
            if (!fills_its_measure(head.lines.front())) continue;
            seams_.push_back(repeat_at_head(foot.lines.back(), head.lines.front(), 3 + random_() % 5));
            return;
        }
    }

    // Boxes of the two lines overlap nearly wholly, as where a layout cut one line into two regions.
    void plant_line_twice(Article& article) {
        for (Block& block : article.blocks) {
            if (block.kind != BlockKind::body || block.lines.size() < 4) continue;
            const std::size_t at = 1 + random_() % (block.lines.size() - 2);
            if (block.lines[at].glyphs.size() < 8) continue;
            TextLine copy = block.lines[at];
            copy.id = {copy.id.page, next_index++};
            copy.box.left += 2;
            copy.box.top += 1;
            seams_.push_back({SeamKind::line_twice, copy.id, copy.glyphs.size()});
            block.lines.insert(block.lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(copy));
            return;
        }
    }

    Random& random_;
    std::vector<PlantedSeam> seams_;
};

Article set_lines(const std::vector<std::string>& texts, ArticleType type, const PageInfo& page, int left) {
    Article article{.type = type, .pages = {page.number}};
    Block block{BlockKind::body, {}, ""};
    int top = 0;
    for (const std::string& text : texts)
        block.lines.push_back(printed_line(text, left, top += 60, {page.number, next_index++}));
    for (TextLine& line : block.lines)
        line.measure = {left, 60, 12 * 40, top};
    article.blocks.push_back(std::move(block));
    return article;
}

}  // namespace

std::vector<PlantedSeam> plant_seams(std::vector<PageText>& pages, Random& random) {
    return SeamPlanter(random).plant(pages);
}

std::set<LineId> plant_right_repeats(std::vector<PageText>& pages) {
    const std::vector<std::string> refrain = {"清清的河水向东流", "嘿哟嘿",           "两岸的稻花香又香",
                                              "嘿哟嘿",           "清清的河水向东流", "嘿哟嘿"};
    const std::vector<std::string> prices = {"白菜 每斤八角", "萝卜 每斤八角", "白菜 每斤八角"};
    const std::vector<std::string> slogan = {"节约用水从我做起"};
    const std::vector<std::string> notice = {"百货大楼开业酬宾", "地址清河大街一号", "电话七三二一四"};
    for (PageText& page : pages) {
        for (const auto& texts : {refrain, prices, slogan})
            page.articles.push_back(set_lines(texts, ArticleType::article, page.info, 4000));
        page.articles.push_back(set_lines(notice, ArticleType::advertisement, page.info, 5000));
    }
    std::set<LineId> lines;
    number_anew(pages);
    for (const PageText& page : pages)
        for (std::size_t a = page.articles.size() - 4; a < page.articles.size(); ++a)
            for (const TextLine& line : page.articles[a].blocks[0].lines)
                lines.insert(line.id);
    return lines;
}

void plant_second_scan(std::vector<PageText>& pages, std::size_t page, Random& random) {
    std::vector<PageText> copy = {pages[page]};
    copy[0].info.number = static_cast<int>(pages.size()) + 1;
    for (Article& article : copy[0].articles) {
        article.pages = {copy[0].info.number};
        for (Block& block : article.blocks)
            for (TextLine& line : block.lines) {
                line.box.left += 17;
                line.box.top -= 9;
            }
    }
    number_anew(copy);
    plant_noise(copy, 0.02, random);
    pages.push_back(std::move(copy[0]));
}

void plant_strips(std::vector<PageText>& pages, std::size_t page) {
    PageText& upper = pages[page];
    std::vector<PageText> lower = {upper};
    int bottom = 0;
    for (const Article& article : upper.articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                bottom = std::max(bottom, line.box.bottom());
    const int number = static_cast<int>(pages.size()) + 1, begin = bottom * 45 / 100, end = bottom * 55 / 100;
    lower[0].info.number = number;
    const auto keep = [](PageText& strip, auto wanted) {
        for (Article& article : strip.articles) {
            for (Block& block : article.blocks)
                std::erase_if(block.lines, [&](const TextLine& line) { return !wanted(line.box); });
            std::erase_if(article.blocks, [](const Block& block) { return block.lines.empty(); });
        }
        std::erase_if(strip.articles, [](const Article& article) { return article.blocks.empty(); });
    };
    keep(upper, [end](const Box& box) { return box.bottom() <= end; });
    keep(lower[0], [begin](const Box& box) { return box.top >= begin; });
    for (Article& article : lower[0].articles) {
        article.pages = {number};
        for (Block& block : article.blocks)
            for (TextLine& line : block.lines)
                line.box.top -= begin;
    }
    pages.push_back(std::move(lower[0]));
    number_anew(pages);
}

}  // namespace banwen::planted
