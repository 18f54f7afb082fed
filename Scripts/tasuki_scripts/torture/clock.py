"""A wall clock that jumps, between runs and amid them."""

from __future__ import annotations

import glob
import os
import pathlib
import random
import time

from . import drivers
from . import family as families
from . import ground as grounds

LIBRARIES = [
    "/usr/lib/*/faketime/libfaketimeMT.so.1",
    "/usr/lib*/faketime/libfaketimeMT.so.1",
    "/usr/local/lib/faketime/libfaketimeMT.so.1",
]
JUMPS = ["-1s", "-90s", "-26h", "-40d", "-1500d", "+1s", "+90s", "+26h", "+40d", "+1500d", "-20000d", "+0"]


class Clock(families.Family):
    name = "clock"
    about = "the wall clock jumps back and forward, between runs and amid them: recordedAt never decreases"
    rounds = 12
    ci_rounds = 2

    def __init__(self, ground: grounds.Ground) -> None:
        super().__init__(ground)
        found = [path for pattern in LIBRARIES for path in glob.glob(pattern)]
        self.library = found[0] if found else None
        self.needs_answers = bool(found)

    def round(self, number: int, dice: random.Random) -> None:
        if self.library is None:
            self.tally.note("libfaketime is not installed (apt-get install faketime): NOT TRIED")
            return
        site = self.ground.site("wall")
        setting = self.ground.place("clock")
        for life in range(3):
            self.set(setting, dice.choice(JUMPS))
            environment = {
                "LD_PRELOAD": self.library,
                "FAKETIME_TIMESTAMP_FILE": str(setting),
                "FAKETIME_NO_CACHE": "1",
                # Only the calendar jumps; what waits for a time that passes goes on as it should.
                "FAKETIME_DONT_FAKE_MONOTONIC": "1",
                "DONT_FAKE_MONOTONIC": "1",
            }
            door = dice.choice(self.doors)
            # Through env, since the library disturbs the arguments of a Swift program that it is loaded into first.
            run = door.start(
                site,
                number * 10 + life,
                seconds=drivers.UNTIL_ENDED,
                environment=environment,
                prefix=["/usr/bin/env"],
            )
            if not run.wait_busy() or run.process.poll() is not None:
                self.defect(number, f"{door.name}: {drivers.NOT_BUSY}", site, "; ".join(run.errors[-3:]))
            for _ in range(4):
                self.set(setting, dice.choice(JUMPS))
                self.tally.faults += 1
                time.sleep(dice.uniform(0.05, 0.25))
            if not run.wait_more(site.ledger.count("ok")) and run.process.poll() is None:
                self.tally.note("nothing more is accepted after a jump")
            if dice.random() < 0.5:
                outcome = run.stop()
                if not outcome.is_done:
                    self.defect(number, f"a clean end: {outcome.unclear() or outcome.words}", site, door.name)
            else:
                run.kill()
                run.wait()
            codes = {entry.code for entry in site.ledger.entries.values() if entry.state == "failed"}
            if codes:
                self.defect(number, f"requests failed with {sorted(codes)}", site, door.name)
            # Positions, numbers, and that recordedAt never decreases.
            self.ground.examine(site, self.tally, number, full=life == 2, details=f"life {life}")
        self.ground.drop(site)

    @staticmethod
    def set(setting: pathlib.Path, jump: str) -> None:
        """At once, so that nobody reads half of it."""
        aside = setting.with_suffix(".new")
        aside.write_text(jump + "\n")
        os.replace(aside, setting)
