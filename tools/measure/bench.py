"""Measures banwen beside other programs, or its layout or its recognizer alone, on generated newspaper pages.

Everything made on the way stays in build/bench-work: a run that was broken off goes on where it stopped, and what a
program has done is done again only when the program or the pages have changed.
"""
import argparse
import hashlib
import json
import os
import pathlib
import subprocess
import sys

import benchmark_page
import programs

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "bench"
WORK = ROOT / "build" / "bench-work"
NEWSPRINT = BUILD / "tools" / "newsprint" / "newsprint"
BANWEN = BUILD / "tools" / "banwen" / "banwen"
MEASURE_LAYOUT = BUILD / "tools" / "measure" / "measure_layout"
MEASURE_LINES = BUILD / "tools" / "measure" / "measure_lines"

KINDS = ("tabloid", "broadsheet", "newsletter")
WEARS = ("clean", "scan", "worn", "ruined")


class Order:
    """What is asked of the generator for one issue."""

    def __init__(self, seed, kind, wear, dpi, pages):
        self.seed, self.kind, self.wear, self.dpi, self.pages = seed, kind, wear, dpi, pages
        self.name = f"{kind}-{wear}-{dpi}-{seed}"

    def words(self):
        return ["--seed", self.seed, "--kind", self.kind, "--wear", self.wear, "--dpi", self.dpi, "--pages", self.pages]


def fast_orders():
    """Four pages of tuning seeds, for minutes of work."""
    return [Order(150 + i, kind, wear, 300, 1)
            for i, (kind, wear) in enumerate((k, w) for k in ("tabloid", "newsletter") for w in ("clean", "worn"))]


def judging_orders():
    """72 pages of seeds from 200 on, which nobody tunes on or looks at. Any first twelve hold every kind and wear."""
    places = [(dpi, wear, kind) for dpi in (300, 200, 600) for wear in WEARS for kind in KINDS]
    return [Order(200 + i, kind, wear, dpi, 2) for i, (dpi, wear, kind) in enumerate(places)]


def fingerprint(files):
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def print_issues(orders):
    """The folder of all issues of this generator; prints those that are not there yet."""
    prose = sorted((ROOT / "samples" / "texts").rglob("*.txt"))
    folder = WORK / f"pages-{fingerprint([NEWSPRINT, *prose])}"
    for order in orders:
        if (folder / order.name / "truth.json").exists():
            continue
        say(f"printing {order.name}")
        subprocess.run([NEWSPRINT, *map(str, order.words()), "--output", folder / order.name], check=True)
    return folder


def chosen_orders(options):
    orders = judging_orders() if options.full else fast_orders()
    return orders[:options.issues] if options.issues else orders


def links_to(names, pages, folder):
    """A folder of just these issues, for the scorer. Each section has its own, so that two may run at once."""
    folder.mkdir(parents=True, exist_ok=True)
    for link in folder.iterdir():
        link.unlink()
    for name in names:
        (folder / name).symlink_to(pages / name)
    return folder


def score(truths, results):
    words = [BANWEN, "score", truths, results, "--by", "wear", "--json"]
    return json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def scores_of(program, names, pages):
    truths = links_to(names, pages, WORK / "truths-programs")
    columns = score(truths, program.texts)
    if program.knows_articles:
        for column, figures in score(truths, program.issues).items():
            columns[column].update({name: figures[name] for name in ("art_ned", "art_f1") if name in figures})
    return columns


def measure_programs(options):
    orders = chosen_orders(options)
    pages = print_issues(orders)
    rows = []
    for program in programs.all_programs(ROOT, BANWEN, options, WORK / f"results-{pages.name}"):
        if program.absent:
            say(f"skipping {program.name}: {program.absent}")
            rows.append({"name": program.name, "absent": program.absent})
            continue
        for order in orders:
            if not program.has_done(order.name):
                say(f"{program.name}: {order.name}")
                program.read_issue(pages / order.name)
        names = [order.name for order in orders]
        rows.append({"name": program.name, "version": program.version, "columns": scores_of(program, names, pages),
                     "usage": programs.total_usage(program, names, pages)})
    return benchmark_page.programs_section(rows, pages, [order.name for order in orders])


def measure_layout(options):
    orders = chosen_orders(options)
    pages = print_issues(orders)
    truths = links_to([order.name for order in orders], pages, WORK / "truths-layout")
    words = [MEASURE_LAYOUT, truths, "--by", "wear,kind,dpi", "--jobs", str(os.cpu_count()), "--json"]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
    return benchmark_page.layout_section(json.loads(done.stdout), pages, [order.name for order in orders])


def measure_lines(options):
    orders = chosen_orders(options)
    pages = print_issues(orders)
    truths = links_to([order.name for order in orders], pages, WORK / "truths-lines")
    words = [MEASURE_LINES, truths, "--lines", "found", "--by", "wear,dpi,kind,setting,size", "--json"]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
    return benchmark_page.lines_section(json.loads(done.stdout), pages, [order.name for order in orders])


SECTIONS = {"programs": measure_programs, "layout": measure_layout, "lines": measure_lines}


def parse_options():
    parser = argparse.ArgumentParser(prog="tools/bench", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", default="programs", choices=SECTIONS,
                        help="programs: banwen and others on whole pages; layout: layout and reading order alone; "
                             "lines: the recognizer alone, on the lines that layout found")
    parser.add_argument("--full", action="store_true",
                        help="the judging set (hours) instead of four pages (minutes); its table goes to docs/BENCHMARKS.md")
    parser.add_argument("--issues", type=int, metavar="N", help="only the first N issues of the set")
    parser.add_argument("--peers", type=pathlib.Path, metavar="DIR",
                        help="folder with ppocr.py (PP-OCRv4); without it its row is left empty")
    parser.add_argument("--peer-modules", type=pathlib.Path, metavar="DIR",
                        help="folder in which the peers' npm packages were installed")
    return parser.parse_args()


def main():
    options = parse_options()
    section = SECTIONS[options.what](options)
    print(section)
    if options.full:
        benchmark_page.replace_section(ROOT / "docs" / "BENCHMARKS.md", options.what, section)


if __name__ == "__main__":
    main()
