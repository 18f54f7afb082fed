"""The program under torture: how it is started, and what counts as a clear end."""

from __future__ import annotations

import dataclasses
import functools
import os
import pathlib
import re
import shutil
import signal
import subprocess
import typing

from tasuki_scripts import processes

# The exit codes that the program documents: done, a check found something, and the kinds of refusal. 70, an internal
# fault, is documented too, but tells a person nothing, so it is no clear refusal.
CLEAR_CODES = {1, 64, 65, 66, 69, 77, 78}
# What a crash of a Swift program leaves on standard error.
CRASH = re.compile(r"Fatal error|Crash:|\bBacktrace\b|Illegal instruction|stack trace|Program crashed", re.IGNORECASE)
# What the argument parser, or an error that nobody translated, prints.
RAW = re.compile(r"^Error: |^tasuki: unexpected: |NSCocoaErrorDomain|NSPOSIXErrorDomain", re.MULTILINE)


@functools.cache
def backtraces() -> str:
    """How a program tells of its crash: one that contains Swift's libraries does not find by itself what reads its memory."""
    compiler = shutil.which("swift")
    reader = pathlib.Path(compiler).resolve().parents[1] / "libexec/swift/linux/swift-backtrace" if compiler else None
    if reader is None or not reader.is_file():
        # What a crash leaves behind is its signal, and the words of a fatal error.
        return "enable=no"
    return f"enable=yes,interactive=no,color=no,symbolicate=fast,threads=crashed,limit=12,swift-backtrace={reader}"


@dataclasses.dataclass(frozen=True)
class Outcome:
    """How a run ended: `code` is negative where a signal ended it, None where its time was over."""

    command: tuple[str, ...]
    code: int | None
    output: str
    errors: str

    @property
    def is_done(self) -> bool:
        return self.code == 0

    def unclear(self) -> str | None:
        """Why this end is neither done nor a clear refusal; None where it is one of the two."""
        shown = " ".join(self.command[:8])
        if self.code is None:
            return f"hang: {shown}"
        if CRASH.search(self.errors):
            return f"crash: {shown}: {excerpt(self.errors)}"
        if self.code < 0:
            return f"ended by {signal_name(-self.code)}: {shown}: {excerpt(self.errors)}"
        if self.code == 0:
            return None
        if RAW.search(self.errors) or self.code not in CLEAR_CODES:
            return f"unclear error (exit {self.code}): {shown}: {excerpt(self.errors)}"
        if not (self.errors.strip() or self.output.strip()):
            return f"exit {self.code} without a word: {shown}"
        return None

    @property
    def words(self) -> str:
        return excerpt(self.errors or self.output)


def excerpt(text: str, limit: int = 300) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else words[:limit] + " …"


def signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


class Program:
    def __init__(self, path: pathlib.Path, configuration: pathlib.Path, scratch: pathlib.Path) -> None:
        self.path = path
        self.configuration = configuration
        self.scratch = scratch
        bench = path.with_name("tasuki-bench")
        #: What acts on a workspace with the libraries of the program in its own process, where it was built as well.
        self.bench = bench if os.access(bench, os.X_OK) else None
        self._has: dict[str, bool] = {}
        self._started: list[subprocess.Popen[bytes]] = []

    def end(self) -> None:
        """Ends what was started and still runs, and nothing else."""
        for process in self._started:
            if process.poll() is None:
                process.kill()
                process.wait()

    def environment(self, more: dict[str, str] | None = None) -> dict[str, str]:
        plain = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LANG": "C.UTF-8",
            "COLUMNS": "80",
            "USER": "torture",
            "HOME": str(self.scratch),
            "TASUKI_CONFIG": str(self.configuration),
            "SWIFT_BACKTRACE": backtraces(),
        }
        return plain | (more or {})

    def start(
        self,
        arguments: typing.Sequence[str],
        environment: dict[str, str] | None = None,
        prefix: typing.Sequence[str] = (),
        before: typing.Callable[[], None] | None = None,
        output: typing.Any = None,
        errors: typing.Any = None,
        path: pathlib.Path | None = None,
    ) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [*prefix, str(path or self.path), *arguments],
            env=self.environment(environment),
            stdin=subprocess.DEVNULL,
            stdout=output if output is not None else subprocess.DEVNULL,
            stderr=errors if errors is not None else subprocess.DEVNULL,
            preexec_fn=before,
        )
        self._started = [other for other in self._started if other.returncode is None] + [process]
        return process

    def run(
        self,
        *arguments: str,
        limit: float = 300,
        **surroundings: typing.Any,
    ) -> Outcome:
        """`surroundings` are those of `start`."""
        ran = processes.run(
            lambda output, errors: self.start(arguments, output=output, errors=errors, **surroundings),
            limit,
            self.scratch,
        )
        return Outcome(tuple(arguments), ran.code, ran.output, ran.errors)

    def has(self, *command: str) -> bool:
        """Whether this version of the program knows a command."""
        words = " ".join(command)
        if words not in self._has:
            outcome = self.run(*command, "--help")
            # An unknown subcommand gives the help of the one above it.
            self._has[words] = outcome.is_done and f"USAGE: tasuki {words}" in outcome.output
        return self._has[words]
