"""Two ways in under load: `tasuki-bench drive` in process, and `tasuki serve` with clients of our own. One ledger."""

from __future__ import annotations

import dataclasses
import random
import re
import signal
import subprocess
import threading
import time
import typing

from tasuki_scripts import processes

from . import client as clients
from . import ground as grounds
from . import program as programs

# What hangs ends some day; nothing that works takes so long, on however busy a machine.
LIMIT = 300.0
NOT_BUSY = f"nothing was acknowledged within {LIMIT:.0f} s"
# For a run that is ended from outside.
UNTIL_ENDED = 3600.0


class Run:
    """A running driver; the ledger is complete once `wait` has returned."""

    def __init__(self, site: grounds.Site, arguments: typing.Sequence[str], process: subprocess.Popen[bytes]) -> None:
        self.site = site
        self.arguments = tuple(arguments)
        self.process = process
        # Set as soon as something was acknowledged, or the process has ended.
        self.busy = threading.Event()
        self.errors: list[str] = []
        # The last failure that the driver told in its own way.
        self.told = ""
        self._threads: list[threading.Thread] = []

    def kill(self) -> None:
        self.signal(signal.SIGKILL)

    def signal(self, number: int) -> None:
        # The process is not waited for by anybody else, so its id cannot be another's by now.
        if self.process.poll() is None:
            self.process.send_signal(number)

    def wait_busy(self) -> bool:
        """Whether something was acknowledged, or the process has ended."""
        return self.busy.wait(LIMIT)

    def wait_more(self, before: int) -> bool:
        """Whether more than so many are acknowledged; not where the process ends first."""
        ends = time.monotonic() + LIMIT
        while self.site.ledger.count("ok") <= before:
            if self.process.poll() is not None or time.monotonic() > ends:
                return False
            time.sleep(0.01)
        return True

    def settle(self) -> int:
        """How many are acknowledged once no more come for a second, as after a fault that nothing survives."""
        ends = time.monotonic() + LIMIT
        known, since = -1, 0.0
        while time.monotonic() < ends:
            count = self.site.ledger.count("ok")
            if count != known:
                known, since = count, time.monotonic()
            elif time.monotonic() > since + 1:
                break
            time.sleep(0.01)
        return known

    def wait(self, limit: float = LIMIT) -> programs.Outcome:
        """Waits for the end by itself; kills the process where it does not come."""
        code = processes.ended(self.process, limit)
        for thread in self._threads:
            thread.join(LIMIT)
        return programs.Outcome(self.arguments, code, self.told, "\n".join(self.errors))

    def stop(self) -> programs.Outcome:
        """Asks the process to end, as Ctrl-C would."""
        self.signal(signal.SIGTERM)
        return self.wait()

    def follow(self, stream: typing.IO[bytes], take: typing.Callable[[str], None]) -> None:
        """Reads a pipe to its end, whatever becomes of the process."""

        def read() -> None:
            with stream:
                for line in stream:
                    take(line.decode("utf-8", "replace").rstrip("\n"))
            self.busy.set()

        thread = threading.Thread(target=read, daemon=True)
        thread.start()
        self._threads.append(thread)

    def take_error(self, line: str) -> None:
        if len(self.errors) < 200:
            self.errors.append(line)


@dataclasses.dataclass(frozen=True)
class Load:
    """So many actors, until so many actions are done or so many seconds are over, or for ever."""

    seed: int
    actors: int
    actions: int | None
    seconds: float | None


AnyRun = typing.TypeVar("AnyRun", bound=Run, covariant=True)


class Driver(typing.Generic[AnyRun]):
    """One door of the program, and how load comes to it."""

    name = ""
    actors = 1

    def __init__(self, program: programs.Program) -> None:
        self.program = program

    def start(
        self,
        site: grounds.Site,
        seed: int,
        actors: int | None = None,
        actions: int | None = None,
        seconds: float | None = None,
        **surroundings: typing.Any,
    ) -> AnyRun:
        """`surroundings` are those of `Program.start`: environment, prefix and before."""
        load = Load(seed, self.actors if actors is None else actors, actions, seconds)
        return self.put(load, site, surroundings)

    def put(self, load: Load, site: grounds.Site, surroundings: dict[str, typing.Any]) -> AnyRun:
        raise NotImplementedError


class BenchDriver(Driver[Run]):
    name = "bench"
    actors = 16

    def put(self, load: Load, site: grounds.Site, surroundings: dict[str, typing.Any]) -> Run:
        seed, actors, actions, seconds = dataclasses.astuple(load)
        arguments = ["drive", "--workspace", str(site.folder), "--seed", str(seed), "--actors", str(actors)]
        if actions is not None:
            arguments += ["--actions", str(actions)]
        if seconds is not None:
            arguments += ["--seconds", str(max(1, round(seconds)))]
        process = self.program.start(
            arguments, output=subprocess.PIPE, errors=subprocess.PIPE, path=self.program.bench, **surroundings
        )
        run = Run(site, arguments, process)

        def take(line: str) -> None:
            site.ledger.feed(line)
            if line.startswith("ok "):
                run.busy.set()
            elif line.startswith("failed "):
                run.told = line

        assert process.stdout and process.stderr
        run.follow(process.stdout, take)
        run.follow(process.stderr, run.take_error)
        return run


class HTTPDriver(Driver["HTTPRun"]):
    name = "http"
    actors = 8

    def put(self, load: Load, site: grounds.Site, surroundings: dict[str, typing.Any]) -> HTTPRun:
        arguments = ["serve", "--without-accounts", "--port", "0", "--workspace", str(site.folder)]
        process = self.program.start(arguments, errors=subprocess.PIPE, **surroundings)
        return HTTPRun(site, arguments, process, load)


class HTTPRun(Run):
    def __init__(
        self,
        site: grounds.Site,
        arguments: typing.Sequence[str],
        process: subprocess.Popen[bytes],
        load: Load,
    ) -> None:
        super().__init__(site, arguments, process)
        self.port = 0
        self.listening = threading.Event()
        self._ends = None if load.seconds is None else time.monotonic() + load.seconds
        self._left = load.actions
        self._lock = threading.Lock()
        # What an earlier life left without an answer is sent again first: its key must make that safe.
        self._again = [key for key in site.ledger.unanswered() if key.startswith("h")][:50]
        assert process.stderr
        self.follow(process.stderr, self._announced)
        threads = [
            threading.Thread(target=self._work, args=(load.seed, actor), daemon=True) for actor in range(load.actors)
        ]
        for thread in threads:
            thread.start()
        self._threads += threads
        if load.actions is not None or load.seconds is not None:
            threading.Thread(target=self._end_when_done, args=(threads,), daemon=True).start()

    def _announced(self, line: str) -> None:
        match = re.search(r"Serving http://127\.0\.0\.1:(\d+)", line)
        if match:
            self.port = int(match[1])
            self.listening.set()
        else:
            self.take_error(line)

    def comes_up(self) -> bool:
        """Whether it listens now; not where it has ended instead."""
        ends = time.monotonic() + LIMIT
        while not self.listening.wait(0.05):
            if self.process.poll() is not None or time.monotonic() > ends:
                return False
        return True

    def _end_when_done(self, threads: list[threading.Thread]) -> None:
        for thread in threads:
            thread.join()
        self.signal(signal.SIGTERM)

    def _may_go_on(self) -> bool:
        if self.process.poll() is not None or (self._ends is not None and time.monotonic() > self._ends):
            return False
        with self._lock:
            if self._left is not None:
                self._left -= 1
                return self._left >= 0
        return True

    def _work(self, seed: int, actor: int) -> None:
        while not self.listening.wait(0.05):
            if self.process.poll() is not None:
                return
        client = clients.Client(self.port, self.site.ledger, f"h{seed}-{actor}", random.Random(f"{seed}/{actor}"))
        for key in self._again[actor::8]:
            client.again(key)
        faults = 0
        while self._may_go_on() and faults < 20:
            state = client.step()
            if state == "ok":
                self.busy.set()
            # A store that has failed for good answers every request alike: that was seen often enough.
            faults = faults + 1 if state == "failed" else 0
            if state == "sent" and self.process.poll() is None:
                time.sleep(0.01)
        client.close()


def drivers(program: programs.Program) -> list[Driver[Run]]:
    """Both, or the one door of the program where no `tasuki-bench` lies beside it."""
    return ([BenchDriver(program)] if program.bench else []) + [HTTPDriver(program)]
