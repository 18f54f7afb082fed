"""Files cut off: the database and its write-ahead log at every page, and at odd places in between; the heads file."""

from __future__ import annotations

import pathlib
import random
import shutil

from . import database, drivers, judge
from . import family as families
from . import ground as grounds

PAGE, HEADER, FRAME = 4096, 32, 24


class Truncated(families.Family):
    name = "truncated"
    about = "database, write-ahead log or heads file cut off at pages and odd offsets: sound and whole, or refused"
    rounds = 120
    ci_rounds = 20

    def __init__(self, ground: grounds.Ground) -> None:
        super().__init__(ground)
        self.site: grounds.Site | None = None
        self.whole = ""
        self.size = 0
        self.truth = database.LogMemory()
        self.cuts: list[tuple[str, int]] = []

    def prepare(self) -> grounds.Site:
        """A workspace whose last actions are in the write-ahead log, after a kill; and every place to cut it."""
        site = self.ground.site()
        run = self.doors[-1].start(site, 7, actions=60)
        run.wait()
        run = self.doors[-1].start(site, 8, actors=4, seconds=drivers.UNTIL_ENDED)
        run.wait_more(74)
        run.kill()
        run.wait()
        self.truth = database.LogMemory()
        reading = database.read(site.folder, self.truth, integrity=True)
        verdict = judge.compare(site.ledger, reading)
        if reading.problems or verdict.problems or not site.wal.exists():
            raise RuntimeError(f"the workspace to be cut is not as it should be: {reading.problems + verdict.problems}")
        self.tally.acknowledged, self.tally.found = verdict.acknowledged, verdict.found
        self.size = reading.size
        # The heads file is brought up to date on a copy, so that it knows all that is in the log.
        copy = self.copy(site)
        self.program.run("status", "--workspace", str(copy))
        shutil.copy(copy / "heads", site.folder / "heads")
        self.whole = self.program.run("status", "t0", "--format", "json", "--workspace", str(copy)).output
        shutil.rmtree(copy)
        for file, first, step in ((site.database, 0, PAGE), (site.wal, HEADER, FRAME + PAGE)):
            length = file.stat().st_size
            places = [0, *range(first, length, step)] + [
                first + 1,
                first + step // 2,
                length - 1,
                length - PAGE // 2,
                100,
            ]
            self.cuts += [(file.name, place) for place in sorted(set(places)) if 0 <= place < length]
        heads = site.folder / "heads"
        self.cuts += [(heads.name, heads.stat().st_size * part // 16 + odd) for part in range(16) for odd in (0, 5)]
        return site

    def copy(self, site: grounds.Site) -> pathlib.Path:
        target = self.ground.place("cut")
        shutil.copytree(site.folder, target, ignore=shutil.ignore_patterns("*-shm"))
        return target

    def round(self, number: int, dice: random.Random) -> None:
        site = self.site = self.site or self.prepare()
        if number < len(self.cuts) and self.ground.is_long:
            name, place = self.cuts[number]
        else:
            name, place = self.ground.random("truncated-cuts", number).choice(self.cuts)
        cut = grounds.Site(self.copy(site), site.ledger)
        with open(cut.folder / name, "r+b") as file:
            file.truncate(place)
        self.tally.faults += 1
        self.look(cut, number, f"{name} cut at byte {place}")
        self.ground.drop(cut)

    def look(self, cut: grounds.Site, number: int, details: str) -> None:
        status = self.program.run("status", "t0", "--format", "json", "--workspace", str(cut.folder))
        outcome, _ = judge.verify(self.program, cut.folder)
        for run in (status, outcome):
            if run.unclear():
                self.defect(number, str(run.unclear()), cut, details)
                return
        if not outcome.is_done:
            self.tally.openings_refused += 1
            self.tally.note(f"told by audit verify (exit {outcome.code})")
            if status.is_done and status.output != self.whole:
                told = "and says that entries are lost" if "audit verify" in status.errors else "without a word"
                self.tally.note(f"status shows an earlier state {told}, audit verify tells")
            self.write(cut, number, details)
            return
        memory = database.LogMemory()
        reading = database.read(cut.folder, memory, integrity=True)
        verdict = judge.compare(cut.ledger, reading)
        problems = reading.problems + verdict.problems
        if reading.size != self.size:
            problems.append(f"{reading.size} of {self.size} leaves, and all is called sound")
        if status.output != self.whole:
            problems.append("another status than before, and all is called sound")
        if problems:
            self.defect(number, "; ".join(problems[:4]), cut, details)

    def write(self, cut: grounds.Site, number: int, details: str) -> None:
        """An action on what is damaged: done, or refused clearly; and if done, never called sound afterwards."""
        act = self.program.run(
            "act",
            "t1/SG",
            "propose",
            "--as",
            "officer@HSA",
            "--by",
            "terminal",
            "--set",
            "questions.0.text=why",
            "--workspace",
            str(cut.folder),
        )
        if act.unclear():
            self.defect(number, f"an action on it: {act.unclear()}", cut, details)
            return
        if act.is_done:
            self.tally.note("an action on an earlier state is done")
            outcome, _ = judge.verify(self.program, cut.folder)
            if outcome.is_done:
                self.defect(number, "after one more action a loss is no longer told", cut, details)
