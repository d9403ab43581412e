// measure_text_rooms TRUTH…: the issue and text rooms on the lines of generated issues, without any
// recognition. Faults are planted and must be gone again; each figure stands beside what is asked of it.
// Exit status 1 where a figure is missed.
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <map>
#include <set>

#include "core/characters.h"
#include "core/ledger.h"
#include "issue/assemble_issue.h"
#include "planted/joints.h"
#include "planted/plant.h"
#include "score/comparable_text.h"
#include "score/edit_distance.h"
#include "support/truth_pages.h"
#include "text/clean_text.h"

namespace banwen::planted {
namespace {

namespace fs = std::filesystem;
using Pages = std::vector<PageText>;

Issue walk(const Pages& pages, Tallies& tallies) {
    Issue issue = clean_text(assemble_issue(pages, {.name = "x"}), {});
    Tally& lines = tallies["lines accounted for"];
    const auto wrong = static_cast<long>(find_unaccounted(issue).size());
    for (const PageInfo& page : issue.pages)
        lines.all += page.lines, lines.right += page.lines;
    lines.right -= wrong;
    return issue;
}

std::string all_text(const Article& article) {
    std::string text;
    for (const BlockKind kind : {BlockKind::kicker, BlockKind::title, BlockKind::subtitle})
        text += text_of(article, kind) + "\n";
    return text + running_text(article) + "\n" + text_of(article, BlockKind::caption);
}

using LineTexts = std::map<LineId, std::u32string>;

// Each line as it was read.
LineTexts read_texts(const Pages& pages) {
    LineTexts texts;
    for (const PageText& page : pages)
        for (const Article& article : page.articles)
            for (const Block& block : article.blocks)
                for (const TextLine& line : block.lines)
                    texts[line.id] = comparable_text(plain_text(line));
    return texts;
}

// What each line gave to the articles.
LineTexts written_texts(const Issue& issue) {
    LineTexts texts;
    for (const Article& article : issue.articles)
        for (const Block& block : article.blocks) {
            const std::u32string text = from_utf8(block.text);
            for (std::size_t i = 0; i < block.lines.size(); ++i) {
                const auto start = static_cast<std::size_t>(block.spans[i].start);
                const auto end = static_cast<std::size_t>(block.spans[i].end);
                texts[block.lines[i].id] = comparable_text(to_utf8(text.substr(start, end - start)));
            }
        }
    return texts;
}

// Character errors of the lines that stand in all of the maps.
Tally errors(const LineTexts& wanted, const LineTexts& got, const LineTexts& among) {
    Tally tally;
    for (const auto& [line, text] : wanted) {
        const auto found = got.find(line);
        if (found == got.end() || !among.contains(line)) continue;
        tally.right += edit_distance(text, found->second);
        tally.all += static_cast<long>(text.size());
    }
    return tally;
}

std::multiset<std::u32string> article_texts(const Issue& issue) {
    std::multiset<std::u32string> texts;
    for (const Article& article : issue.articles)
        texts.insert(comparable_text(all_text(article)));
    return texts;
}

// Half of its paragraphs or more are rows: cells with gaps between them.
bool is_table(const std::string& text) {
    int paragraphs = 1, rows = 0, gaps = 0;
    for (const char c : text + "\n") {
        if (c == ' ' && ++gaps == 2) ++rows;
        if (c == '\n') ++paragraphs, gaps = 0;
    }
    return 2 * rows >= paragraphs;
}

class RoomMeasure {
  public:
    void add(const fs::path& file) {
        const TruthPages truth = read_truth_pages(file, true);
        random_.seed(static_cast<unsigned>(std::hash<std::string>{}(file.parent_path().filename())));
        count_truth_kept(truth);
        count_noise(truth);
        count_seams(truth);
        count_jumps(truth);
        count_masthead(truth);
        count_double_pages(truth);
        ++issues_;
    }

    Tallies& tallies() { return tallies_; }
    int issues() const { return issues_; }

  private:
    void count_truth_kept(const TruthPages& truth) {
        const Issue issue = walk(truth.pages, tallies_);
        const auto& printed = truth.truth["articles"];
        Tally& kept = tallies_["articles unchanged"];
        if (issue.articles.size() != printed.size())
            std::fprintf(stderr, "%zu articles instead of %zu\n", issue.articles.size(), printed.size());
        for (std::size_t i = 0; i < std::min(issue.articles.size(), printed.size()); ++i) {
            const std::string wanted = printed[i]["text"], got = running_text(issue.articles[i]);
            ++kept.all;
            const bool same = gaps_of(wanted).letters == gaps_of(got).letters;
            kept.right += same ? 1 : 0;
            if (!same) std::fprintf(stderr, "changed: %s\n     to: %s\n", wanted.c_str(), got.c_str());
            const std::string type = is_table(wanted) ? "table" : printed[i]["type"];
            const bool prose = type == "article" || type == "notice";
            count_paragraphs(wanted, got, lines_in(issue.articles[i]),
                             prose ? "paragraphs" : "paragraphs of " + type, tallies_);
        }
    }

    static long lines_in(const Article& article) {
        long lines = 0;
        for (const Block& block : article.blocks)
            lines += static_cast<long>(block.lines.size());
        return lines;
    }

    // Character errors before and after the rooms, against the same lines without noise.
    void count_noise(const TruthPages& truth) {
        const LineTexts right = read_texts(truth.pages), wanted = written_texts(walk(truth.pages, tallies_));
        for (const int percent : {1, 3, 5}) {
            Pages pages = truth.pages;
            plant_noise(pages, percent / 100.0, random_);
            const LineTexts got = written_texts(walk(pages, tallies_));
            const std::string name = std::to_string(percent) + " % noise";
            add(tallies_["errors before, " + name], errors(right, read_texts(pages), got));
            add(tallies_["errors after, " + name], errors(wanted, got, got));
        }
    }

    static void add(Tally& sum, const Tally& more) {
        sum.right += more.right;
        sum.all += more.all;
    }

    // With misread glyphs, and with those that were lost or made up.
    void count_seams(const TruthPages& truth) {
        count_seams(truth, "", [this](Pages& pages) { plant_noise(pages, 0.02, random_); });
        count_seams(truth, ", glyphs lost and gained", [this](Pages& pages) {
            plant_noise(pages, 0.02, random_);
            plant_gains_and_losses(pages, 0.01, random_);
        });
    }

    template <typename Harm>
    void count_seams(const TruthPages& truth, const std::string& how, Harm harm) {
        Pages pages = truth.pages;
        const std::vector<PlantedSeam> seams = plant_seams(pages, random_);
        harm(pages);
        const std::set<LineId> right = plant_right_repeats(pages);
        const Issue issue = walk(pages, tallies_);
        const std::map<LineId, std::size_t> removed = removed_from(issue, seams);
        for (const PlantedSeam& seam : seams) {
            const bool foot = seam.kind == SeamKind::column_foot;
            Tally& tally = tallies_[(foot ? "seams at a column's head" : "lines found twice") + how];
            ++tally.all;
            const auto found = removed.find(seam.line);
            // Where glyphs are lost the run may be shorter.
            const std::size_t least = how.empty() ? seam.glyphs : seam.glyphs * 4 / 5;
            tally.right += found != removed.end() && found->second >= least ? 1 : 0;
        }
        std::set<LineId> planted = right;
        std::set<LineId> expected;
        for (const PlantedSeam& seam : seams)
            expected.insert(seam.line);
        Tally& wrong = tallies_["repeats by right that stay"];
        wrong.all += static_cast<long>(right.size());
        wrong.right += static_cast<long>(right.size());
        Tally& lines = tallies_["other lines that stay whole"];
        for (const PageInfo& page : issue.pages)
            lines.all += page.lines, lines.right += page.lines;
        for (const auto& [line, glyphs] : removed) {
            if (right.contains(line)) --wrong.right;
            if (!right.contains(line) && !expected.contains(line)) --lines.right;
        }
    }

    // Characters that went as repeats, by line. Of a line that was found twice either may go: then the
    // planted one counts.
    static std::map<LineId, std::size_t> removed_from(const Issue& issue,
                                                      const std::vector<PlantedSeam>& seams) {
        std::map<LineId, std::size_t> removed;
        for (const LedgerEntry& entry : issue.ledger) {
            if (!entry.same_as) continue;
            const bool stays = std::any_of(seams.begin(), seams.end(), [&](const PlantedSeam& seam) {
                return seam.kind == SeamKind::line_twice && seam.line == *entry.same_as;
            });
            removed[stays ? *entry.same_as : entry.line] += from_utf8(entry.text).size();
        }
        return removed;
    }

    void count_jumps(const TruthPages& truth) {
        Pages pages = truth.pages;
        vary_jump_marks(pages, random_);
        plant_noise(pages, 0.01, random_);
        long printed = 0;
        for (const auto& article : truth.truth["articles"])
            if (!article["jump"].is_null()) ++printed;
        tallies_["jumps found"].all += printed;
        tallies_["jumps joined rightly"].all += 0;
        const Issue issue = walk(pages, tallies_);
        const auto& articles = truth.truth["articles"];
        for (const Article& article : issue.articles) {
            if (!article.jump || article.jump->status != JumpStatus::joined) continue;
            const bool right = std::any_of(articles.begin(), articles.end(), [&](const auto& a) {
                return !a["jump"].is_null() && a["pages"] == article.pages &&
                       edit_distance(comparable_text(std::string(a["text"])),
                                     comparable_text(running_text(article))) <
                           static_cast<int>(std::string(a["text"]).size()) / 30;
            });
            ++tallies_["jumps joined rightly"].all;
            tallies_["jumps joined rightly"].right += right ? 1 : 0;
            tallies_["jumps found"].right += right ? 1 : 0;
        }
        for (const JumpDirection gone : {JumpDirection::leaving, JumpDirection::arriving})
            count_orphans(truth, gone);
    }

    void count_orphans(const TruthPages& truth, JumpDirection gone) {
        Pages pages = truth.pages;
        const int planted = plant_orphans(pages, gone);
        const Issue issue = walk(pages, tallies_);
        Tally& listed = tallies_["orphans listed, none joined"];
        listed.all += planted;
        for (const Article& article : issue.articles)
            if (article.jump) listed.right += article.jump->status == JumpStatus::orphan ? 1 : 0;
    }

    void count_masthead(const TruthPages& truth) {
        Pages pages = truth.pages;
        plant_noise(pages, 0.01, random_);
        const Masthead got = walk(pages, tallies_).masthead;
        Tally& tally = tallies_["masthead fields"];
        const auto expect = [&](const char* field, const std::string& value) {
            const auto found = truth.truth["masthead"].find(field);
            if (found == truth.truth["masthead"].end() || *found == "") return;
            // The truth has the licence's label and what stands behind it too.
            const std::string printed = *found;
            const bool part = std::string_view(field) == "licence" && value.size() >= 6;
            const bool right = printed == value || (part && printed.find(value) != printed.npos);
            ++tally.all;
            tally.right += right ? 1 : 0;
            if (!right) std::fprintf(stderr, "masthead: %s read %s\n", printed.c_str(), value.c_str());
        };
        expect("name", got.name);
        expect("date", got.date);
        expect("weekday", got.weekday);
        expect("lunar_date", got.lunar_date);
        expect("issue_number", got.issue_number);
        expect("licence", got.licence);
    }

    // A page that came twice, or in two strips, adds nothing: the text is that of the issue without it.
    void count_double_pages(const TruthPages& truth) {
        const std::multiset<std::u32string> wanted = article_texts(walk(truth.pages, tallies_));
        Pages twice = truth.pages, strips = truth.pages;
        plant_second_scan(twice, twice.size() - 1, random_);
        plant_strips(strips, strips.size() - 1);
        count_articles("articles of pages scanned twice", wanted, twice);
        count_articles("articles of pages in two strips", wanted, strips);
    }

    void count_articles(const char* name, const std::multiset<std::u32string>& wanted, const Pages& pages) {
        const std::multiset<std::u32string> got = article_texts(walk(pages, tallies_));
        std::vector<std::u32string> missing;
        std::set_difference(wanted.begin(), wanted.end(), got.begin(), got.end(),
                            std::back_inserter(missing));
        Tally& tally = tallies_[name];
        tally.all += static_cast<long>(wanted.size());
        tally.right += static_cast<long>(wanted.size() - missing.size());
        for (const std::u32string& text : missing)
            std::fprintf(stderr, "%s: %s\n", name, to_utf8(text).c_str());
    }

    Random random_;
    Tallies tallies_;
    int issues_ = 0;
};

// CPU seconds that ten megabytes of UTF-8 take, walked issue after issue.
double seconds_for_ten_megabytes(int count, char** files) {
    constexpr std::size_t kText = 10'000'000;
    std::vector<Pages> issues;
    for (int i = 0; i < count; ++i)
        issues.push_back(read_truth_pages(files[i], true).pages);
    std::size_t walked = 0;
    double seconds = 0;
    for (std::size_t i = 0; walked < kText && !issues.empty(); ++i) {
        Pages pages = issues[i % issues.size()];
        for (const PageText& page : pages)
            for (const Article& article : page.articles)
                for (const Block& block : article.blocks)
                    for (const TextLine& line : block.lines)
                        walked += plain_text(line).size();
        const std::clock_t begin = std::clock();
        const Issue issue = clean_text(assemble_issue(std::move(pages), {.name = "x"}), {});
        seconds += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        if (issue.articles.empty()) break;
    }
    return seconds * static_cast<double>(kText) / static_cast<double>(std::max<std::size_t>(walked, 1));
}

struct Asked {
    const char* name;
    double share;
};

constexpr std::array kAsked = {
    Asked{"articles unchanged", 1},
    Asked{"paragraphs", 0.9995},
    Asked{"words at line ends", 0.99},
    Asked{"seams at a column's head", 0.99},
    Asked{"lines found twice", 0.99},
    Asked{"lines found twice, glyphs lost and gained", 0.99},
    Asked{"repeats by right that stay", 1},
    Asked{"other lines that stay whole", 1},
    Asked{"articles of pages scanned twice", 0.99},
    Asked{"articles of pages in two strips", 0.99},
    Asked{"jumps joined rightly", 0.99},
    Asked{"jumps found", 0.97},
    Asked{"orphans listed, none joined", 1},
    Asked{"masthead fields", 0.98},
    Asked{"lines accounted for", 1},
};

bool report(Tallies& tallies) {
    bool all_met = true;
    std::printf("%-34s %10s %10s %18s\n", "figure", "asked", "measured", "of");
    for (const Asked& asked : kAsked) {
        const Tally& tally = tallies[asked.name];
        const bool met = tally.share() >= asked.share;
        all_met = all_met && met;
        std::printf("%-34s %10.4f %10.4f %10ld/%-8ld%s\n", asked.name, asked.share, tally.share(),
                    tally.right, tally.all, met ? "" : " missed");
    }
    const Tally& uneven = tallies["seams at a column's head, glyphs lost and gained"];
    std::printf("%-34s %10s %10.4f %10ld/%-8ld\n", "… glyphs lost and gained", "–", uneven.share(),
                uneven.right, uneven.all);
    for (const char* noise : {"1 % noise", "3 % noise", "5 % noise"}) {
        const Tally& before = tallies[std::string("errors before, ") + noise];
        const Tally& after = tallies[std::string("errors after, ") + noise];
        const bool met = after.right <= before.right;
        all_met = all_met && met;
        std::printf("%-34s %10.4f %10.4f%s\n", ("character errors, " + std::string(noise)).c_str(),
                    before.share(), after.share(), met ? "" : " missed");
    }
    return all_met;
}

}  // namespace
}  // namespace banwen::planted

int main(int count, char** arguments) {
    banwen::planted::RoomMeasure measure;
    for (int i = 1; i < count; ++i)
        measure.add(arguments[i]);
    banwen::planted::count_words_at_line_ends(measure.tallies());
    std::printf("%d issues\n", measure.issues());
    const bool met = banwen::planted::report(measure.tallies());
    // A machine's speed is no test: this figure is only shown.
    std::printf("%-34s %10.4f %10.4f\n", "CPU seconds for ten megabytes", 5.0,
                banwen::planted::seconds_for_ten_megabytes(count - 1, arguments + 1));
    return met ? 0 : 1;
}
