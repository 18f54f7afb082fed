"""Holds a workspace against what was told: everything acknowledged is there once, everything refused is not there."""

from __future__ import annotations

import dataclasses
import pathlib

from . import database
from . import ledger as ledgers
from . import program as programs


@dataclasses.dataclass
class Verdict:
    acknowledged: int = 0
    found: int = 0
    lost: int = 0
    duplicated: int = 0
    refused_there: int = 0
    # Keys without an answer whose action is there all the same: allowed, and worth knowing.
    silent: int = 0
    problems: list[str] = dataclasses.field(default_factory=list)
    size: int = 0
    head: str = ""
    kept: dict[str, database.Kept] = dataclasses.field(default_factory=dict)


def compare(told: ledgers.Ledger, reading: database.Reading, strangers: bool = False) -> Verdict:
    """`strangers`: whether keys may be there that the ledger never heard of."""
    entries, opened = told.snapshot()
    verdict = Verdict(size=reading.size, head=reading.head)
    say = verdict.problems.append
    verdict.problems += told.contradictions
    rows: dict[str, list[database.Kept]] = {}
    for row in reading.kept:
        rows.setdefault(row.key, []).append(row)
        verdict.kept[row.key] = row
    for key, entry in entries.items():
        there = rows.get(key, [])
        if len(there) > 1:
            verdict.duplicated += 1
            say(f"{key} is there {len(there)} times")
        if entry.state == "ok":
            verdict.acknowledged += 1
            if not there:
                verdict.lost += 1
                say(f"LOST {key}: it was acknowledged as {entry.answer}")
            elif entry.answer != answer_of(there[0]):
                say(f"{key} was acknowledged as {entry.answer}, and is kept as {answer_of(there[0])}")
            else:
                verdict.found += 1
        elif entry.state == "refused" and there:
            verdict.refused_there += 1
            say(f"{key} was refused ({entry.code}), and is there")
        elif entry.state == "failed" and there:
            verdict.silent += 1
            if entry.code in ledgers.NOTHING_KEPT:
                verdict.refused_there += 1
                say(f"{key} failed with {entry.code}, which promises that nothing was kept, and is there")
        elif there:
            verdict.silent += 1
    unknown = rows.keys() - entries.keys()
    if unknown and not strangers:
        say(f"{len(unknown)} keys are there that nobody sent, such as {sorted(unknown)[:3]}")
    for name in opened:
        if not reading.numbers.get(name):
            verdict.lost += 1
            say(f"LOST submission {name}: its opening was acknowledged")
    say_overlaps(reading, verdict)
    return verdict


def answer_of(row: database.Kept) -> ledgers.Answer:
    return ledgers.Answer(row.submission, row.case, row.version, row.first, row.last)


def say_overlaps(reading: database.Reading, verdict: Verdict) -> None:
    """No two accepted requests may claim the same event, and every claimed event must be in the log."""
    ranges: dict[str, list[tuple[int, int, str]]] = {}
    for row in reading.kept:
        ranges.setdefault(row.submission, []).append((row.first, row.last, row.key))
    for name, spans in ranges.items():
        spans.sort()
        for (_, last, key), (first, _, other) in zip(spans, spans[1:]):
            if first <= last:
                verdict.duplicated += 1
                verdict.problems.append(f"{key} and {other} both claim event {first} of {name}")
        if spans and max(span[1] for span in spans) > reading.numbers.get(name, 0):
            verdict.problems.append(
                f"{name} has {reading.numbers.get(name, 0)} events, but {max(spans)[2]} claims later ones"
            )


def verify(
    program: programs.Program, workspace: pathlib.Path, limit: float = 300
) -> tuple[programs.Outcome, list[str]]:
    """The program's own full verification; the problems are empty where it says that all is sound."""
    outcome = program.run("audit", "verify", "--workspace", str(workspace), limit=limit)
    unclear = outcome.unclear()
    if unclear:
        return outcome, [unclear]
    return outcome, [] if outcome.is_done else [f"audit verify: exit {outcome.code}: {outcome.words}"]


def check_projections(program: programs.Program, workspace: pathlib.Path) -> list[str] | None:
    """`tasuki workspace check`; None where the program has no such command."""
    if not program.has("workspace", "check"):
        return None
    outcome = program.run("workspace", "check", "--workspace", str(workspace), limit=300)
    return [] if outcome.is_done else [f"workspace check: exit {outcome.code}: {outcome.words}"]


def check_rebuilding(program: programs.Program, workspace: pathlib.Path) -> list[str]:
    """Lists made anew from the log must have the same bytes as those that grew with it."""
    if not program.has("workspace", "rebuild"):
        return []
    before = database.lists(workspace)
    outcome = program.run("workspace", "rebuild", "--workspace", str(workspace), limit=300)
    if not outcome.is_done:
        return [outcome.unclear() or f"workspace rebuild: exit {outcome.code}: {outcome.words}"]
    after = database.lists(workspace)
    return [f"made anew, {name} has other rows" for name in before if before[name] != after.get(name)]
