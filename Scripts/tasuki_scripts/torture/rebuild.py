"""A workspace as a migration leaves it, whose lists are made anew at its first opening, and killed on the way."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import time

from . import database
from . import family as families
from . import ground as grounds


class Rebuild(families.Family):
    name = "rebuild"
    about = "a workspace whose lists a migration emptied, made anew at opening, by several at once and killed half-way"
    rounds = 12
    ci_rounds = 2

    def round(self, number: int, dice: random.Random) -> None:
        site = self.ground.site()
        # More submissions than one page of the rebuilding, where the driver is there to open them.
        self.doors[0].start(site, number, actors=32, actions=dice.choice([200, 1500])).wait()
        self.ground.examine(site, self.tally, number, full=True, details="before")
        before = database.lists(site.folder)
        self.empty(site)
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
            self.defect(number, f"after killed rebuilds it does not open: {status.unclear() or status.words}", site)
            return
        after = database.lists(site.folder)
        changed = [name for name in before if before[name] != after.get(name)]
        if changed:
            self.defect(number, f"after killed rebuilds {', '.join(changed)} have other rows than before", site)
        self.ground.examine(site, self.tally, number, full=True, rebuild=True, details="after killed rebuilds")
        self.goes_on(number, site, "after killed rebuilds", actions=30, full=True)
        self.ground.drop(site)

    @staticmethod
    def empty(site: grounds.Site) -> None:
        with contextlib.closing(sqlite3.connect(site.database)) as db:
            for table in [*database.LISTS, "snapshot"]:
                db.execute(f"DELETE FROM {table}")
            db.execute("INSERT INTO upkeep (id, rebuiltThrough) VALUES (1, '')")
            db.commit()
