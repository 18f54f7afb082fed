"""SIGTERM and SIGINT at any phase: an end in time, nothing lost, an answer for everybody who was let in."""

from __future__ import annotations

import random
import signal
import time

from . import drivers
from . import family as families


class Signals(families.Family):
    name = "signals"
    about = "SIGTERM and SIGINT at start-up, under load and during the shutdown: in time, nothing lost, all answered"
    rounds = 40
    ci_rounds = 8

    def round(self, number: int, dice: random.Random) -> None:
        site = self.ground.site()
        door = dice.choice(self.doors)
        number_of_signal = dice.choice([signal.SIGTERM, signal.SIGINT])
        phase = dice.choice(["start-up", "load", "load", "shutdown"])
        details = f"{door.name}, {number_of_signal.name} amid {phase}"
        run = door.start(site, number, seconds=drivers.UNTIL_ENDED)
        if phase == "start-up":
            time.sleep(dice.uniform(0, 0.25))
        else:
            run.wait_busy()
            time.sleep(dice.uniform(0, 0.4))
        began = time.monotonic()
        run.signal(number_of_signal)
        if phase == "shutdown":
            for _ in range(dice.choice([1, 2])):
                time.sleep(dice.uniform(0, 0.05))
                run.signal(dice.choice([signal.SIGTERM, signal.SIGINT]))
        outcome = run.wait()
        took = time.monotonic() - began
        self.tally.faults += 1
        if outcome.code is None:
            self.defect(number, f"no end within {drivers.LIMIT:.0f} s", site, details)
        elif phase == "start-up" and outcome.code == -number_of_signal:
            self.tally.note("ended by the signal itself, before it was listened for")
        elif outcome.code != 0:
            self.defect(number, f"exit {outcome.code}: {outcome.unclear() or outcome.words}", site, details)
        verdict = self.ground.examine(site, self.tally, number, full=True, details=details)
        if outcome.code == 0 and phase == "load" and verdict.silent:
            keys = [key for key in verdict.kept if site.ledger.entries[key].state != "ok"][:3]
            self.defect(number, f"{verdict.silent} accepted requests were not answered, such as {keys}", site, details)
        if took > 5:
            self.tally.note("an end that took more than 5 s")
        self.ground.drop(site)
