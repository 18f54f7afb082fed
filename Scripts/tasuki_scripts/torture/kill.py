"""Processes that are killed at any moment, on one workspace that is carried from round to round."""

from __future__ import annotations

import random
import time

from . import database, drivers
from . import family as families
from . import ground as grounds

# A workspace that has grown beyond this is given a last full look, and a new one taken.
LARGEST = 30_000


class Kill(families.Family):
    name = "kill"
    about = "kill -9 at a random moment under concurrent writers; the workspace goes on from round to round"
    rounds = 100
    ci_rounds = 60

    def __init__(self, ground: grounds.Ground) -> None:
        super().__init__(ground)
        self.site: grounds.Site | None = None
        self.last = 0

    def round(self, number: int, dice: random.Random) -> None:
        self.last = number
        if number % 20 == 10:
            self.founding(number, dice)
            return
        site = self.site = self.site or self.ground.site()
        if number % 20 == 15 and self.program.has("workspace", "rebuild"):
            self.rebuilding(site, number, dice)
            return
        # The door in process is quicker to come up, so it has most of the rounds.
        door = self.doors[-1] if dice.random() < 0.25 else self.doors[0]
        run = door.start(site, self.ground.seed * 1_000_000 + number, seconds=drivers.UNTIL_ENDED)
        if dice.random() < 0.15:
            phase = "start-up"
            time.sleep(dice.uniform(0, 0.06))
        else:
            phase = "load"
            if not run.wait_busy():
                self.defect(number, f"{door.name}: {drivers.NOT_BUSY}", site, "; ".join(run.errors[-3:]))
            time.sleep(min(dice.expovariate(1 / 0.05), 0.5))
        run.kill()
        outcome = run.wait()
        self.tally.faults += 1
        details = f"{door.name}, killed amid {phase}"
        if outcome.code != -9:
            self.defect(number, f"it ended before it was killed: {outcome.unclear() or outcome.words}", site, details)
        verdict = self.ground.examine(
            site, self.tally, number, full=number % 100 == 99, integrity=number % 20 == 19, details=details
        )
        if verdict.size > LARGEST or verdict.problems:
            if not verdict.problems:
                self.finish()
            self.ground.drop(site)
            self.site = None

    def rebuilding(self, site: grounds.Site, number: int, dice: random.Random) -> None:
        """Lists that are made anew while others write, killed half-way; what is asked meanwhile is answered rightly."""
        before = database.lists(site.folder)
        writer = (
            self.doors[0].start(site, self.ground.seed * 1_000_000 + number, seconds=drivers.UNTIL_ENDED)
            if dice.random() < 0.5
            else None
        )
        if writer:
            writer.wait_busy()
        process = self.program.start(["workspace", "rebuild", "--workspace", str(site.folder)])
        time.sleep(dice.uniform(0.01, 0.15))
        process.kill()
        process.wait()
        self.tally.faults += 1
        if writer:
            writer.kill()
            writer.wait()
        elif database.lists(site.folder) != before:
            self.defect(number, "a rebuilding that was killed left other lists than it found", site)
        self.ground.examine(site, self.tally, number, full=True, rebuild=True, details="workspace rebuild, killed")

    def founding(self, number: int, dice: random.Random) -> None:
        """`tasuki init` killed half-way: nothing, something that can be finished, or a whole workspace."""
        for _ in range(4):
            folder = self.ground.place("founding")
            process = self.program.start(["init", "--workspace", str(folder)])
            time.sleep(dice.uniform(0.01, 0.08))
            process.kill()
            process.wait()
            self.tally.faults += 1
            site = grounds.Site(folder)
            status = self.program.run("status", "--workspace", str(folder))
            again = self.program.run("init", "--workspace", str(folder))
            for outcome in (status, again):
                if outcome.unclear():
                    self.defect(number, f"after init was killed: {outcome.unclear()}", site)
            if again.code != 0 and not (status.is_done and again.code == 69):
                self.defect(
                    number, f"after init was killed, init does not finish it: exit {again.code}: {again.words}", site
                )
            audit = self.program.run("audit", "verify", "--workspace", str(folder))
            if not audit.is_done:
                self.defect(number, f"after init was killed and run again: {audit.words}", site)
            self.ground.drop(site)

    def finish(self) -> None:
        if self.site is not None:
            self.ground.examine(self.site, self.tally, self.last, full=True, rebuild=True, details="at the end")
