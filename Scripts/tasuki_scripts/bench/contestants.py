"""Contestants of a job, and the commands that they run."""

from __future__ import annotations

import dataclasses
import json
import os
import pathlib
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable


class Missing(Exception):
    """A contestant that cannot run here: reported, and no failure."""


class Failed(Exception):
    """A contestant that ran and failed, which fails the whole benchmark."""


@dataclasses.dataclass
class Round:
    """One turn of all contestants of a job."""

    folder: pathlib.Path
    number: int
    #: The workspace that Tasuki wrote in this round, which the floor replays.
    workspace: pathlib.Path | None = None


@dataclasses.dataclass
class Contestant:
    name: str
    #: tasuki, floor, peer, or reference for what is neither.
    role: str
    #: Gives one result: a dictionary with the job's measure in it.
    run: Callable[[Round], dict]


@dataclasses.dataclass
class Job:
    name: str
    title: str
    #: The member of a result that counts, and what it is called in a table.
    measure: str
    unit: str
    higher_is_better: bool
    contestants: list[Contestant]
    close: Callable[[], None] = lambda: None


@dataclasses.dataclass
class Ran:
    output: str
    errors: str
    code: int
    seconds: float


def execute(command: list, environment: dict | None = None, limit: float = 600) -> Ran:
    """Runs a command to its end, and measures it from outside."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        try:
            process = subprocess.Popen(
                [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
                env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(environment or {})})
        except OSError as error:
            raise Missing(f"{command[0]}: {error.strerror}") from error
        timer = threading.Timer(limit, process.kill)
        timer.start()
        try:
            process.wait()
        finally:
            timer.cancel()
            if process.poll() is None:  # this script was interrupted
                process.kill()
                process.wait()
        seconds = time.perf_counter() - began
        output.seek(0)
        errors.seek(0)
        return Ran(output.read().decode(errors="replace"), errors.read().decode(errors="replace"),
                   process.returncode, seconds)


def succeeded(ran: Ran, what: str, missing_on: tuple[int, ...] = ()) -> Ran:
    """`ran`, unless it failed; exit codes in `missing_on` say that there is no such command."""
    if ran.code == 0:
        return ran
    said = next((line for line in ran.errors.strip().splitlines() if line.strip()), "it said nothing")
    if ran.code in missing_on:
        raise Missing(f"{what}: {said}")
    raise Failed(f"{what} ended with {ran.code}: {said}")


def measured(command: list, what: str, environment: dict | None = None, missing_on: tuple[int, ...] = ()) -> dict:
    """The line of JSON that a contestant prints."""
    ran = succeeded(execute(command, environment), what, missing_on)
    lines = [line for line in ran.output.splitlines() if line.startswith("{")]
    if not lines:
        raise Failed(f"{what} printed no line of JSON")
    try:
        result = json.loads(lines[-1])
    except ValueError as error:
        raise Failed(f"{what} printed malformed JSON: {error}") from error
    for line in ran.errors.splitlines():
        if "warning" in line:
            result.setdefault("warnings", []).append(line)
    return result
