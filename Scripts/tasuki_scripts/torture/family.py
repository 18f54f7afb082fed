"""One kind of fault, and how its rounds are run."""

from __future__ import annotations

import random
import time
import traceback

from . import ground as grounds


class Family:
    """One kind of fault; each round is a story of its own with its own dice."""

    name = ""
    about = ""
    # Rounds of a short run, and of the selection for continuous integration.
    rounds = 10
    ci_rounds = 3
    # Whether a family without one acknowledged action has shown nothing.
    needs_answers = True

    def __init__(self, ground: grounds.Ground) -> None:
        self.ground = ground
        self.program = ground.program
        self.tally = grounds.Tally(self.name)

    def round(self, number: int, dice: random.Random) -> None:
        raise NotImplementedError

    def finish(self) -> None:
        """Runs after the last round."""

    def defect(self, number: int, text: str, site: grounds.Site | None = None, details: str = "") -> None:
        self.ground.defect(self.tally, number, text, site, details)

    def run(self, first: int, rounds: int, until: float | None) -> grounds.Tally:
        """At least one round; `until` is a moment of the monotonic clock that ends the family early."""
        began = time.monotonic()
        number = first
        while number < first + rounds and (until is None or number == first or time.monotonic() < until):
            self.tally.rounds += 1
            try:
                self.round(number, self.ground.random(self.name, number))
            except Exception as error:  # A harness that stumbles must say so, and must not pass for a sound round.
                self.program.end()
                where = traceback.extract_tb(error.__traceback__)[-1]
                self.defect(
                    number, f"the harness failed: {type(error).__name__}: {error} ({where.filename}:{where.lineno})"
                )
            number += 1
        self.finish()
        if self.needs_answers and self.tally.rounds >= 3 and not self.tally.acknowledged:
            self.defect(first, "nothing was acknowledged in any round, so nothing was shown")
        self.tally.seconds = time.monotonic() - began
        return self.tally
