"""Contestants of a job, and the commands that they run."""

from __future__ import annotations

import dataclasses
import json
import os
import pathlib
import subprocess
from collections.abc import Callable

from tasuki_scripts import processes


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


def execute(command: list, environment: dict | None = None, limit: float = 600) -> processes.Ran:
    """Runs a command to its end, and measures it from outside."""
    line = [str(part) for part in command]
    surroundings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(environment or {})}
    try:
        return processes.run(
            lambda output, errors: subprocess.Popen(
                line, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=surroundings),
            limit)
    except OSError as error:
        raise Missing(f"{command[0]}: {error.strerror}") from error


def succeeded(ran: processes.Ran, what: str, missing_on: tuple[int, ...] = ()) -> processes.Ran:
    """`ran`, unless it failed; exit codes in `missing_on` say that there is no such command."""
    if ran.code == 0:
        return ran
    if ran.code is None:
        raise Failed(f"{what} was killed after {ran.seconds:.0f} s")
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
