#!/usr/bin/env python3
"""Runs the commands of docs/indexing.md with the real engines on one issue, and asks each for words of one, two and
four characters, for a phrase over a column's end, for one over a page's end, and for one that stands nowhere.

Usage: engines_test.py BANWEN SOURCE SECTION
In a section, blocks marked `sh` are run in order; the one with 铁路 once for each word in its place. Exit status: 0 all
was found, 1 something was not, 77 a program of the section is not installed."""
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PROGRAMS = {
    "SQLite": [],
    "Groonga": ["groonga", "curl"],
    "Xapian": ["scriptindex", "quest", "sqlite3"],
    "Omega on the PDF": ["omindex", "quest", "pdftotext"],
    "Recoll": ["recollindex", "recollq"],
}
ISSUE = "liuxi-2024-03-18"
HAN = "[\u4e00-\u9fff]"
ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"


def section_blocks(document, section):
    text = open(document, encoding="utf-8").read()
    part = re.search(rf"^## {re.escape(section)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)[1]
    return re.findall(r"^```sh\n(.*?)^```", part, re.M | re.S)


def line_texts(block):
    return ["".join(" " if part.tag == ALTO + "SP" else part.get("CONTENT", "") for part in line)
            for line in block.iter(ALTO + "TextLine")]


def seam_words(folder):
    """Four characters over each place where a paragraph goes on in another column or on another page."""
    ends, columns, jumps = {}, [], []
    for page, name in enumerate(sorted(os.listdir(os.path.join(folder, "alto")))):
        tree = ElementTree.parse(os.path.join(folder, "alto", name))
        for block in tree.iter(ALTO + "TextBlock"):
            whole, part = block.get("ID").rsplit("_", 1)
            lines = line_texts(block)
            before = ends.get((whole, int(part) - 1))
            if before and re.fullmatch(HAN * 4, before[1][-2:] + lines[0][:2]):
                (columns if before[0] == page else jumps).append(before[1][-2:] + lines[0][:2])
            ends[(whole, int(part))] = (page, lines[-1])
    return columns, jumps


def words_to_ask(folder):
    records = [json.loads(line) for line in open(os.path.join(folder, "articles.jsonl"), encoding="utf-8")]
    article = max(records, key=lambda record: len(record["text"]))
    plain = re.search(HAN + "{4}", article["text"])[0]
    columns, jumps = seam_words(folder)
    words = {"one": plain[:1], "two": plain[:2], "four": plain}
    if columns:
        words["over a column's end"] = columns[0]
    if jumps:
        words["over a page's end"] = jumps[0]
    words["of no article"] = plain[::-1]
    holders = {name: [record["id"] for record in records if word in record["text"]] for name, word in words.items()}
    return words, holders


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run_section(blocks, words, work, banwen):
    script = ["set -e", f'banwen() {{ "{banwen}" "$@"; }}']
    for block in blocks:
        block = block.replace("ISSUE", ISSUE)
        if "铁路" not in block:
            script.append(block)
            continue
        for name, word in words.items():
            script.append(f'echo; echo "@@ {name}"\n{block.replace("铁路", word).rstrip()} || true\necho; echo "@@"')
    text = "\n".join(script).replace("10041", str(free_port()))
    result = subprocess.run(["bash", "-c", text], cwd=work, capture_output=True, text=True, errors="replace", timeout=300)
    answers = dict(re.findall(r"^@@ (.+?)\n(.*?)^@@$", result.stdout, re.M | re.S))
    return result, answers


def main():
    banwen, source, section = sys.argv[1:]
    missing = [program for program in PROGRAMS[section] if not shutil.which(program)]
    if missing:
        print("skipped, for want of", ", ".join(missing))
        return 77
    with tempfile.TemporaryDirectory() as work:
        pdf = ",pdf" if section.startswith("Omega") else ""
        formats = ["--format", "sqlite,alto" + pdf, "--bulk", "groonga"]
        subprocess.run([banwen, "convert", os.path.join(source, "samples", ISSUE), "-o", os.path.join(work, "out"), *formats],
                       check=True, capture_output=True)
        words, holders = words_to_ask(os.path.join(work, "out", ISSUE))
        if section.startswith("Omega"):
            words.pop("over a page's end", None)
        if len(words) < (5 if section.startswith("Omega") else 6):
            print("the sample has no phrase over a seam:", words)
            return 1
        result, answers = run_section(section_blocks(os.path.join(source, "docs/indexing.md"), section), words, work, banwen)
        failed = 0
        for name, word in words.items():
            wanted = holders[name]
            if wanted and section.startswith("Omega"):
                wanted = ["issue.pdf"]
            answer = answers.get(name, "no answer " + ISSUE)
            right = any(one in answer for one in wanted) if wanted else ISSUE not in answer and "issue.pdf" not in answer
            print("right" if right else "WRONG", name, word, wanted)
            failed += not right
        if failed:
            print(result.stdout[-3000:], result.stderr[-3000:])
        return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
