"""Too few descriptors, too little memory, files that may not grow."""

from __future__ import annotations

import random
import resource
import signal
import typing

from . import full_disk
from . import family as families
from . import ground as grounds

MEGABYTE = 1 << 20
# How a process ends that gets no memory: that is no answer, but nobody can give one without memory.
OUT_OF_MEMORY = {
    -signal.SIGKILL,
    -signal.SIGABRT,
    -signal.SIGTRAP,
    -signal.SIGILL,
    -signal.SIGSEGV,
    -signal.SIGBUS,
    127,
}


class Limits(families.Family):
    name = "limits"
    about = "few descriptors, little memory, files that may not grow: what was acknowledged stays, refusals are clear"
    rounds = 36
    ci_rounds = 5

    def round(self, number: int, dice: random.Random) -> None:
        site = self.ground.site()
        kind = ["descriptors", "memory", "size"][number % 3]
        amount, before = self.limit(kind, site, dice)
        details = f"{kind} limited to {amount}"
        self.tally.faults += 1
        if dice.random() < 0.4:
            command = dice.choice([["status", "t0"], ["audit", "verify"], full_disk.act(number), ["history", "t0"]])
            outcome = self.program.run(*command, "--workspace", str(site.folder), before=before)
            details = f"{command[0]}, {details}"
        else:
            door = dice.choice(self.doors)
            outcome = door.start(site, number, actions=600, before=before).wait()
            details = f"{door.name}, {details}"
        if kind == "memory" and (outcome.code in OUT_OF_MEMORY or outcome.code is None and "memory" in outcome.errors):
            self.tally.note("ended by the system for want of memory")
        else:
            self.ended(outcome, number, site, details)
        self.ground.examine(site, self.tally, number, full=True, details=details)
        self.goes_on(number, site, "without the limit", actions=20, full=False, details=details)
        self.ground.drop(site)

    def limit(self, kind: str, site: grounds.Site, dice: random.Random) -> tuple[str, typing.Callable[[], None]]:
        if kind == "descriptors":
            amount = dice.choice([10, 12, 14, 16, 18, 20, 24, 28, 32, 48])
            return str(amount), lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (amount, amount))
        if kind == "memory":
            amount = dice.choice([160, 220, 300, 400, 600]) * MEGABYTE
            return f"{amount // MEGABYTE} MB", lambda: resource.setrlimit(resource.RLIMIT_AS, (amount, amount))
        size = site.database.stat().st_size
        amount = dice.choice([4096, 32 * 1024, 200 * 1024, size, size + 40_000, size + 400_000])
        is_told = dice.random() < 0.5

        def before() -> None:
            # Told by a signal, as a shell leaves it, or by an error, as services often have it.
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL if is_told else signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (amount, amount))

        return f"{amount} bytes, {'signal' if is_told else 'error'}", before
