// Comments, strings and preprocessor lines are blanked out; then the braces are walked. A brace outside of
// all functions opens a function when what stands before it ends in a list of parameters, which `const`, a
// trailing type or a list of initializers may follow.
#include "rooms/outline.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <regex>
#include <string_view>

namespace banwen::test {
namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Where the literal or comment that begins at `at` ends; `at` itself where none begins.
std::size_t end_of_blank(const std::string& source, std::size_t at) {
    const auto until = [&](const std::string& mark, std::size_t from) {
        const std::size_t found = source.find(mark, from);
        return found == std::string::npos ? source.size() : found + mark.size();
    };
    const std::string_view rest = std::string_view(source).substr(at);
    const char before = at == 0 ? '\n' : source[at - 1];
    if (rest.starts_with("//")) return until("\n", at) - 1;
    if (rest.starts_with("/*")) return until("*/", at + 2);
    if (rest.starts_with("R\"")) {
        const std::size_t open = source.find('(', at);
        return until(")" + source.substr(at + 2, open - at - 2) + "\"", open);
    }
    const bool separates_digits =
        rest.front() == '\'' && std::isdigit(static_cast<unsigned char>(before)) != 0;
    if ((rest.front() != '"' && rest.front() != '\'') || separates_digits) return at;
    std::size_t end = at + 1;
    while (end < source.size() && source[end] != rest.front())
        end += source[end] == '\\' ? 2 : 1;
    return std::min(end + 1, source.size());
}

// The source with spaces for all that is no code; every line stays where it is.
std::string code_of(const std::string& source) {
    std::string code = source;
    bool line_begins = true;
    for (std::size_t at = 0; at < code.size();) {
        std::size_t end = end_of_blank(source, at);
        if (line_begins && source[at] == '#') end = std::min(source.find('\n', at), source.size());
        for (std::size_t i = at; i < end; ++i)
            if (code[i] != '\n') code[i] = ' ';
        if (end == at) {
            line_begins = source[at] == '\n' || (line_begins && source[at] == ' ');
            ++at;
        } else {
            at = end;
        }
    }
    return code;
}

// Counts how deep a character stands in brackets. An arrow's point closes nothing.
struct Depth {
    int round = 0;
    int pointed = 0;
    int curly = 0;
    char before = ' ';

    void pass(char c) {
        round += c == '(' ? 1 : c == ')' ? -1 : 0;
        curly += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (c == '<') ++pointed;
        if (c == '>' && before != '-' && pointed > 0) --pointed;
        before = c;
    }
    bool outside() const { return round == 0 && pointed == 0 && curly == 0; }
};

std::vector<std::string> split_parameters(const std::string& list) {
    std::vector<std::string> parameters = {""};
    Depth depth;
    for (const char c : list) {
        depth.pass(c);
        if (c == ',' && depth.outside())
            parameters.emplace_back();
        else if (c != '\n' || !parameters.back().empty())
            parameters.back() += c == '\n' ? ' ' : c;
    }
    for (std::string& parameter : parameters)
        parameter.erase(0, std::min(parameter.find_first_not_of(' '), parameter.size()));
    const bool none = parameters.size() == 1 && parameters.front().empty();
    return none ? std::vector<std::string>{} : parameters;
}

// Where the list of parameters opens; nothing in a statement that has none.
std::optional<std::size_t> find_list(const std::string& head) {
    Depth depth;
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '(' && depth.outside()) return i;
        if (head[i] == '=' && depth.outside()) return std::nullopt;
        if (head.compare(i, 8, "operator") == 0) return head.find('(', i + 9);
        depth.pass(head[i]);
    }
    return std::nullopt;
}

std::size_t closing(const std::string& head, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < head.size(); ++i) {
        depth += head[i] == '(' ? 1 : head[i] == ')' ? -1 : 0;
        if (depth == 0) return i;
    }
    return std::string::npos;
}

std::string name_before(const std::string& head, std::size_t open) {
    std::size_t begin = open;
    while (begin > 0 && (is_word(head[begin - 1]) || head[begin - 1] == ':' || head[begin - 1] == '~'))
        --begin;
    return head.substr(begin, open - begin);
}

bool is_macro(const std::string& name) {
    return name.size() > 1 &&
           std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool begins(const std::string& text, const std::regex& pattern) {
    return std::regex_search(text, pattern, std::regex_constants::match_continuous);
}

// `head` is what stands between the end of the statement before and an opening brace or a semicolon.
std::optional<Function> function_of(const std::string& head) {
    static const std::regex follows(
        R"(\s*($|const\b|noexcept\b|override\b|final\b|->|:[^:]|&|=\s*(0|default|delete)))");
    static const std::regex is_other(R"(\s*(using|typedef|friend|static_assert|return|goto)\b)");
    if (begins(head, is_other)) return std::nullopt;
    const std::optional<std::size_t> open = find_list(head);
    if (!open || *open == std::string::npos) return std::nullopt;
    const std::size_t close = closing(head, *open);
    if (close == std::string::npos) return std::nullopt;
    const std::string rest = head.substr(close + 1);
    if (!begins(rest, follows)) return std::nullopt;
    Function function{name_before(head, *open), 0, 0, {}};
    function.parameters = split_parameters(head.substr(*open + 1, close - *open - 1));
    if (function.name.empty()) return std::nullopt;
    if (is_macro(function.name)) {
        std::string given = head.substr(*open, close - *open + 1);
        std::erase_if(given, [](char c) { return c == ' ' || c == '\n'; });
        function.name += given;
        function.parameters.clear();
    }
    return function;
}

enum class Scope { outside, function, inside };

class Walk {
  public:
    explicit Walk(const std::string& code) : code_(code) {}

    std::vector<Function> functions() {
        int round = 0;
        for (at_ = 0; at_ < code_.size(); ++at_) {
            const char c = code_[at_];
            round += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (round > 0) continue;
            if (c == '{') open();
            if (c == '}') close();
            if (c == ';' && is_outside()) declare();
        }
        return std::move(functions_);
    }

  private:
    bool is_outside() const { return scopes_.empty() || scopes_.back() == Scope::outside; }

    std::string head() const {
        std::string text = code_.substr(begin_, at_ - begin_);
        for (const std::string_view access : {"public:", "private:", "protected:"})
            if (const std::size_t found = text.find(access); found != std::string::npos)
                text.erase(found, access.size());
        return text;
    }

    int line_at(std::size_t place) const {
        return 1 + static_cast<int>(
                       std::count(code_.begin(), code_.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
    }

    void add(Function function) {
        function.line = line_at(std::min(code_.find_first_not_of(" \n", begin_), at_));
        functions_.push_back(std::move(function));
    }

    void open() {
        static const std::regex holds_others(
            R"(\s*(template\s*<[\s\S]*>\s*)?(inline\s+)?(namespace|struct|class|union|enum|extern)\b)");
        if (!is_outside()) {
            scopes_.push_back(Scope::inside);
            return;
        }
        const std::string before = head();
        if (begins(before, holds_others) && before.find('(') == std::string::npos) {
            scopes_.push_back(Scope::outside);
            begin_ = at_ + 1;
        } else if (std::optional<Function> function = function_of(before)) {
            add(std::move(*function));
            scopes_.push_back(Scope::function);
        } else {
            scopes_.push_back(Scope::inside);
        }
    }

    void close() {
        if (scopes_.empty()) return;
        const Scope closed = scopes_.back();
        scopes_.pop_back();
        if (closed == Scope::function) functions_.back().lines = line_at(at_) - functions_.back().line + 1;
        if (closed != Scope::inside) begin_ = at_ + 1;
    }

    void declare() {
        if (std::optional<Function> function = function_of(head())) add(std::move(*function));
        begin_ = at_ + 1;
    }

    const std::string& code_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;  // of the statement
    std::vector<Scope> scopes_;
    std::vector<Function> functions_;
};

}  // namespace

std::vector<Function> functions_of(const std::string& source) {
    const std::string code = code_of(source);
    return Walk(code).functions();
}

}  // namespace banwen::test
