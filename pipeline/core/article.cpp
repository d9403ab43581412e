#include "core/article.h"

namespace banwen {
namespace {

template <typename Wanted>
std::string join_blocks(const Article& article, Wanted wanted) {
    std::string text;
    for (const Block& block : article.blocks) {
        if (!wanted(block.kind) || block.text.empty()) continue;
        if (!text.empty()) text += '\n';
        text += block.text;
    }
    return text;
}

}  // namespace

std::string text_of(const Article& article, BlockKind kind) {
    return join_blocks(article, [kind](BlockKind k) { return k == kind; });
}

std::string running_text(const Article& article) {
    return join_blocks(article,
                       [](BlockKind k) { return k == BlockKind::body || k == BlockKind::crosshead; });
}

std::string_view name_of(ArticleType type) {
    switch (type) {
        case ArticleType::article:
            return "article";
        case ArticleType::masthead:
            return "masthead";
        case ArticleType::imprint:
            return "imprint";
        case ArticleType::folio:
            return "folio";
        case ArticleType::caption:
            return "caption";
        case ArticleType::advertisement:
            return "advertisement";
        case ArticleType::notice:
            return "notice";
        case ArticleType::index:
            return "index";
    }
    return "article";
}

std::string_view name_of(JumpStatus status) {
    switch (status) {
        case JumpStatus::joined:
            return "joined";
        case JumpStatus::orphan:
            return "orphan";
        case JumpStatus::conflict:
            return "conflict";
    }
    return "orphan";
}

}  // namespace banwen
