"""Proof under faults: kills, full disks, lying disks, cut files, clocks that jump; and what was told must be there."""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import shutil
import signal
import sys
import tempfile
import time

from tasuki_scripts import ROOT, arguments

from . import clock, copied_open, environment, full_disk, kill, limits, lying_fsync, read_only, signals, truncated
from . import ground as grounds
from . import program as programs
from . import rebuild, report, selftest, two_processes, workspaces, write_errors

# In the order in which they run.
FAMILIES = {family.name: family for family in (
    kill.Kill, full_disk.FullDisk, write_errors.WriteErrors, lying_fsync.LyingFsync, read_only.ReadOnly,
    truncated.Truncated, copied_open.CopiedOpen, two_processes.TwoProcesses, clock.Clock, environment.Environment,
    limits.Limits, signals.Signals, rebuild.Rebuild)}

DESCRIPTION = """
Runs the release build of tasuki under faults, and the tasuki-bench beside it, which acts in process with the same
libraries. Whatever they acknowledged is written down outside of them; after each fault the workspace is opened again
and held against that: everything acknowledged is there exactly once, nothing refused is there, positions and numbers
are dense, the roots follow from the leaves, 'audit verify' passes. A round ends correct, or in a clear refusal;
anything else is a defect, printed with how to repeat it.
"""
EPILOG = """
examples:
  Scripts/torture --ci                          a selection of about 3 minutes
  Scripts/torture --only kill --rounds 1000     one family
  Scripts/torture --minutes 60                  the long run, with another seed each night: --seed 20261126

A seed fixes what is done; when the processes get to it is the scheduler's. Exits 1 where there is a defect, 69 where
the program is missing, 2 for wrong use.
"""


def parse() -> argparse.Namespace:
    parser = arguments.parser("torture", DESCRIPTION, EPILOG)
    parser.add_argument("--list", action="store_true", help="list the families and end")
    parser.add_argument("--self-test", action="store_true", help="show that the harness notices what is wrong, and end")
    parser.add_argument(
        "--only", action="append", choices=FAMILIES, metavar="FAMILY", help="only this; may be repeated"
    )
    parser.add_argument("--rounds", type=int, help="rounds of each family (default: its own number)")
    parser.add_argument("--from", type=int, default=0, dest="first", metavar="ROUND", help="the first round's number")
    parser.add_argument("--minutes", type=float, help="go on for so long, shared among the families")
    parser.add_argument("--ci", action="store_true", help="the short selection")
    parser.add_argument("--seed", type=int, default=1, help="what the dice start from (default: 1)")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write the results to this file as well")
    parser.add_argument(
        "--program",
        type=pathlib.Path,
        default=ROOT / ".build" / "release" / "tasuki",
        help="the program (default: .build/release/tasuki)",
    )
    parser.add_argument("--config", type=pathlib.Path, default=ROOT / "Config", help="the configuration folder")
    parser.add_argument("--scratch", type=pathlib.Path, help="where workspaces are put (default: a temporary folder)")
    parser.add_argument(
        "--evidence", type=pathlib.Path, help="where workspaces with defects are kept (default: beside)"
    )
    return parser.parse_args()


def main() -> int:
    options = parse()
    if options.list:
        for name, family in FAMILIES.items():
            print(f"{name:14} {family.about}")
        return 0
    if not os.access(options.program, os.X_OK):
        print(
            f"torture: there is no program at {options.program}: Scripts/release tasuki tasuki-bench",
            file=sys.stderr,
        )
        return 69
    # Whoever ends the harness ends what it started, and its scratch folder.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="torture-", dir=options.scratch))
    # Families run as other users too.
    scratch.chmod(0o755)
    evidence = options.evidence or scratch.with_name(scratch.name + "-evidence")
    command = (
        "Scripts/torture"
        if options.program.is_relative_to(ROOT)
        else f"Scripts/torture --program {options.program}"
    )
    program = programs.Program(options.program.resolve(), options.config.resolve(), scratch)
    ground = grounds.Ground(program, scratch, evidence, options.seed, command, is_long=bool(options.minutes))
    try:
        workspaces.prepare(ground, "simulated")
        if options.self_test:
            missed = selftest.run(ground)
            print(f"{missed} went unnoticed" if missed else "everything was noticed")
            return 1 if missed else 0
        tallies = torture(ground, options)
    except workspaces.Unprepared as error:
        print(f"torture: the workspaces cannot be prepared: {error}", file=sys.stderr)
        return 1
    finally:
        program.end()
        shutil.rmtree(scratch, ignore_errors=True)
    print(report.table(tallies))
    print(report.summary(tallies, ground.defects, options.seed))
    if options.json:
        options.json.write_text(json.dumps(report.document(tallies, ground.defects, options.seed), indent=2) + "\n")
    return 1 if ground.defects else 0


def torture(ground: grounds.Ground, options: argparse.Namespace) -> list[grounds.Tally]:
    names = options.only or list(FAMILIES)
    if not ground.program.bench:
        print("note: no tasuki-bench lies beside the program; every load comes through HTTP", file=sys.stderr)
    ends = time.monotonic() + options.minutes * 60 if options.minutes else None
    tallies = []
    for index, name in enumerate(names):
        family = FAMILIES[name](ground)
        # What a family leaves of its share goes to those after it.
        until = None if ends is None else time.monotonic() + (ends - time.monotonic()) / (len(names) - index)
        rounds = options.rounds or (1 << 30 if ends else family.ci_rounds if options.ci else family.rounds)
        print(f"==> {name}: {family.about}", file=sys.stderr, flush=True)
        tally = family.run(options.first, rounds, until)
        tallies.append(tally)
        print(f"    {report.line(tally)}", file=sys.stderr, flush=True)
    return tallies

