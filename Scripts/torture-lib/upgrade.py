"""A workspace of the first release that is brought up to date, and killed on the way."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import time

import database
import drivers
import family as families
import ground as grounds

# What versions 2 and 3 of the tables added; of version 1 only the names matter, since their rows are dropped.
ADDED = ["upkeep", "treeNode", "snapshot", "relianceRow", "caseRow", "approvalRow", "submissionRow"]
REPLACED = ["caseRow", "approvalRow", "submissionRow"]


class Upgrade(families.Family):
    name = "upgrade"
    about = (
        "a workspace of the first release, whose lists are made anew at opening, by several at once and killed half-way"
    )
    rounds = 12
    ci_rounds = 2

    def __init__(self, ground: grounds.Ground) -> None:
        super().__init__(ground)
        self.doors = drivers.drivers(self.program)

    def round(self, number: int, dice: random.Random) -> None:
        site = self.ground.site()
        # More submissions than one page of the rebuilding, where the driver is there to open them.
        self.doors[0].start(site, number, actors=32, actions=dice.choice([200, 1500])).wait(60)
        self.ground.examine(site, self.tally, number, full=True, details="before")
        before = database.lists(site.folder)
        if not self.set_back(site):
            self.tally.note("the tables are of another version than 3: NOT TRIED")
            self.needs_answers = False
            return
        for _ in range(dice.randint(1, 5)):
            crowd = [
                self.program.start(["status", "t0", "--workspace", str(site.folder)])
                for _ in range(dice.choice([1, 1, 3]))
            ]
            time.sleep(dice.uniform(0.01, 0.3))
            for process in crowd:
                process.kill()
                process.wait()
            self.tally.faults += 1
        status = self.program.run("status", "t0", "--workspace", str(site.folder))
        if not status.is_done:
            self.defect(number, f"after killed upgrades it does not open: {status.unclear() or status.words}", site)
            return
        after = database.lists(site.folder)
        changed = [name for name in before if before[name] != after.get(name)]
        if changed:
            self.defect(number, f"after killed upgrades {', '.join(changed)} have other rows than before", site)
        self.ground.examine(site, self.tally, number, full=True, rebuild=True, details="after killed upgrades")
        outcome = self.doors[0].start(site, number + 500_000, actions=30).wait(60)
        if not outcome.is_done:
            self.defect(
                number, f"after killed upgrades work does not go on: {outcome.unclear() or outcome.words}", site
            )
        self.ground.examine(site, self.tally, number, full=True, details="after more work")
        self.ground.drop(site)

    @staticmethod
    def set_back(site: grounds.Site) -> bool:
        with contextlib.closing(sqlite3.connect(site.database)) as db:
            if db.execute("PRAGMA user_version").fetchone()[0] != 3:
                return False
            for table in ADDED:
                db.execute(f"DROP TABLE {table}")
            for table in REPLACED:
                db.execute(f"CREATE TABLE {table} (old INTEGER) STRICT")
            db.execute("DELETE FROM grdb_migrations WHERE identifier IN ('2', '3')")
            db.execute("PRAGMA user_version = 1")
            db.commit()
        return True
