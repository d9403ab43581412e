// The table of output formats: each a name and a function that adds its files to the issue's folder.
#pragma once

#include <span>
#include <string_view>

#include "core/issue.h"
#include "write/issue_folder.h"
#include "write/write_issue.h"

namespace banwen {

struct Format {
    std::string_view name;
    bool always;  // written whether it was asked for or not
    void (*write)(const Issue& issue, const WriteOptions& options, IssueFolder& folder);
    std::string_view needs = {};  // a format above it, which is written with it
};

// In the order in which they are written. issue.json, ledger.jsonl and
// manifest.json are no formats: every issue has them.
std::span<const Format> formats();

// text/<article id>.txt: headings, text and captions of one article, parted by empty lines.
void write_txt(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// issue.md: the issue as one Markdown page, the articles under the pages that they begin on.
void write_md(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// articles.jsonl: one record an article, see article_record.h.
void write_jsonl(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// lines.jsonl: {"page", "box", "text", "article"} of every line as the article has it, in reading order,
// boxes on the scan.
void write_lines(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// articles.sqlite: tables of pages, articles and lines, and a full-text index; see write_sqlite.cpp.
void write_sqlite(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// alto/<page id>.xml: ALTO of each page that was read; see write_alto.cpp.
void write_alto(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// page/<page id>.xml: PAGE 2019-07-15 of each page that was read; see write_page_xml.cpp.
void write_page_xml(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// hocr/<page id>.html: hOCR 1.2 of each page that was read; see write_hocr.cpp.
void write_hocr(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// mets.xml: METS with MODS 3.7 over the scans and the ALTO files; see write_mets.cpp.
void write_mets(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// issue.pdf: the scans with the text unseen over them; see write_pdf.cpp.
void write_pdf(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// bulk/…: the records as search servers load them; see write_bulk.cpp.
void write_elasticsearch(const Issue& issue, const WriteOptions& options, IssueFolder& folder);
void write_solr(const Issue& issue, const WriteOptions& options, IssueFolder& folder);
void write_groonga(const Issue& issue, const WriteOptions& options, IssueFolder& folder);
void write_meilisearch(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// proof/index.html: the issue for people, text beside page pictures; see write_proof.cpp.
void write_proof(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// ledger.jsonl: what became of each recognized line, a record a line; see ledger_file.cpp.
void write_ledger(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

// issue.json: masthead, pages, ledger, warnings, and how it was made.
void write_issue_json(const Issue& issue, const WriteOptions& options, IssueFolder& folder);

}  // namespace banwen
