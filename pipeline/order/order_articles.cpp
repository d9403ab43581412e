#include "order/order_articles.h"

namespace banwen {

OrderedPage order_articles(const Layout&, const std::vector<TextLine>& lines, const OrderOptions&) {
    OrderedPage page;
    Article article;
    for (const TextLine& line : lines) {
        article.pages = {line.id.page};
        article.blocks.push_back({BlockKind::body, {line}, ""});
    }
    if (!article.blocks.empty()) page.articles.push_back(article);
    return page;
}

}  // namespace banwen
