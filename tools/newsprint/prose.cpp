#include "prose.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "unicode.h"

namespace banwen::newsprint {
namespace {

using std::u32string;

// Takes the line apart mark by mark; what is printed is appended to the paragraph's text.
class MarkReader {
  public:
    explicit MarkReader(u32string line) : line_(std::move(line)) {}

    Paragraph read() {
        while (at_ < line_.size())
            take(line_[at_++]);
        if (open_) throw std::runtime_error("a byline is not closed: " + to_utf8(line_));
        return std::move(paragraph_);
    }

  private:
    void take(char32_t c) {
        if (c == U'{') {
            open_ = true;
            span_start_ = paragraph_.text.size();
            first_of_span_ = paragraph_.bylines.size();
        } else if (c == U'}') {
            close_byline();
        } else if (c == U'<') {
            const u32string role = until(U':');
            const u32string name = until(U'>');
            paragraph_.bylines.push_back({role, name, 0, 0});
            paragraph_.text += name;
        } else if (c == U'[') {
            take_dateline();
        } else {
            paragraph_.text.push_back(c);
        }
    }

    void close_byline() {
        open_ = false;
        for (std::size_t i = first_of_span_; i < paragraph_.bylines.size(); ++i) {
            paragraph_.bylines[i].start = span_start_;
            paragraph_.bylines[i].end = paragraph_.text.size();
        }
    }

    void take_dateline() {
        Dateline dateline;
        dateline.agency = until(U'|');
        dateline.place = until(U'|');
        dateline.start = paragraph_.text.size();
        paragraph_.text += until(U']');
        dateline.end = paragraph_.text.size();
        paragraph_.dateline = dateline;
    }

    u32string until(char32_t end) {
        const std::size_t found = line_.find(end, at_);
        if (found == u32string::npos) throw std::runtime_error("a mark is not closed: " + to_utf8(line_));
        const u32string part = line_.substr(at_, found - at_);
        at_ = found + 1;
        return part;
    }

    u32string line_;
    std::size_t at_ = 0;
    bool open_ = false;
    std::size_t span_start_ = 0;
    std::size_t first_of_span_ = 0;
    Paragraph paragraph_;
};

bool is_blank(const std::string& line) {
    return line.find_first_not_of(" \r\t") == line.npos;
}

void take_line(const std::string& line, std::vector<Story>& stories) {
    const std::string mark = line.substr(0, 2);
    const std::string rest = line.size() > 2 ? line.substr(2) : "";
    if (mark == "= ") {
        stories.emplace_back().title = from_utf8(rest);
        return;
    }
    if (stories.empty()) throw std::runtime_error("text stands before the first title");
    Story& story = stories.back();
    if (mark == "^ ") {
        story.kicker = from_utf8(rest);
    } else if (mark == "_ ") {
        story.subtitle = from_utf8(rest);
    } else if (mark == "@ ") {
        story.caption = from_utf8(rest);
    } else {
        story.paragraphs.push_back(parse_paragraph(line));
    }
}

std::string type_of(const std::string& kind) {
    if (kind == "notices") return "notice";
    if (kind == "advertisements") return "advertisement";
    return kind == "contents" ? "index" : "article";
}

void read_file(const std::filesystem::path& path, std::vector<Story>& stories) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    try {
        std::vector<Story> own;
        for (std::string line; std::getline(in, line);)
            if (!is_blank(line)) take_line(line, own);
        for (Story& story : own) {
            if (story.paragraphs.empty())
                throw std::runtime_error("a story has no text: " + to_utf8(story.title));
            story.kind = path.stem().string();
            story.type = type_of(story.kind);
            stories.push_back(std::move(story));
        }
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(path.string() + ": " + error.what());
    }
}

}  // namespace

Paragraph parse_paragraph(const std::string& line) {
    const std::string mark = line.substr(0, 2);
    const bool marked = mark == "# " || mark == "& ";
    Paragraph paragraph = MarkReader(from_utf8(marked ? line.substr(2) : line)).read();
    if (mark == "# ") paragraph.kind = ParagraphKind::crosshead;
    if (mark == "& ") paragraph.kind = ParagraphKind::byline;
    return paragraph;
}

std::vector<Story> read_prose(const std::string& folder) {
    if (!std::filesystem::is_directory(folder))
        throw std::runtime_error("no prose bank at " + folder + "; name one with --prose");
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Story> stories;
    for (const auto& file : files)
        read_file(file, stories);
    if (stories.empty()) throw std::runtime_error("no stories in " + folder);
    return stories;
}

}  // namespace banwen::newsprint
