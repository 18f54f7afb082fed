"""Calls that fail: writes, syncs, reads, openings, with errors that disks give, at any of their moments."""

from __future__ import annotations

import json
import random
import re

from . import family as families
from . import ground as grounds
from . import ledger as ledgers
from . import program as programs

# Which calls on which files, with the faults that may meet them.
WRITES = ["EIO", "ENOSPC", "EDQUOT", "SHORT"]
SYNCS = ["EIO", "ENOSPC"]
PLACES = [
    ("pwrite", "w", WRITES),
    ("pwrite", "d", WRITES),
    ("write+pwrite", "h", WRITES),
    ("write", "v", WRITES),
    ("write+pwrite", "dwhv", WRITES),
    ("fsync+fdatasync", "w", SYNCS),
    ("fsync+fdatasync", "d", SYNCS),
    ("fsync+fdatasync", "f", SYNCS),
    ("fsync+fdatasync", "hv", SYNCS),
    ("fsync+fdatasync", "dwhvf", SYNCS),
    ("ftruncate", "dwh", SYNCS),
    ("pread+read", "d", ["EIO", "SHORT"]),
    ("pread+read", "w", ["EIO", "SHORT"]),
    ("pread+read", "hv", ["EIO", "SHORT"]),
    ("open", "dwhv", ["EIO", "EMFILE", "EACCES", "ENOMEM"]),
    ("unlink+rename", "dwv", ["EIO", "ENOSPC", "EROFS"]),
]
COMMANDS = [
    ["status", "t0"],
    ["status"],
    ["history", "t0"],
    ["audit", "verify"],
    ["actions", "t0/SG"],
    ["due"],
    ["act", "t1/TH", "propose", "--as", "officer@ThaiFDA", "--by", "terminal", "--set", "questions.0.text=why"],
]


class WriteErrors(families.Family):
    name = "write-errors"
    about = "EIO, ENOSPC, short writes and short reads at the n-th call, from the n-th on, or by chance"
    rounds = 60
    ci_rounds = 12

    def round(self, number: int, dice: random.Random) -> None:
        if number % 6 == 5:
            self.dependants(number, dice)
            return
        site = self.ground.site()
        trace = self.ground.place("trace")
        calls, files, faults = PLACES[number % len(PLACES)]
        when = dice.choice(["nth", "from", "chance"])
        if dice.random() < 0.3:
            command = dice.choice(COMMANDS)
            rule = f"{calls}:{files}:{dice.choice(faults)}:{when}:{dice.randrange(1, 30)}"
            environment = self.ground.faults(site, rules=rule, trace=str(trace), seed=str(number))
            self.ended(
                self.program.run(*command, "--workspace", str(site.folder), environment=environment),
                number,
                site,
                f"{command[0]} with {rule}",
            )
            details = f"after {command[0]} with {rule}"
        else:
            rule = f"{calls}:{files}:{dice.choice(faults)}:{when}:{int(dice.triangular(1, 400, 20))}"
            environment = self.ground.faults(site, rules=rule, trace=str(trace), seed=str(number))
            door = dice.choice(self.doors)
            details = f"{door.name} with {rule}"
            run = door.start(site, number, actions=600, environment=environment)
            self.ended(run.wait(), number, site, details)
        if trace.exists():
            self.tally.faults += len(trace.read_text().splitlines())
        self.ground.examine(site, self.tally, number, full=True, details=details)
        self.goes_on(number, site, "on a sound disk", actions=40, full=False, details=details)
        self.ground.drop(site)

    def dependants(self, number: int, dice: random.Random) -> None:
        """An action that matters to another submission, which is carried out in a transaction after its own."""
        site, trace = self.ground.site("demo"), self.ground.place("trace")
        self.suspend(site, self.ground.faults(site, rules="pwrite:w:NOTE:from:1", trace=str(trace)))
        calls = len(trace.read_text().splitlines())
        self.ground.drop(site)
        # The last writes are those of the other submission's transaction, those before of the action itself.
        for call in sorted({calls - dice.randrange(4), max(1, calls - dice.randrange(12)), dice.randint(1, calls)}):
            site = self.ground.site("demo")
            rule = f"pwrite:w:{dice.choice(['ENOSPC', 'ENOSPC', 'EIO'])}:from:{call}"
            site.ledger.sent("suspension")
            outcome = self.suspend(site, self.ground.faults(site, rules=rule))
            self.tally.faults += 1
            self.ended(outcome, number, site, f"act with {rule}")
            code = re.search(r"\[([a-z.-]+)\]", outcome.errors)
            if outcome.is_done:
                site.ledger.ok("suspension", ledgers.answer_from(json.loads(outcome.output)))
            else:
                site.ledger.failed("suspension", code[1] if code else "")
            # The story itself was told before there was a ledger.
            self.ground.examine(site, self.tally, number, full=True, details=f"act with {rule}", strangers=True)
            self.ground.drop(site)

    def suspend(self, site: grounds.Site, environment: dict[str, str]) -> programs.Outcome:
        return self.program.run(
            "act",
            "colon-cade/SG",
            "suspend",
            "--as",
            "officer@HSA",
            "--by",
            "terminal",
            "--set",
            "reason=why",
            "--key",
            "suspension",
            "--format",
            "json",
            "--workspace",
            str(site.folder),
            environment=environment,
        )
