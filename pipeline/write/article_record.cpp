#include "write/article_record.h"

#include "write/language_of.h"
#include "write/page_names.h"

namespace banwen {
namespace {

Json box_json(const Box& box) {
    return Json::array({box.left, box.top, box.width, box.height});
}

Json regions_json(const Article& article, const Issue& issue) {
    Json list = Json::array();
    const TextLine* before = nullptr;
    Box run;
    const auto end_run = [&] {
        const PageInfo* page = before == nullptr ? nullptr : find_page(issue, before->id.page);
        if (page != nullptr) list.push_back({{"page", page->number}, {"box", box_json(on_scan(*page, run))}});
    };
    for (const Block& block : article.blocks)
        for (const TextLine& line : block.lines) {
            const bool same =
                before != nullptr && before->id.page == line.id.page && before->region == line.region;
            if (!same) end_run();
            run = same ? bounding(run, line.box) : line.box;
            before = &line;
        }
    end_run();
    return list;
}

double article_confidence(const Article& article) {
    MeanConfidence mean;
    for (const Block& block : article.blocks)
        for (const TextLine& line : block.lines)
            mean.add(line);
    return mean.value();
}

Json captions_json(const Article& article) {
    Json list = Json::array();
    for (const Block& block : article.blocks)
        if (block.kind == BlockKind::caption && !block.text.empty()) list.push_back(block.text);
    return list;
}

Json bylines_json(const Article& article) {
    Json list = Json::array();
    for (const Byline& byline : article.bylines)
        list.push_back(
            {{"role", byline.role}, {"name", byline.name}, {"start", byline.start}, {"end", byline.end}});
    return list;
}

Json dateline_json(const Article& article) {
    if (!article.dateline) return nullptr;
    const Dateline& line = *article.dateline;
    return {{"place", line.place}, {"agency", line.agency}, {"start", line.start}, {"end", line.end}};
}

Json page_or_null(const std::optional<int>& page) {
    return page ? Json(*page) : Json(nullptr);
}

Json jump_json(const Article& article) {
    if (!article.jump) return nullptr;
    return {{"to_page", page_or_null(article.jump->to_page)},
            {"from_page", page_or_null(article.jump->from_page)},
            {"status", name_of(article.jump->status)}};
}

Json doubts_json(const Article& article) {
    Json list = Json::array();
    for (const Doubt& doubt : article.doubts)
        list.push_back({{"field", doubt.field},
                        {"start", doubt.start},
                        {"end", doubt.end},
                        {"readings", doubt.readings},
                        {"confidence", rounded(doubt.confidence)}});
    return list;
}

Json pointers_json(const Article& article) {
    Json list = Json::array();
    for (const Pointer& pointer : article.pointers)
        list.push_back({{"start", pointer.start},
                        {"end", pointer.end},
                        {"page", pointer.page},
                        {"article", pointer.article}});
    return list;
}

Json labels_json(const Article& article, const Issue& issue) {
    Json list = Json::array();
    for (const int number : article.pages) {
        const PageInfo* page = find_page(issue, number);
        list.push_back(page == nullptr ? "" : page->label);
    }
    return list;
}

}  // namespace

Json article_record(const Article& article, const Issue& issue) {
    const std::string title = text_of(article, BlockKind::title);
    const std::string text = running_text(article);
    return {{"schema", "banwen-article/1"},
            {"id", article.id},
            {"issue", issue.id},
            {"paper", issue.paper},
            {"date", issue.date},
            {"edition", issue.edition},
            {"type", name_of(article.type)},
            {"pages", article.pages},
            {"page_labels", labels_json(article, issue)},
            {"language", language_of(title + text)},
            {"kicker", text_of(article, BlockKind::kicker)},
            {"title", title},
            {"subtitle", text_of(article, BlockKind::subtitle)},
            {"text", text},
            {"captions", captions_json(article)},
            {"bylines", bylines_json(article)},
            {"dateline", dateline_json(article)},
            {"jump", jump_json(article)},
            {"confidence", rounded(article_confidence(article))},
            {"regions", regions_json(article, issue)},
            {"doubts", doubts_json(article)},
            {"points_to", pointers_json(article)}};
}

}  // namespace banwen
