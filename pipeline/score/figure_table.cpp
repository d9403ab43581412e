#include "score/figure_table.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "score/json_file.h"

namespace banwen {
namespace {

constexpr std::size_t kNameWidth = 18;
constexpr std::size_t kCellWidth = 26;

std::set<std::string> figure_names(const std::vector<FigureColumn>& columns) {
    std::set<std::string> names;
    for (const FigureColumn& column : columns)
        for (const auto& [name, figure] : column.figures)
            names.insert(name);
    return names;
}

std::string cell(const FigureColumn& column, const std::string& name) {
    const auto found = column.figures.find(name);
    if (found == column.figures.end()) return "–";
    const Figure& figure = found->second;
    if (column.count < 2) return fmt::format("{:.4f}", figure.value);
    return fmt::format("{:.4f} [{:.4f}, {:.4f}]", figure.value, figure.low, figure.high);
}

}  // namespace

std::string text_table(const std::vector<FigureColumn>& columns) {
    std::string text = fmt::format("{:<{}}", "", kNameWidth);
    for (const FigureColumn& column : columns)
        text += fmt::format("{:<{}}", fmt::format("{} ({})", column.name, column.count), kCellWidth);
    text += '\n';
    for (const std::string& name : figure_names(columns)) {
        text += fmt::format("{:<{}}", name, kNameWidth);
        for (const FigureColumn& column : columns)
            text += fmt::format("{:<{}}", cell(column, name), kCellWidth);
        text += '\n';
    }
    return text;
}

std::string json_table(const std::vector<FigureColumn>& columns) {
    JsonValue table = JsonValue::object();
    for (const FigureColumn& column : columns) {
        JsonValue figures = {{"count", column.count}};
        for (const auto& [name, figure] : column.figures)
            figures[name] = {{"value", figure.value}, {"low", figure.low}, {"high", figure.high}};
        table[column.name] = std::move(figures);
    }
    return table.dump();
}

}  // namespace banwen
