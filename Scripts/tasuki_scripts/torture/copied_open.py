"""Copies of a workspace that is being written: sound, or refused; never a wrong answer."""

from __future__ import annotations

import random
import shutil
import time

from . import database, drivers, judge
from . import family as families
from . import ground as grounds

FILES = ["tasuki.sqlite", "tasuki.sqlite-wal", "heads"]


class CopiedOpen(families.Family):
    name = "copied-open"
    about = "the files copied one after another while they are written: a copy verifies, or is refused"
    rounds = 20
    ci_rounds = 2

    def round(self, number: int, dice: random.Random) -> None:
        site = self.ground.site()
        run = dice.choice(self.doors).start(site, number, seconds=drivers.UNTIL_ENDED)
        run.wait_busy()
        copies = []
        for _ in range(6):
            time.sleep(dice.uniform(0, 0.3))
            copies.append(self.copy(site, dice))
        backup = self.back_up(site, number) if self.program.has("workspace", "backup") else None
        outcome = run.stop()
        if outcome.unclear():
            self.defect(number, str(outcome.unclear()), site)
        self.ground.examine(site, self.tally, number, full=True)
        if backup:
            self.look(site, *backup, number, "backup", must_be_whole=True)
            self.ground.drop(backup[0])
        for copy, acknowledged, details in copies:
            self.look(site, copy, acknowledged, number, details)
            self.ground.drop(copy)
        self.ground.drop(site)

    def back_up(self, site: grounds.Site, number: int) -> tuple[grounds.Site, set[str]] | None:
        """The program's own copy, while others write: it must be whole."""
        entries, _ = site.ledger.snapshot()
        acknowledged = {key for key, entry in entries.items() if entry.state == "ok"}
        copy = grounds.Site(self.ground.place("backup"))
        outcome = self.program.run("workspace", "backup", str(copy.folder), "--workspace", str(site.folder))
        self.tally.faults += 1
        if outcome.is_done:
            return copy, acknowledged
        self.defect(number, f"a backup amid work: {outcome.unclear() or outcome.words}", site)
        return None

    def copy(self, site: grounds.Site, dice: random.Random) -> tuple[grounds.Site, set[str], str]:
        """The copy, the keys that were acknowledged before it began, and how it was made."""
        entries, _ = site.ledger.snapshot()
        acknowledged = {key for key, entry in entries.items() if entry.state == "ok"}
        order = dice.sample(FILES, len(FILES))
        if dice.random() < 0.2:
            order.remove("heads")
        copy = grounds.Site(self.ground.place("copy"))
        copy.folder.mkdir()
        for name in order:
            if (site.folder / name).exists():
                shutil.copy(site.folder / name, copy.folder / name)
            time.sleep(dice.choice([0, 0, 0.01, 0.05]))
        # Documents lie in the vault before anything names them, so it is copied last.
        shutil.copytree(site.folder / "vault", copy.folder / "vault", ignore=shutil.ignore_patterns(".incoming-*"))
        self.tally.faults += 1
        return copy, acknowledged, "copied in the order " + ", ".join(order)

    def look(
        self,
        site: grounds.Site,
        copy: grounds.Site,
        acknowledged: set[str],
        number: int,
        details: str,
        must_be_whole: bool = False,
    ) -> None:
        outcome, _ = judge.verify(self.program, copy.folder)
        if outcome.unclear():
            self.defect(number, str(outcome.unclear()), copy, details)
            return
        if must_be_whole:
            problems = [] if outcome.is_done else [f"it does not verify: {outcome.words}"]
            problems += judge.check_projections(self.program, copy.folder) or []
            if problems:
                self.defect(number, "; ".join(problems), copy, details)
                return
        if not outcome.is_done:
            self.tally.openings_refused += 1
            self.tally.note(f"a torn copy told by audit verify (exit {outcome.code})")
            return
        memory = database.LogMemory()
        reading = database.read(copy.folder, memory, integrity=True)
        problems = list(reading.problems)
        problems += [
            f"head {size} is none of the original"
            for size, root in memory.heads.items()
            if site.memory.heads.get(size) != root
        ][:3]
        kept = {row.key: row for row in reading.kept}
        entries, _ = site.ledger.snapshot()
        torn = [
            key
            for key in acknowledged
            if key not in kept
            and (answer := entries[key].answer)
            and answer.last <= reading.numbers.get(answer.submission, 0)
        ]
        if torn:
            problems.append(f"the events of {len(torn)} answers are there, the answers are not, such as {torn[0]}")
        lost = [key for key in acknowledged if key not in kept]
        if must_be_whole and lost:
            problems.append(
                f"{len(lost)} actions are missing that were acknowledged before it began, such as {lost[0]}"
            )
        if problems:
            self.defect(number, "a copy that is called sound: " + "; ".join(problems[:4]), copy, details)
        elif lost:
            self.tally.note("a sound copy of a state before the copying began")
        elif must_be_whole:
            self.tally.note("a backup with all that was acknowledged when it began")
        else:
            self.tally.note("a sound copy with all that was acknowledged when it began")
