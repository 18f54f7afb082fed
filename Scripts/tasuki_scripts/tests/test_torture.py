"""The judge of torture: what it must notice, and what it must let pass. No program runs."""

from __future__ import annotations

import contextlib
import hashlib
import io
import pathlib
import random
import sqlite3
import tempfile
import unittest
from unittest import mock

from tasuki_scripts.torture import database, family, judge, ledger, powercut, program, report
from tasuki_scripts.torture.ground import Ground, Site, Tally


def told(*lines: str) -> ledger.Ledger:
    book = ledger.Ledger()
    for line in lines:
        book.feed(line)
    return book


def read(*rows: database.Kept, events: int = 9) -> database.Reading:
    return database.Reading(kept=list(rows), numbers={"s": events}, size=events)


ROW = database.Kept("k", "s", "SG", 1, 2, 3)


class Ledgers(unittest.TestCase):
    def test_an_answer_stays_what_it_was(self) -> None:
        self.assertEqual(told("sent k", "ok k s s/SG 1 2 3", "ok k s s/SG 1 2 3").contradictions, [])
        for later in ("ok k s s/SG 1 2 4", "refused k code"):
            self.assertEqual(len(told("ok k s s/SG 1 2 3", later).contradictions), 1, later)
        self.assertEqual(len(told("refused k code", "ok k s s/SG 1 2 3").contradictions), 1)

    def test_a_line_that_is_none_is_told(self) -> None:
        for line in ("", "ok k", "ok k s s/SG one 2 3", "hello k"):
            self.assertEqual(len(told(line).contradictions), 1, line)

    def test_a_failure_leaves_a_key_without_an_answer(self) -> None:
        book = told("sent a", "failed b busy", "ok c s s/SG 1 2 3", "refused d code")
        self.assertEqual(book.unanswered(), ["a", "b"])


class Judging(unittest.TestCase):
    def problems(self, book: ledger.Ledger, reading: database.Reading) -> list[str]:
        return judge.compare(book, reading).problems

    def test_what_was_acknowledged_is_there_once_and_as_it_was_told(self) -> None:
        book = told("ok k s s/SG 1 2 3")
        self.assertEqual(self.problems(book, read(ROW)), [])
        self.assertIn("LOST k", self.problems(book, read())[0])
        self.assertIn("2 times", self.problems(book, read(ROW, ROW))[0])
        self.assertIn("is kept as", self.problems(book, read(database.Kept("k", "s", "SG", 1, 2, 4)))[0])

    def test_what_was_refused_is_not_there(self) -> None:
        self.assertIn("was refused", self.problems(told("refused k code"), read(ROW))[0])
        self.assertIn("promises", self.problems(told("failed k store.disk-full"), read(ROW))[0])

    def test_without_an_answer_both_are_right(self) -> None:
        for book in (told("sent k"), told("failed k internal")):
            self.assertEqual(self.problems(book, read()), [])
            verdict = judge.compare(book, read(ROW))
            self.assertEqual((verdict.problems, verdict.silent), ([], 1))

    def test_nobody_else_wrote_and_nothing_overlaps(self) -> None:
        self.assertIn("nobody sent", self.problems(told(), read(ROW))[0])
        self.assertEqual(judge.compare(told(), read(ROW), strangers=True).problems, [])
        book = told("sent k", "sent other")
        self.assertIn("both claim", self.problems(book, read(ROW, database.Kept("other", "s", "TH", 1, 3, 4)))[0])
        self.assertIn("later ones", self.problems(book, read(ROW, events=2))[0])


class Ends(unittest.TestCase):
    def test_an_end_is_done_a_clear_refusal_or_unclear(self) -> None:
        for code, errors, unclear in (
            (0, "", None), (65, "tasuki: not possible yet", None), (65, "", "without a word"), (None, "", "hang"),
            (70, "tasuki: something", "unclear error"), (-9, "", "SIGKILL"), (1, "Fatal error: index", "crash"),
            (64, "Error: NSCocoaErrorDomain", "unclear error"),
        ):
            said = program.Outcome(("status",), code, "", errors).unclear()
            self.assertTrue(said is None if unclear is None else unclear in str(said), (code, errors, said))


class Frontiers(unittest.TestCase):
    def test_the_root_is_that_of_rfc_6962(self) -> None:
        def leaf(data: bytes) -> bytes:
            return hashlib.sha256(b"\0" + data).digest()

        a, b, c, d = map(leaf, (b"a", b"b", b"c", b"d"))
        frontier = database.Frontier()
        self.assertEqual(frontier.root, hashlib.sha256(b"").digest())
        for one in (a, b, c):
            frontier.append(one)
        self.assertEqual(frontier.root, database.node(database.node(a, b), c))
        self.assertEqual((frontier.size, len(frontier.peaks)), (3, 2))
        frontier.append(d)
        self.assertEqual(frontier.peaks, [database.node(database.node(a, b), database.node(c, d))])


class Heads(unittest.TestCase):
    def test_a_line_that_the_log_does_not_know_is_told(self) -> None:
        memory = database.LogMemory(heads={1: "aa", 2: "bb"})
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            self.assertEqual(database.check_heads_file(place, memory, False), [])
            self.assertEqual(len(database.check_heads_file(place, memory, True)), 1)
            whole = "1 aa\n2 bb\n"
            for text, defects in ((whole, 0), ("1 aa\n", 1), (whole + "3 cc\n", 1), (whole + "2 b", 1)):
                (place / "heads").write_text(text)
                self.assertEqual(len(database.check_heads_file(place, memory, True)), defects, text)

    def test_a_database_that_is_none_is_a_problem_and_no_exception(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            sqlite3.connect(pathlib.Path(folder) / "tasuki.sqlite").close()
            self.assertIn("sqlite: no such table", database.read(pathlib.Path(folder)).problems[0])


class PowerCuts(unittest.TestCase):
    """A file of four bytes; three writes, of which only the first was made before the sync began."""

    def image(self, keep: str) -> bytes:
        def record(op: str, offset: int = 0, body: bytes = b"") -> bytes:
            named = str(root / "f").encode()
            return powercut.HEADER.pack(
                powercut.MAGIC, ord(op), len(named), 7, inode, offset, len(body)) + named + body

        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve() / "w"
            root.mkdir()
            (root / "f").write_bytes(b"....")
            inode = (root / "f").stat().st_ino
            disk = powercut.Disk(root)
            journal = root.parent / "journal"
            synced = record("W", 0, b"A") + record("B") + record("W", 3, b"D") + record("S")
            journal.write_bytes(synced + record("W", 1, b"B") + record("W", 2, b"CUT")[:-1])
            self.assertEqual(disk.replay(journal), 5)
            disk.image(root.parent / "image", keep, random.Random(1))
            return (root.parent / "image" / "f").read_bytes()

    def test_what_was_synced_stays_and_the_rest_is_the_disks(self) -> None:
        self.assertEqual(self.image("none"), b"A...")
        self.assertEqual(self.image("all"), b"AB.D")
        self.assertIn(self.image("ordered"), (b"A...", b"A..D", b"AB.D"))
        self.assertIn(self.image("some"), (b"A...", b"A..D", b"AB..", b"AB.D"))


class Families(unittest.TestCase):
    def run_rounds(self, one: type[family.Family], rounds: int) -> tuple[Tally, list[dict]]:
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
            place = pathlib.Path(folder)
            ground = Ground(mock.Mock(), place, place / "evidence", 1, "Scripts/torture", is_long=False)
            with mock.patch("tasuki_scripts.torture.drivers.drivers", return_value=[]):
                return one(ground).run(0, rounds, None), ground.defects

    def test_a_harness_that_stumbles_is_no_sound_round(self) -> None:
        class Stumbling(family.Family):
            name = "stumbling"
            needs_answers = False

            def round(self, number: int, dice: random.Random) -> None:
                raise KeyError("lost")

        tally, defects = self.run_rounds(Stumbling, 2)
        self.assertEqual((tally.rounds, tally.defects), (2, 2))
        self.assertIn("the harness failed: KeyError", defects[0]["defect"])
        self.assertEqual(defects[1]["repeat"], "Scripts/torture --only stumbling --seed 1 --from 1 --rounds 1")

    def test_rounds_in_which_nothing_was_acknowledged_have_shown_nothing(self) -> None:
        class Silent(family.Family):
            name = "silent"

            def round(self, number: int, dice: random.Random) -> None:
                pass

        self.assertIn("nothing was acknowledged", self.run_rounds(Silent, 3)[1][0]["defect"])

    def test_where_work_does_not_go_on_there_is_a_defect(self) -> None:
        one = family.Family(mock.Mock())
        site = Site(pathlib.Path("/nowhere"))

        def start(site: Site, seed: int, actions: int) -> mock.Mock:
            if accepts:
                site.ledger.feed("ok k s s/SG 1 2 3")
            return mock.Mock(wait=lambda limit=None: program.Outcome(("drive",), code, "", "said"))

        one.doors = [mock.Mock(start=start)]
        for accepts, code, defects in ((True, 0, 0), (False, 0, 1), (False, 65, 1)):
            site.ledger = ledger.Ledger()
            one.ground.reset_mock()
            one.goes_on(1, site, "afterwards", actions=1, full=True)
            self.assertEqual((one.ground.defect.call_count, one.ground.examine.call_count), (defects, 1))


class Reports(unittest.TestCase):
    def test_the_total_is_of_all_families(self) -> None:
        tallies = [Tally("kill", rounds=2, acknowledged=1500), Tally("clock", rounds=1, notes={"a jump": 3})]
        lines = report.table(tallies).split("\n")
        counted = [lines[index].split()[:2] for index in (3, 4, 6)]
        self.assertEqual(counted, [["kill", "2"], ["clock", "1"], ["total", "3"]])
        self.assertIn("1,500", lines[6])
        self.assertEqual(lines[-1], "clock: a jump (3)")
        self.assertEqual(report.summary(tallies, [], 7), "\nNo defects (seed 7).")
