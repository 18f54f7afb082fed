"""Several drivers, a server and a terminal on one workspace at once."""

from __future__ import annotations

import json
import random
import threading
import time

from . import drivers, full_disk
from . import client as clients
from . import family as families
from . import ground as grounds
from . import ledger as ledgers


class TwoProcesses(families.Family):
    name = "two-processes"
    about = "drivers, servers and a terminal on one workspace at once: nothing lost, every door with the same answers"
    rounds = 8
    ci_rounds = 2

    def round(self, number: int, dice: random.Random) -> None:
        site = self.ground.site()
        runs = [self.doors[0].start(site, number * 10 + index, actions=1500) for index in range(dice.choice([1, 2, 3]))]
        servers = [
            drivers.HTTPDriver(self.program).start(site, number * 10 + 7 + index, actors=4) for index in range(2)
        ]
        terminal = threading.Thread(target=self.terminal, args=(site, number), daemon=True)
        terminal.start()
        killed = dice.random() < 0.4
        if killed:
            # One of them dies in the middle; the others must not notice.
            runs[0].wait_busy()
            time.sleep(dice.uniform(0, 1))
            runs[0].kill()
        for index, run in enumerate(runs):
            outcome = run.wait()
            if not (killed and index == 0) and not outcome.is_done:
                self.defect(number, f"a driver beside others: {outcome.unclear() or outcome.words}", site)
        terminal.join(drivers.LIMIT)
        self.quiet(site, servers, number)
        for server in servers:
            outcome = server.stop()
            if outcome.code != 0:
                self.defect(number, f"a server beside others: {outcome.unclear() or outcome.words}", site)
        busy = sum(entry.state == "failed" for entry in site.ledger.entries.values())
        if busy:
            self.tally.note(f"{busy} requests answered with busy or failed")
        self.tally.faults += len(runs) + len(servers)
        self.ground.examine(site, self.tally, number, full=True, rebuild=True)
        self.ground.drop(site)

    def terminal(self, site: grounds.Site, number: int) -> None:
        for index in range(4):
            key = f"c{number}-{index}"
            site.ledger.sent(key)
            outcome = self.program.run(
                *full_disk.act(number), "--key", key, "--format", "json", "--workspace", str(site.folder)
            )
            if outcome.is_done:
                site.ledger.ok(key, ledgers.answer_from(json.loads(outcome.output)))
            else:
                site.ledger.failed(key, str(outcome.code))
                self.defect(number, f"a terminal beside others: {outcome.unclear() or outcome.words}", site)

    def quiet(self, site: grounds.Site, servers: list[drivers.HTTPRun], number: int) -> None:
        """Once nobody writes, every door must show the same bytes; and know the keys that another was given."""
        for server in servers:
            server._left = 0
        for server in servers:
            for thread in server._threads[1:]:
                thread.join(drivers.LIMIT)
        for name in ("t0", "t1"):
            shown = [clients.get(server.port, f"/v1/submissions/{name}/status")[1].decode() for server in servers]
            shown.append(self.program.run("status", name, "--format", "json", "--workspace", str(site.folder)).output)
            if len(set(shown)) != 1:
                only_ends = len({text.rstrip() for text in shown}) == 1
                what = "only in the white space at their end" if only_ends else "in what they say"
                self.defect(
                    number, f"the doors show {len(set(shown))} different texts of {name}, which differ {what}", site
                )
        entries, _ = site.ledger.snapshot()
        for server in servers:
            client = clients.Client(server.port, site.ledger, "again", random.Random(number))
            for key in [key for key, entry in entries.items() if key.startswith("h") and entry.state == "ok"][:40]:
                # The ledger notes it where the answer differs.
                if client.again(key) != "ok":
                    self.defect(number, f"{key} was accepted at one door and is not known at another", site)
                    break
            client.close()
