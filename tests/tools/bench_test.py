"""Tests the scripts behind tools/bench with programs that only play banwen's peers."""
import json
import pathlib
import sys
import tempfile
import types
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools" / "measure"))

import bench  # noqa: E402
import benchmark_page  # noqa: E402
import programs  # noqa: E402


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.addCleanup(self.temporary.cleanup)


class RunMeasured(Folder):
    BUSY = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass\n"

    def run_python(self, code):
        return programs.run_measured([sys.executable, "-c", code], self.folder / "log")

    def test_counts_a_child_that_is_left_behind(self):
        leave = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {self.BUSY!r}])\n"
        self.assertGreater(self.run_python(leave)["cpu"], 0.29)

    def test_tells_the_memory_of_the_largest_process(self):
        self.assertGreater(self.run_python("a = bytearray(300_000_000)")["peak_mb"], 280)

    def test_tells_of_failure(self):
        self.assertEqual(self.run_python("raise SystemExit(3)")["failed"], 1)
        self.assertEqual(self.run_python("")["failed"], 0)


class Reader(programs.PageProgram):
    """Reads every page as its own name, and fails on those that are named so."""

    def read_page(self, page, text, log):
        failed = "bad" in page.name
        if not failed:
            text.write_text(page.stem)
        return {"cpu": 2.0, "peak_mb": 10.0, "failed": int(failed)}


class ReadIssue(Folder):
    def setUp(self):
        super().setUp()
        self.pages = self.folder / "dawn"
        self.pages.mkdir()
        for name in ("page-01.png", "page-02-bad.png"):
            (self.pages / name).touch()
        truth = {"pages": [{"lines": [{"text": "河上 的新桥"}, {"text": "今日通车。"}]}], "articles": []}
        (self.pages / "truth.json").write_text(json.dumps(truth))
        self.reader = Reader("reader", "1", self.folder / "results")

    def test_leaves_an_empty_text_for_a_page_that_failed(self):
        self.reader.read_issue(self.pages)
        texts = {file.name: file.read_text() for file in (self.reader.texts / "dawn").iterdir()}
        self.assertEqual(texts, {"page-01.txt": "page-01", "page-02-bad.txt": ""})

    def test_is_done_only_once_it_has_ended(self):
        self.assertFalse(self.reader.has_done("dawn"))
        self.reader.read_issue(self.pages)
        self.assertTrue(self.reader.has_done("dawn"))
        self.assertFalse(Reader("reader", "2", self.folder / "results").has_done("dawn"))

    def test_sums_what_it_cost(self):
        self.reader.read_issue(self.pages)
        usage = programs.total_usage(self.reader, ["dawn"], self.folder)
        self.assertEqual(usage["failed"], 1)
        self.assertEqual(usage["peak_mb"], 10)
        self.assertEqual(usage["characters_a_second"], 10 / 4)


class Orders(unittest.TestCase):
    def test_the_judging_set_keeps_off_the_tuning_seeds(self):
        seeds = [order.seed for order in bench.judging_orders()]
        self.assertGreaterEqual(min(seeds), 200)
        self.assertEqual(len(seeds), len(set(seeds)))
        self.assertLess(max(order.seed for order in bench.fast_orders()), 200)

    def test_the_judging_set_has_at_least_sixty_pages(self):
        self.assertGreaterEqual(sum(order.pages for order in bench.judging_orders()), 60)

    def test_its_first_twelve_issues_hold_every_kind_and_wear(self):
        self.assertEqual(len({(order.kind, order.wear) for order in bench.judging_orders()[:12]}), 12)


class Page(Folder):
    ROWS = [{"name": "ours", "version": "1", "usage": {"characters_a_second": 20.4, "peak_mb": 99.6, "failed": 0},
             "columns": {"all": {"count": 2, "page_ned": {"value": 0.25, "low": 0.1, "high": 0.4}},
                         "worn": {"count": 1, "page_ned": {"value": 0.5, "low": 0.5, "high": 0.5}}}},
            {"name": "theirs", "absent": "not here"}]

    def section(self):
        pages = self.folder / "pages"
        (pages / "tabloid-worn-300-201").mkdir(parents=True)
        truth = {"pages": [{"lines": [{"text": "新桥"}]}], "articles": [{"type": "article"}, {"type": "folio"}]}
        (pages / "tabloid-worn-300-201" / "truth.json").write_text(json.dumps(truth))
        return benchmark_page.programs_section(self.ROWS, pages, ["tabloid-worn-300-201"])

    def test_has_dashes_for_what_was_not_measured(self):
        section = self.section()
        self.assertIn("| ours | – | – | 0.250 [0.100, 0.400] | – | – | – |", section)
        self.assertIn("| theirs | – | – | – | – | – | – |", section)
        self.assertIn("| theirs | – | – | – | not here |", section)
        self.assertIn("1 issues, 1 pages, 1 articles, 2 characters; seeds 201 to 201", section)

    def test_goes_from_the_mildest_wear_to_the_worst(self):
        self.assertEqual(benchmark_page.in_order_of_harm({"worn", "0.7", "ruined", "scan", "clean"}),
                         ["clean", "scan", "worn", "ruined", "0.7"])

    def test_replaces_one_section_and_keeps_the_others(self):
        file = self.folder / "BENCHMARKS.md"
        for name, text in (("programs", "old\n"), ("layout", "kept\n"), ("programs", "new\n")):
            benchmark_page.replace_section(file, name, text)
        text = file.read_text()
        self.assertTrue(text.startswith("# Benchmarks"))
        self.assertNotIn("old", text)
        self.assertEqual(text.count("new"), 1)
        self.assertEqual(text.count("kept"), 1)


class Peers(Folder):
    def test_are_skipped_where_they_are_not(self):
        options = types.SimpleNamespace(peers=self.folder, peer_modules=None)
        absent = {program.name: program.absent
                  for program in programs.all_programs(self.folder, pathlib.Path("/bin/true"), options, self.folder)}
        self.assertIn("--peers", absent["PP-OCRv4 mobile"])
        self.assertIn("accurate", absent["tesseract --psm 3, model accurate"])


if __name__ == "__main__":
    unittest.main()
