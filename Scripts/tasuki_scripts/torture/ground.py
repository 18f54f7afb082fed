"""What every family stands on: the program, fresh workspaces, the tally and the list of defects."""

from __future__ import annotations

import dataclasses
import pathlib
import random
import shlex
import shutil
import subprocess
import sys
import typing

from . import database, judge
from . import ledger as ledgers
from . import program as programs


@dataclasses.dataclass
class Tally:
    family: str
    rounds: int = 0
    acknowledged: int = 0
    found: int = 0
    lost: int = 0
    duplicated: int = 0
    refused_there: int = 0
    silent: int = 0
    openings_refused: int = 0
    faults: int = 0
    defects: int = 0
    seconds: float = 0.0
    notes: dict[str, int] = dataclasses.field(default_factory=dict)

    def note(self, text: str) -> None:
        self.notes[text] = self.notes.get(text, 0) + 1


@dataclasses.dataclass
class Site:
    """A workspace under torture, with what was told about it and how far its log was read."""

    folder: pathlib.Path
    ledger: ledgers.Ledger = dataclasses.field(default_factory=ledgers.Ledger)
    memory: database.LogMemory = dataclasses.field(default_factory=database.LogMemory)
    # What of its ledger was counted in the tally already, so that a workspace carried on is counted once.
    counted: tuple[int, int] = (0, 0)

    @property
    def database(self) -> pathlib.Path:
        return self.folder / "tasuki.sqlite"

    @property
    def wal(self) -> pathlib.Path:
        return self.folder / "tasuki.sqlite-wal"


class Ground:
    def __init__(
        self,
        program: programs.Program,
        scratch: pathlib.Path,
        evidence: pathlib.Path,
        seed: int,
        command: str,
        is_long: bool,
    ) -> None:
        self.program = program
        self.scratch = scratch
        self.evidence = evidence
        self.seed = seed
        self.command = command
        self.is_long = is_long
        self.defects: list[dict[str, typing.Any]] = []
        self._number = 0
        self._faults: pathlib.Path | None = None
        self.templates: dict[str, pathlib.Path] = {}

    def random(self, family: str, number: int) -> random.Random:
        return random.Random(f"{self.seed}/{family}/{number}")

    # Places

    def place(self, name: str) -> pathlib.Path:
        """A new path in the scratch folder; nothing is there yet."""
        self._number += 1
        return self.scratch / f"{name}-{self._number}"

    def site(self, template: str = "simulated", folder: pathlib.Path | None = None) -> Site:
        """A copy of a prepared workspace."""
        from . import workspaces

        folder = folder or self.place("workspace")
        shutil.copytree(workspaces.prepare(self, template), folder, dirs_exist_ok=True)
        return Site(folder)

    def drop(self, site: Site) -> None:
        shutil.rmtree(site.folder, ignore_errors=True)

    # Faults

    def faults(self, site: Site, **variables: str) -> dict[str, str]:
        """The environment in which the program's files under the site meet faults."""
        if self._faults is None:
            target = self.scratch / "faults.so"
            source = pathlib.Path(__file__).with_name("faults.c")
            subprocess.run(
                ["cc", "-O2", "-Wall", "-Wextra", "-fPIC", "-shared", "-o", str(target), str(source), "-lpthread"],
                check=True,
            )
            self._faults = target
        named = {f"TORTURE_{name.upper()}": value for name, value in variables.items()}
        return {"LD_PRELOAD": str(self._faults), "TORTURE_ROOT": str(site.folder)} | named

    # Judgement

    def defect(self, tally: Tally, number: int, text: str, site: Site | None = None, details: str = "") -> None:
        """Prints a defect with how to repeat it, and keeps the workspace for whoever looks into it."""
        tally.defects += 1
        first = tally.defects <= 20
        repeat = f"{self.command} --only {tally.family} --seed {self.seed} --from {number} --rounds 1"
        kept = ""
        if site is not None and tally.defects <= 5 and site.folder.exists():
            target = self.evidence / f"{tally.family}-{number}-{tally.defects}"
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(site.folder, target, ignore=shutil.ignore_patterns("*.filler"))
            kept = str(target)
        self.defects.append(
            {
                "family": tally.family,
                "round": number,
                "defect": text,
                "details": details,
                "repeat": repeat,
                "kept": kept,
            }
        )
        if first:
            print(f"DEFECT {tally.family} round {number}: {text}", file=sys.stderr)
            if details:
                print(f"       {details}", file=sys.stderr)
            print(
                f"       repeat: {repeat}" + (f"; kept: {shlex.quote(kept)}" if kept else ""),
                file=sys.stderr,
                flush=True,
            )

    def examine(
        self,
        site: Site,
        tally: Tally,
        number: int,
        *,
        full: bool = False,
        integrity: bool = False,
        caught_up: bool = False,
        rebuild: bool = False,
        details: str = "",
        strangers: bool = False,
    ) -> judge.Verdict:
        """Holds the workspace against its ledger; with `full` the program's own verification, too."""
        if full:
            _, problems = judge.verify(self.program, site.folder)
            caught_up = True
            projections = judge.check_projections(self.program, site.folder)
            problems += projections or []
            if projections is None:
                tally.note("projections held against the log in part: this program has no 'workspace check'")
            if rebuild:
                problems += judge.check_rebuilding(self.program, site.folder)
            # From the beginning, so that what was right once is still right.
            site.memory = database.LogMemory()
        else:
            problems = []
        reading = database.read(site.folder, site.memory, integrity or full)
        verdict = judge.compare(site.ledger, reading, strangers)
        problems += reading.problems + verdict.problems
        if not reading.problems:
            problems += database.check_heads_file(site.folder, site.memory, caught_up)
        vague = [
            key for key, entry in site.ledger.entries.items() if entry.state == "failed" and entry.code == "internal"
        ]
        if vague:
            problems.append(
                f"{len(vague)} requests were answered with 'internal', which says not what to do, such as {vague[0]}"
            )
            # Told once.
            for key in vague:
                site.ledger.entries[key].code = "told"
        tally.acknowledged += verdict.acknowledged - site.counted[0]
        tally.found += verdict.found - site.counted[1]
        site.counted = (verdict.acknowledged, verdict.found)
        tally.lost += verdict.lost
        tally.duplicated += verdict.duplicated
        tally.refused_there += verdict.refused_there
        tally.silent = max(tally.silent, verdict.silent)
        verdict.problems = problems
        if problems:
            shown = "; ".join(problems[:4]) + (f"; and {len(problems) - 4} more" if len(problems) > 4 else "")
            self.defect(tally, number, shown, site, details)
            # Told once; otherwise every later round would tell it again.
            site.ledger.contradictions.clear()
        return verdict
