#include "issue/join_jumps.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "issue/headline_likeness.h"
#include "issue/numerals.h"
#include "issue/take_jump_marks.h"

namespace banwen {
namespace {

// Likeness that a pair must have more than the next best one to be preferred to it.
constexpr double kClearlyBetter = 0.15;

bool may_jump(ArticleType type) {
    return type == ArticleType::article || type == ArticleType::notice;
}

bool is_heading(BlockKind kind) {
    return kind == BlockKind::kicker || kind == BlockKind::title || kind == BlockKind::subtitle;
}

// Share of the continuation's headline that stands in the article's own, 0..1: it repeats it in short.
double likeness(const Article& article, const Article& continuation) {
    return headline_likeness(heading_of(article), heading_of(continuation));
}

struct Draft {
    Article article;
    int page = 0;
    int to_page = 0;    // 0: none
    int from_page = 0;  // 0: none
    bool gone = false;  // joined to another
};

class JumpJoiner {
  public:
    explicit JumpJoiner(const std::map<std::u32string, int>& number_of) : number_of_(number_of) {}

    JoinedArticles join(std::vector<Article> articles) {
        for (Article& article : articles)
            add(std::move(article));
        settle_lone_marks();
        // From the last page to the first, so that an article over three pages is whole before it is joined.
        std::set<std::pair<int, int>> ways;
        for (const Draft& draft : drafts_)
            if (draft.to_page != 0 && !draft.gone) ways.insert({draft.page, draft.to_page});
        for (auto way = ways.rbegin(); way != ways.rend(); ++way)
            join_way(way->first, way->second);
        for (Draft& draft : drafts_)
            if (!draft.gone) finish(draft);
        return std::move(joined_);
    }

  private:
    // A page that the issue does not have goes by the number that is printed; nothing will answer from there.
    int number_at(const std::u32string& key) const {
        const auto found = number_of_.find(key);
        if (found != number_of_.end()) return found->second;
        return read_numeral(key.substr(std::min(key.find_first_of(U"0123456789"), key.size()))).value;
    }

    void add(Article article) {
        Draft draft;
        draft.page = article.pages.empty() ? 0 : article.pages.front();
        if (may_jump(article.type)) {
            UnmarkedArticle unmarked = take_jump_marks(std::move(article));
            draft.to_page = number_at(unmarked.ends.to_page);
            draft.from_page = number_at(unmarked.ends.from_page);
            draft.article = std::move(unmarked.article);
            std::move(unmarked.ledger.begin(), unmarked.ledger.end(), std::back_inserter(joined_.ledger));
        } else {
            draft.article = std::move(article);
        }
        drafts_.push_back(std::move(draft));
    }

    // A mark that came as an article of its own belongs to its neighbour: 下转 to the one before it, 上接 to
    // the one behind it.
    void settle_lone_marks() {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            Draft& lone = drafts_[i];
            if (!lone.article.blocks.empty()) continue;
            lone.gone = lone.to_page != 0 || lone.from_page != 0;
            if (lone.to_page != 0 && i > 0 && drafts_[i - 1].page == lone.page && drafts_[i - 1].to_page == 0)
                drafts_[i - 1].to_page = lone.to_page;
            if (lone.from_page != 0 && i + 1 < drafts_.size() && drafts_[i + 1].page == lone.page &&
                drafts_[i + 1].from_page == 0)
                drafts_[i + 1].from_page = lone.from_page;
        }
    }

    void join_way(int page, int to_page) {
        std::vector<Draft*> leaving, arriving;
        for (Draft& draft : drafts_) {
            if (draft.gone) continue;
            if (draft.page == page && draft.to_page == to_page) leaving.push_back(&draft);
            if (draft.page == to_page && draft.from_page == page) arriving.push_back(&draft);
        }
        while (!leaving.empty() && !arriving.empty()) {
            const std::optional<std::pair<std::size_t, std::size_t>> best = clear_pair(leaving, arriving);
            if (!best) return mark_conflict(leaving, arriving);
            attach(*leaving[best->first], *arriving[best->second]);
            leaving.erase(leaving.begin() + static_cast<std::ptrdiff_t>(best->first));
            arriving.erase(arriving.begin() + static_cast<std::ptrdiff_t>(best->second));
        }
    }

    // The pair that is most alike, if neither of the two is nearly as like another one.
    static std::optional<std::pair<std::size_t, std::size_t>> clear_pair(
        const std::vector<Draft*>& leaving, const std::vector<Draft*>& arriving) {
        double best = -1;
        std::pair<std::size_t, std::size_t> pair{0, 0};
        for (std::size_t l = 0; l < leaving.size(); ++l)
            for (std::size_t a = 0; a < arriving.size(); ++a)
                if (const double like = likeness(leaving[l]->article, arriving[a]->article); like > best) {
                    best = like;
                    pair = {l, a};
                }
        for (std::size_t l = 0; l < leaving.size(); ++l)
            for (std::size_t a = 0; a < arriving.size(); ++a) {
                const bool rival = (l == pair.first) != (a == pair.second);
                if (rival && likeness(leaving[l]->article, arriving[a]->article) > best - kClearlyBetter)
                    return std::nullopt;
            }
        return pair;
    }

    static void mark_conflict(const std::vector<Draft*>& leaving, const std::vector<Draft*>& arriving) {
        for (const std::vector<Draft*>* side : {&leaving, &arriving})
            for (Draft* draft : *side) {
                if (!draft->article.jump) draft->article.jump = Jump{};
                draft->article.jump->status = JumpStatus::conflict;
            }
    }

    void attach(Draft& draft, Draft& continuation) {
        for (Block& block : continuation.article.blocks) {
            if (is_heading(block.kind)) {
                for (const TextLine& line : block.lines)
                    joined_.ledger.push_back(
                        {line.id, "headline repeated at the continuation", plain_text(line), false});
            } else {
                draft.article.blocks.push_back(std::move(block));
            }
        }
        for (int page : continuation.article.pages)
            draft.article.pages.push_back(page);
        draft.article.jump = Jump{.to_page = draft.to_page, .status = JumpStatus::joined};
        continuation.gone = true;
    }

    void finish(Draft& draft) {
        std::optional<Jump>& jump = draft.article.jump;
        const bool marked = draft.to_page != 0 || draft.from_page != 0;
        if (marked && !jump) jump = Jump{};
        if (jump && draft.to_page != 0) jump->to_page = draft.to_page;
        if (jump && draft.from_page != 0) {
            jump->from_page = draft.from_page;
            if (jump->status == JumpStatus::joined) jump->status = JumpStatus::orphan;
        }
        if (jump && jump->status != JumpStatus::joined) tell_loose_end(draft);
        joined_.articles.push_back(std::move(draft.article));
    }

    void tell_loose_end(const Draft& draft) {
        const bool conflict = draft.article.jump->status == JumpStatus::conflict;
        const int other = draft.to_page != 0 ? draft.to_page : draft.from_page;
        joined_.warnings.push_back({conflict ? WarningKind::ambiguous_jump : WarningKind::unanswered_jump,
                                    {std::to_string(draft.page), std::to_string(other)}});
    }

    const std::map<std::u32string, int>& number_of_;
    std::vector<Draft> drafts_;
    JoinedArticles joined_;
};

}  // namespace

JoinedArticles join_jumps(std::vector<Article> articles, const std::map<std::u32string, int>& number_of) {
    return JumpJoiner(number_of).join(std::move(articles));
}

}  // namespace banwen
