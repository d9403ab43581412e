// One database an issue: its pages, articles and lines as tables, and an index of the articles' bigrams. The
// index holds no text of its own; its rows are the articles' keys. The view `search` is for the usual query:
//   SELECT id, title FROM search WHERE words MATCH '"铁路"' ORDER BY rank;
#include "core/article.h"
#include "write/article_record.h"
#include "write/bigrams.h"
#include "write/database.h"
#include "write/formats.h"
#include "write/page_names.h"

namespace banwen {
namespace {

constexpr const char* kTables = R"(
CREATE TABLE issues (id TEXT PRIMARY KEY, paper TEXT, date TEXT, edition TEXT);
CREATE TABLE pages (issue TEXT REFERENCES issues(id), page INTEGER, label TEXT, file TEXT, sha256 TEXT,
    status TEXT, width INTEGER, height INTEGER, dpi REAL, PRIMARY KEY (issue, page));
CREATE TABLE articles (key INTEGER PRIMARY KEY, id TEXT UNIQUE, issue TEXT REFERENCES issues(id), type TEXT,
    page INTEGER, language TEXT, kicker TEXT, title TEXT, subtitle TEXT, text TEXT, captions TEXT,
    confidence REAL, record TEXT);
CREATE TABLE lines (article TEXT REFERENCES articles(id), place INTEGER, page INTEGER, "left" INTEGER,
    top INTEGER, width INTEGER, height INTEGER, text TEXT, PRIMARY KEY (article, place));
CREATE VIRTUAL TABLE bigrams USING fts5(headings, text, captions, content='', tokenize='unicode61');
CREATE VIEW search AS SELECT articles.id, articles.issue, issues.paper, issues.date, articles.page,
    pages.label, articles.type, articles.title, articles.text, articles.captions, bigrams.rank AS rank,
    bigrams.bigrams AS words FROM bigrams JOIN articles ON articles.key = bigrams.rowid
    JOIN issues ON issues.id = articles.issue
    LEFT JOIN pages ON pages.issue = articles.issue AND pages.page = articles.page;
)";

void add_pages(const Issue& issue, Database& database) {
    database.prepare("INSERT INTO issues VALUES (?, ?, ?, ?)")
        .add(issue.id)
        .add(issue.paper)
        .add(issue.date)
        .add(issue.edition)
        .step();
    Statement row = database.prepare("INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const PageInfo& page : issue.pages)
        row.add(issue.id)
            .add(std::int64_t{page.number})
            .add(page.label)
            .add(file_name_of(page))
            .add(page.sha256)
            .add(name_of(page.status))
            .add(std::int64_t{page.scan_width})
            .add(std::int64_t{page.scan_height})
            .add(rounded(page.dpi))
            .step();
}

void add_articles(const Issue& issue, Database& database) {
    Statement row = database.prepare("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Statement index =
        database.prepare("INSERT INTO bigrams(rowid, headings, text, captions) VALUES (?, ?, ?, ?)");
    std::int64_t key = 0;
    for (const Article& article : issue.articles) {
        const Json record = article_record(article, issue);
        const auto field = [&](const char* name) { return record[name].get<std::string>(); };
        const std::string captions = text_of(article, BlockKind::caption);
        row.add(++key).add(article.id).add(issue.id).add(name_of(article.type));
        row.add(std::int64_t{article.pages.empty() ? 0 : article.pages.front()}).add(field("language"));
        row.add(field("kicker")).add(field("title")).add(field("subtitle")).add(field("text")).add(captions);
        row.add(record["confidence"].get<double>()).add(json_line(record)).step();
        index.add(key)
            .add(bigrams_of(field("kicker") + '\n' + field("title") + '\n' + field("subtitle")))
            .add(bigrams_of(field("text")))
            .add(bigrams_of(captions))
            .step();
    }
}

void add_lines(const Issue& issue, Database& database) {
    Statement row = database.prepare("INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Article& article : issue.articles) {
        std::int64_t place = 0;
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines) {
                const PageInfo* page = find_page(issue, line.id.page);
                const Box box = page == nullptr ? Box{} : on_scan(*page, line.box);
                row.add(article.id).add(++place).add(std::int64_t{line.id.page});
                for (const int length : {box.left, box.top, box.width, box.height})
                    row.add(std::int64_t{length});
                row.add(plain_text(line)).step();
            }
    }
}

}  // namespace

void write_sqlite(const Issue& issue, const WriteOptions&, IssueFolder& folder) {
    Database database = Database::create();
    database.run("BEGIN");
    database.run(kTables);
    add_pages(issue, database);
    add_articles(issue, database);
    add_lines(issue, database);
    database.run("INSERT INTO bigrams(bigrams) VALUES ('optimize')");
    database.run("COMMIT");
    folder.add("articles.sqlite", database.bytes());
}

}  // namespace banwen
