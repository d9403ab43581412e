#include "draw/reading_steps.h"

namespace banwen {

std::vector<ReadingStep> reading_steps(const std::vector<Article>& articles) {
    std::vector<ReadingStep> steps;
    for (std::size_t a = 0; a < articles.size(); ++a) {
        int number = 0;
        for (const Block& block : articles[a].blocks) {
            const TextLine* before = nullptr;
            for (const TextLine& line : block.lines) {
                if (before == nullptr || before->region != line.region)
                    steps.push_back({a, ++number, {}, line.box, {}});
                steps.back().box = bounding(steps.back().box, line.box);
                steps.back().last = line.box;
                before = &line;
            }
        }
    }
    return steps;
}

}  // namespace banwen
