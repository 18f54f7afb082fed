"""Measures Tasuki beside the floor that the machine sets and beside other engines, in interleaved rounds."""

from __future__ import annotations

import argparse
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

from tasuki_scripts import ROOT, arguments

from . import machine, peers, reading, summary, toolbox, writing
from .contestants import Failed, Missing, Round
from .peers import PEERS

JOBS = {job.__name__: job for job in (
    writing.one, writing.concurrent, writing.http, reading.status, reading.lists, reading.verify, reading.export,
    writing.long, reading.start, reading.memory)}

EPILOG = """jobs:
  one         actions one at a time, each durable before the next
  concurrent  the same by 64 actors at once
  http        the same over HTTP, 64 connections
  status      reading one submission over HTTP
  lists       reading pages of submissions over HTTP
  verify      the whole log, recomputed
  export      a submission as a package
  long        actions on a submission with a long history
  start       processes, from nothing to their end or first answer
  memory      resident memory, at rest and under load

examples:
  Scripts/bench --install                            once, so that there are peers
  Scripts/bench                                      everything; takes half an hour and more
  Scripts/bench --jobs one,concurrent --rounds 3     two jobs, three rounds
  Scripts/bench --jobs one --peers transitions,'dbos step' --no-disk
  Scripts/bench --json Scripts/bench-results/2026-11-26-two-cores.json

The floor writes the same rows in C. It and the load generator are compiled here (cc, libsqlite3-dev). Who cannot run is
reported in the table. Disks drift two- to threefold within minutes, so read the ratios. Close other programs first.
Exits 1 when a contestant failed, 64 for wrong usage, 69 when the program, the floor or the peers could not be had."""


def parse() -> argparse.Namespace:
    parser = arguments.parser("bench", __doc__, EPILOG)
    parser.add_argument("--jobs", default=",".join(JOBS), help="names, with commas between (default: all)")
    parser.add_argument("--rounds", type=int, default=5, help="turns of all contestants (default: 5)")
    parser.add_argument("--submissions", type=int, default=100, help="of twelve actions, in each run (default: 100)")
    parser.add_argument("--peers", default="all",
                        help=f"all, none, or some of {', '.join(PEERS)}, with commas between")
    parser.add_argument("--install", action="store_true", help="install the peers at pinned versions, and end")
    parser.add_argument("--venv", type=pathlib.Path, default=ROOT / ".build" / "bench-venv",
                        help="where the peers are installed (default: .build/bench-venv)")
    parser.add_argument("--disk", type=pathlib.Path, help="a folder on the disk (default: a new one beside .build)")
    parser.add_argument("--tmpfs", type=pathlib.Path, default=pathlib.Path("/dev/shm"),
                        help="a folder in memory, where syncs cost nothing (default: /dev/shm)")
    parser.add_argument("--no-disk", action="store_true", help="not on the disk")
    parser.add_argument("--no-tmpfs", action="store_true", help="not in memory")
    parser.add_argument("--program", type=pathlib.Path,
                        help="measure this program, and with the tasuki-bench beside it, instead of building both")
    parser.add_argument("--json", type=pathlib.Path, help="write the figures here, and the tables beside it as .md")
    given = parser.parse_args()
    given.chosen = list(PEERS) if given.peers == "all" else [] if given.peers == "none" else given.peers.split(",")
    for name in given.jobs.split(","):
        if name not in JOBS:
            parser.exit(64, f"bench: no job {name}; there are {', '.join(JOBS)}\n")
    for name in given.chosen:
        if name not in PEERS:
            parser.exit(64, f"bench: no peer {name}; there are {', '.join(PEERS)}\n")
    if given.rounds < 1 or given.submissions < 1:
        parser.exit(64, "bench: --rounds and --submissions take 1 and more\n")
    if given.json and given.json.suffix != ".json":
        parser.exit(64, "bench: --json takes a file NAME.json\n")
    return given


def places(given: argparse.Namespace) -> list[dict]:
    """New folders to work in, one on each file system."""
    made = []
    if not given.no_disk:
        parent, prefix = (given.disk, "bench-") if given.disk else (ROOT, ".build-bench-")
        made.append(("disk", pathlib.Path(tempfile.mkdtemp(prefix=prefix, dir=parent))))
    if not given.no_tmpfs:
        made.append(("tmpfs", pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=given.tmpfs))))
    return [{"name": name, "folder": folder, "file_system": machine.file_system(folder), "sync_ms": []}
            for name, folder in made]


def run_job(make, tools: toolbox.Tools, place: dict, rounds: int) -> dict:
    job = make(tools, place["folder"])
    rounds_of: dict[str, list[dict]] = {contestant.name: [] for contestant in job.contestants}
    try:
        for number in range(1, rounds + 1):
            folder = pathlib.Path(tempfile.mkdtemp(prefix=f"{job.name}-", dir=place["folder"]))
            turn = Round(folder, number)
            place["sync_ms"].append(round(machine.sync_milliseconds(folder), 4))
            for contestant in job.contestants:
                print(f"\r\033[K{job.name} on {place['name']}, round {number} of {rounds}: {contestant.name}", end="",
                      file=sys.stderr, flush=True)
                try:
                    result = contestant.run(turn)
                except Missing as reason:
                    result = {"problem": f"missing: {reason}"}
                except Failed as reason:
                    result = {"problem": f"failed: {reason}"}
                rounds_of[contestant.name].append({**result, "round": number})
            shutil.rmtree(folder)
    finally:
        job.close()
        print("\r\033[K", end="", file=sys.stderr, flush=True)
    return {
        "job": job.name, "place": place["name"], "title": job.title, "measure": job.measure, "unit": job.unit,
        "higher_is_better": job.higher_is_better,
        "contestants": [{"name": one.name, "role": one.role, "rounds": rounds_of[one.name]} for one in job.contestants],
    }


def write(report: dict, path: pathlib.Path | None) -> None:
    """The figures as JSON, and their tables beside them."""
    report["load_after"] = round(os.getloadavg()[0], 2)
    if path is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(summary.kept(report), encoding="utf-8")
    path.with_suffix(".md").write_text(summary.document(report, path.stem), encoding="utf-8")


def main() -> int:
    signal.signal(signal.SIGINT, interrupted)
    signal.signal(signal.SIGTERM, interrupted)
    given = parse()
    if given.install:
        return 0 if peers.install(given.venv) else 69
    build = ROOT / ".build" / "bench"
    build.mkdir(parents=True, exist_ok=True)
    try:
        tasuki = given.program.resolve() if given.program else toolbox.build_tasuki()
        floor, load = toolbox.compile_c(build)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 69
    python = given.venv / "bin" / "python"
    found = [path if path.exists() else None for path in (tasuki, tasuki.with_name("tasuki-bench"))]
    tools = toolbox.Tools(*found, floor, load, python if python.exists() else None, given.chosen, given.submissions)
    report = {"machine": machine.facts(ROOT, tools.tasuki), "rounds": given.rounds,
              "durability": "SQLite with WAL and synchronous=FULL, read back by every contestant; a reply follows the "
                            "sync of its commit", "jobs": []}
    folders = places(given)
    report["places"] = [{key: value for key, value in place.items() if key != "folder"} for place in folders]
    try:
        for name in given.jobs.split(","):
            for place in folders:
                job = run_job(JOBS[name], tools, place, given.rounds)
                report["jobs"].append(job)
                print(summary.table(job), flush=True)
                # At once, so that a run that is cut off keeps what it has measured.
                write(report, given.json)
    finally:
        for place in folders:
            shutil.rmtree(place["folder"], ignore_errors=True)
    print(summary.preamble(report))
    problems = [row for job in report["jobs"] for row in summary.summarize(job) if row["problems"]]
    failed = [row for row in problems if any(text.startswith("failed") for text in row["problems"])]
    if problems:
        print(f"{len(problems) - len(failed)} contestants were missing and {len(failed)} failed: see the tables.")
    return 1 if failed else 0


def interrupted(number: int, _) -> None:
    """Ends by way of every `finally`, so that no folder and no process stays behind."""
    sys.exit(128 + number)

