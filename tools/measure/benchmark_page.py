"""The tables of docs/BENCHMARKS.md."""
import datetime
import json
import re

import programs

FIGURES = ("art_ned", "art_f1", "page_ned", "bag_f1", "dup", "lost")
LAYOUT_FIGURES = ("line_f1", "line_article", "article_exact", "body_order", "headline_exact", "skew_left", "bend_left")
LINE_FIGURES = ("cer", "han", "digits", "latin", "punctuation", "unwritable")
TITLE = "# Benchmarks\n\nWritten by `tools/bench`, which also says how to get these figures again.\n"


def table(head, rows):
    lines = ["| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows]]
    return "\n".join(lines) + "\n"


def cell(figures, name, interval):
    if name not in figures:
        return "–"
    figure = figures[name]
    text = f"{figure['value']:.3f}"
    return f"{text} [{figure['low']:.3f}, {figure['high']:.3f}]" if interval and figures["count"] > 1 else text


def set_of_pages(pages, names):
    page_count = article_count = character_count = 0
    for name in names:
        truth = json.loads((pages / name / "truth.json").read_text())
        page_count += len(truth["pages"])
        article_count += sum(article["type"] not in ("masthead", "folio", "imprint") for article in truth["articles"])
        character_count += programs.printed_characters(pages / name / "truth.json")
    seeds = sorted({int(name.rsplit("-", 1)[1]) for name in names})
    return (f"{len(names)} issues, {page_count} pages, {article_count} articles, {character_count:,} characters; seeds "
            f"{seeds[0]} to {seeds[-1]}; {datetime.date.today()}; {programs.machine()}.")


def in_order_of_harm(wears):
    known = [wear for wear in ("clean", "scan", "worn", "ruined") if wear in wears]
    return known + sorted(wears - set(known))


def program_rows(rows, column, interval):
    """Programs that are absent, or have nothing in this column, keep their row."""
    for row in rows:
        figures = row.get("columns", {}).get(column, {})
        yield [row["name"], *(cell(figures, name, interval) for name in FIGURES)]


def cost_rows(rows):
    for row in rows:
        if "usage" not in row:
            yield [row["name"], "–", "–", "–", row["absent"]]
            continue
        usage = row["usage"]
        yield [row["name"], f"{usage['characters_a_second']:.0f}", f"{usage['peak_mb']:.0f}", str(usage["failed"]),
               row["version"]]


def programs_section(rows, pages, names):
    wears = in_order_of_harm({column for row in rows for column in row.get("columns", {})} - {"all"})
    parts = ["## Beside other programs\n", set_of_pages(pages, names) + "\n",
             "`art_…` compares article by article, which only banwen gives. The other figures take each program's text "
             "as it comes,\ncaptions, mastheads and folios with it. Distances, `dup` and `lost` are best at 0, F1 at 1; "
             "in brackets the 95 % interval.\n", table(["all pages", *FIGURES], program_rows(rows, "all", True))]
    parts += [table([wear, *FIGURES], program_rows(rows, wear, False)) for wear in wears]
    parts.append(table(["", "characters a CPU second", "peak MB of a process", "runs that failed", "version"],
                       cost_rows(rows)))
    return "\n".join(parts)


def layout_section(columns, pages, names):
    ordered = ["all", *(name for name in columns if name != "all")]
    rest = sorted({name for column in columns.values() for name in column} - {"count", *LAYOUT_FIGURES})
    rows = [[name, *(cell(columns[column], name, True) for column in ordered)] for name in (*LAYOUT_FIGURES, *rest)]
    head = ["", *(f"{column} ({columns[column]['count']})" for column in ordered)]
    return "\n".join(["## Layout and reading order alone\n", set_of_pages(pages, names) + "\n",
                      "Each line that was found is given the text that is printed there. What the figures mean stands in\n"
                      "`pipeline/score/layout_figures.h`; in brackets the 95 % interval.\n", table(head, rows)])


def lines_section(columns, pages, names):
    ordered = ["all", *(name for name in columns if name != "all")]
    rows = [[f"{column} ({columns[column]['count']})", *(cell(columns[column], name, True) for name in LINE_FIGURES)]
            for column in ordered]
    return "\n".join(["## The recognizer alone\n", set_of_pages(pages, names) + "\n",
                      "Character errors on the lines that layout found as one line, rows of tables aside. What the figures\n"
                      "mean stands in `tools/measure/line_errors.h`; in brackets the 95 % interval.\n",
                      table(["pages", *LINE_FIGURES], rows)])


def replace_section(file, name, section):
    """Puts the section between its marks, and leaves the others as they are."""
    text = file.read_text() if file.exists() else TITLE
    marked = f"<!-- {name} -->\n{section}<!-- end of {name} -->\n"
    pattern = re.compile(f"<!-- {name} -->\n.*?<!-- end of {name} -->\n", re.DOTALL)
    text = pattern.sub(lambda _: marked, text) if pattern.search(text) else text + "\n" + marked
    file.write_text(text)
