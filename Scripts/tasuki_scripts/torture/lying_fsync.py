"""Power cuts: with an honest disk nothing acknowledged is lost; with a lying one a loss is detected, or harmless.

What is guaranteed, and tested here as such:
* honest: every acknowledged action survives, whatever the disk kept of the rest, and verification is sound;
* lying but keeping its order: an earlier state that is whole; where the heads file survived, verification tells of
  the loss;
* lying and keeping anything: damaged files are refused or reported, or what is left is an earlier state that is whole.
Not guaranteed: that a loss is noticed where a lying disk has lost the end of the heads file as well. Then the workspace
is an earlier state of itself, and only a head or a package kept elsewhere tells.
"""

from __future__ import annotations

import random
import time

from . import database, drivers, judge, powercut
from . import family as families
from . import ground as grounds

CUTS = 3


class LyingFsync(families.Family):
    name = "lying-fsync"
    about = "simulated power cuts, with syncs that are honest, or lie about some or all"
    rounds = 30
    ci_rounds = 6

    def round(self, number: int, dice: random.Random) -> None:
        site = self.ground.site()
        journal = self.ground.place("journal")
        lie = [0, 0, 100, dice.choice([5, 30, 70])][number % 4]
        disk = powercut.Disk(site.folder)
        environment = self.ground.faults(site, journal=str(journal), lie=str(lie), seed=str(number))
        door = dice.choice(self.doors)
        run = door.start(site, number, seconds=drivers.UNTIL_ENDED, environment=environment)
        if not run.wait_busy():
            self.defect(number, f"{door.name}: {drivers.NOT_BUSY}", site, "; ".join(run.errors[-3:]))
        time.sleep(dice.uniform(0.01, 0.8))
        if dice.random() < 0.25:
            # A clean end writes everything back and removes the log: a power cut may come right then.
            run.stop()
        else:
            run.kill()
            run.wait()
        disk.replay(journal)
        journal.unlink()
        # What the machine held in memory: the whole truth, against which a loss is measured.
        truth = database.LogMemory()
        known = database.read(site.folder, truth)
        if known.problems:
            self.defect(number, f"before the cut: {known.problems[:3]}", site)
        for index, keep in enumerate(dice.sample(["none", "all", "ordered", "some"], CUTS)):
            image = grounds.Site(self.ground.place("image"), site.ledger.copy())
            # What was acknowledged is counted once, not with each image of it.
            image.counted = (0, 0) if index == 0 else (site.ledger.count("ok"),) * 2
            disk.image(image.folder, keep, dice)
            self.tally.faults += 1
            details = f"{door.name}, {lie} % of syncs lie, of the unsafe {keep} kept"
            if lie == 0:
                self.ground.examine(image, self.tally, number, full=True, details=details)
                self.goes_on(number, image, "after the cut", actions=30, full=False, details=details)
            else:
                self.lied(image, truth, keep, number, details)
            self.ground.drop(image)
        self.ground.drop(site)

    def lied(self, image: grounds.Site, truth: database.LogMemory, keep: str, number: int, details: str) -> None:
        heads = lines_of(image)
        outcome, problems = judge.verify(self.program, image.folder)
        unclear = outcome.unclear()
        if unclear:
            self.defect(number, unclear, image, details)
            return
        if not outcome.is_done:
            self.tally.note("lying disk: damage or loss told" if outcome.code == 1 else "lying disk: refused to open")
            self.tally.openings_refused += outcome.code != 1
            if keep == "ordered" and outcome.code != 1:
                self.defect(number, f"the order was kept, yet it does not open: {outcome.words}", image, details)
            return
        # It says that all is sound: then it must be a whole earlier state of the same log.
        memory = database.LogMemory()
        reading = database.read(image.folder, memory, integrity=True)
        problems = list(reading.problems)
        problems += [
            f"head {size} is none of this log" for size, root in memory.heads.items() if truth.heads.get(size) != root
        ][:3]
        told = judge.compare(image.ledger, reading)
        # Lost is what a lying disk may lose; what is kept must be whole, and of the answers none may lack its events.
        problems += [text for text in told.problems if not text.startswith("LOST")]
        lost = [
            key
            for key, entry in image.ledger.entries.items()
            if entry.state == "ok"
            and entry.answer
            and key not in told.kept
            and entry.answer.last <= reading.numbers.get(entry.answer.submission, 0)
        ]
        if lost:
            problems.append(f"the events of {len(lost)} answers are there, the answers are not, such as {lost[0]}")
        ahead = [line for line in heads if int(line.split(" ")[0]) > reading.size]
        if ahead:
            problems.append(
                f"the heads file knew of {ahead[-1]}, the log ends at {reading.size}, and all is called sound"
            )
        if problems:
            self.defect(
                number, "a lying disk left a state that is called sound: " + "; ".join(problems[:4]), image, details
            )
        elif told.lost:
            self.tally.note("lying disk: a whole earlier state, the loss unknown to the heads file")
        else:
            self.tally.note("lying disk: nothing lost")


def lines_of(image: grounds.Site) -> list[str]:
    """The whole lines of the heads file."""
    path = image.folder / "heads"
    if not path.exists():
        return []
    lines = path.read_bytes().split(b"\n")[:-1]
    return [line.decode("ascii") for line in lines if line and line[:1].isdigit() and line.isascii()]
