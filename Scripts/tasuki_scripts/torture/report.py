"""The table at the end, and the same for machines."""

from __future__ import annotations

import dataclasses
import typing

from tasuki_scripts import tables

from . import ground as grounds

COLUMNS = [
    ("family", "family"),
    ("rounds", "rounds"),
    ("faults", "faults"),
    ("acknowledged", "acknowledged"),
    ("found", "found"),
    ("lost", "lost"),
    ("duplicated", "duplicated"),
    ("refused there", "refused_there"),
    ("silent", "silent"),
    ("refusals", "openings_refused"),
    ("defects", "defects"),
    ("seconds", "seconds"),
]


def cell(tally: grounds.Tally, attribute: str) -> str:
    value = getattr(tally, attribute)
    return f"{value:.1f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


def table(tallies: list[grounds.Tally]) -> str:
    total = grounds.Tally("total")
    for tally in tallies:
        for _, attribute in COLUMNS[1:]:
            setattr(total, attribute, getattr(total, attribute) + getattr(tally, attribute))
    rows = [[title for title, _ in COLUMNS]]
    rows += [[cell(tally, attribute) for _, attribute in COLUMNS] for tally in [*tallies, total]]
    lines = ["  ".join(row).rstrip() for row in tables.aligned(rows)]
    lines.insert(1, "-" * len(lines[0]))
    lines.insert(-1, "-" * len(lines[0]))
    notes = [f"{tally.family}: {text} ({count})" for tally in tallies for text, count in tally.notes.items()]
    return "\n".join(["", *lines, *(["", *notes] if notes else [])])


def line(tally: grounds.Tally) -> str:
    return (
        f"{tally.rounds} rounds, {tally.acknowledged:,} acknowledged, {tally.found:,} found, {tally.lost} lost, "
        f"{tally.defects} defects, {tally.seconds:.1f} s"
    )


def summary(tallies: list[grounds.Tally], defects: list[dict[str, typing.Any]], seed: int) -> str:
    if not defects:
        return f"\nNo defects (seed {seed})."
    shown = [
        f"  {defect['family']}/{defect['round']}: {defect['defect']}\n      {defect['repeat']}"
        for defect in defects[:40]
    ]
    return "\n".join([f"\n{len(defects)} defects (seed {seed}):", *shown])


def document(tallies: list[grounds.Tally], defects: list[dict[str, typing.Any]], seed: int) -> dict[str, typing.Any]:
    return {"seed": seed, "families": [dataclasses.asdict(tally) for tally in tallies], "defects": defects}
