"""What the figures become, with those that are kept."""

from __future__ import annotations

import json
import pathlib
import tempfile
import unittest

from tasuki_scripts import ROOT
from tasuki_scripts.bench import serving, summary
from tasuki_scripts.bench.contestants import Failed, Missing, measured, succeeded
from tasuki_scripts.processes import Ran


def job(**more: object) -> dict:
    return {"job": "one", "place": "disk", "title": "t", "measure": "x", "unit": "x/s", "higher_is_better": True} | more


def contestant(name: str, role: str, *figures: float | str) -> dict:
    rounds = [{"round": number, "problem" if isinstance(figure, str) else "x": figure}
              for number, figure in enumerate(figures, 1)]
    return {"name": name, "role": role, "rounds": rounds}


class Summary(unittest.TestCase):
    CONTESTANTS = [
        contestant("Tasuki", "tasuki", 10, 40, 30), contestant("floor", "floor", 100, 100, "failed: cut off"),
        contestant("slow", "peer", 5, 5, 5), contestant("quick", "peer", 20, 20, 20),
        contestant("absent", "peer", "missing: not installed", "missing: not installed", "missing: not installed")]

    def test_ratios_are_medians_of_those_within_a_round(self) -> None:
        rows = {row["contestant"]: row for row in summary.summarize(job(contestants=self.CONTESTANTS))}
        self.assertEqual(rows["Tasuki"]["median"], 30)
        self.assertEqual(rows["Tasuki"]["of_floor"], 0.25)
        self.assertEqual(rows["Tasuki"]["of_best_peer"], 1.5)
        self.assertEqual([name for name, row in rows.items() if row["best_peer"]], ["quick"])
        self.assertIsNone(rows["floor"]["of_floor"])
        self.assertEqual(rows["floor"]["problems"], ["failed: cut off"])
        self.assertEqual((rows["absent"]["rounds"], rows["absent"]["problems"]), (0, ["missing: not installed"]))

    def test_where_less_is_better_the_least_is_best(self) -> None:
        rows = summary.summarize(job(contestants=self.CONTESTANTS, higher_is_better=False))
        self.assertEqual([row["contestant"] for row in rows if row["best_peer"]], ["slow"])

    def test_who_is_missing_stands_in_the_table(self) -> None:
        self.assertIn("**missing: not installed**", summary.table(job(contestants=self.CONTESTANTS)))

    def test_the_kept_tables_are_those_of_the_kept_figures(self) -> None:
        (figures,) = (ROOT / "Scripts" / "bench-results").glob("*.json")
        text, tables = (path.read_text(encoding="utf-8") for path in (figures, figures.with_suffix(".md")))
        self.assertEqual(summary.document(json.loads(text), figures.stem), tables)
        self.assertEqual(summary.kept(json.loads(text)), text)


class Contestants(unittest.TestCase):
    def test_a_contestant_fails_is_missing_or_says_one_line(self) -> None:
        with self.assertRaisesRegex(Failed, "it ended with 1: broken"):
            succeeded(Ran(1, "", "broken\nmore", 0), "it")
        with self.assertRaisesRegex(Missing, "no such command"):
            succeeded(Ran(64, "", "no such command", 0), "it", missing_on=(64,))
        with self.assertRaisesRegex(Failed, "was killed"):
            succeeded(Ran(None, "", "", 600), "it")
        with self.assertRaises(Missing):
            measured(["/nonexistent/program"], "it")
        self.assertEqual(measured(["echo", 'said\n{"x": 1}'], "it"), {"x": 1})
        with self.assertRaisesRegex(Failed, "no line of JSON"):
            measured(["echo", "said"], "it")


class Requests(unittest.TestCase):
    def test_a_request_is_whole(self) -> None:
        self.assertEqual(
            serving.request(8080, "POST", "/v1", {"Idempotency-Key": "k"}, b"{}"),
            b"POST /v1 HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nIdempotency-Key: k\r\nContent-Length: 2\r\n\r\n{}")

    def test_a_plan_is_read_line_by_line_and_a_bad_line_is_named(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            plan = pathlib.Path(folder) / "plan.jsonl"
            plan.write_text('{"connection": 3, "method": "GET", "path": "/a"}\n\n{"connection": 1}\n')
            steps = serving.planned(80, plan)
            self.assertEqual(next(iter(steps)), (3, b"GET /a HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n"))
            with self.assertRaisesRegex(Failed, "line 3"):
                list(serving.planned(80, plan))
