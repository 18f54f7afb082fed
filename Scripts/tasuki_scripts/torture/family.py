"""One kind of fault, and how its rounds are run."""

from __future__ import annotations

import random
import time
import traceback

from . import drivers
from . import ground as grounds
from . import program as programs


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
        self.doors = drivers.drivers(self.program)
        self.tally = grounds.Tally(self.name)

    def round(self, number: int, dice: random.Random) -> None:
        raise NotImplementedError

    def finish(self) -> None:
        """Runs after the last round."""

    def defect(self, number: int, text: str, site: grounds.Site | None = None, details: str = "") -> None:
        self.ground.defect(self.tally, number, text, site, details)

    def ended(self, outcome: programs.Outcome, number: int, site: grounds.Site, details: str) -> None:
        """An end amid faults is done or a clear refusal."""
        unclear = outcome.unclear()
        if unclear:
            self.defect(number, unclear, site, details)
        elif not outcome.is_done:
            self.tally.openings_refused += 1

    def goes_on(self, number: int, site: grounds.Site, when: str, actions: int, full: bool, details: str = "") -> None:
        """Once the fault is over, actions are accepted again, and nothing is missing afterwards."""
        before = site.ledger.count("ok")
        outcome = self.doors[0].start(site, number + 500_000, actions=actions).wait()
        if not outcome.is_done or site.ledger.count("ok") == before:
            said = outcome.unclear() or f"exit {outcome.code}: {outcome.words}"
            self.defect(number, f"{when}, work does not go on: {said}", site, details)
        afterwards = ", ".join(text for text in (details, f"{when}, after more work") if text)
        self.ground.examine(site, self.tally, number, full=full, details=afterwards)

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
