"""Jobs that read: over HTTP, the whole log, an export, the start and the memory of the program."""

from __future__ import annotations

import hashlib
import pathlib
import re
import shutil
import sqlite3
import sys
import time
import urllib.parse

from . import serving
from .contestants import Contestant, Failed, Job, Missing, Round, execute, succeeded
from .toolbox import Tools
from .writing import prepared


class Reading:
    """One server on the prepared workspace, for all rounds of a job; started when the first contestant needs it."""

    def __init__(self, tools: Tools, place: pathlib.Path):
        self.tools = tools
        self.place = place
        self.server: serving.Server | None = None
        self.names: list[str] = []

    def started(self) -> serving.Server:
        if self.server is None:
            workspace = prepared(self.tools, self.place)
            self.server = serving.Server(self.tools.program(), workspace)
            self.names = submissions(workspace)
        return self.server

    def ask(self, name: str, role: str, paths, count: int) -> Contestant:
        """`paths` makes the addresses from the names of the submissions."""
        def run(round: Round) -> dict:
            server = self.started()
            requests = serving.reads(server.port, paths([urllib.parse.quote(name) for name in self.names]), count)
            return serving.load(self.tools.load, server.port, requests, round.folder)

        return Contestant(name, role, run)

    def close(self) -> None:
        if self.server:
            self.server.close()


def submissions(workspace: pathlib.Path) -> list[str]:
    database = sqlite3.connect(f"file:{workspace / 'tasuki.sqlite'}?mode=ro", uri=True)
    try:
        return [name for (name,) in database.execute("SELECT name FROM submissionRow ORDER BY name")]
    finally:
        database.close()


def status(tools: Tools, place: pathlib.Path) -> Job:
    reading = Reading(tools, place)
    return Job("status", "GET of one submission's status over 64 connections", "requests_per_s", "requests/s", True, [
        reading.ask("Tasuki, /status", "tasuki", lambda names: [f"/v1/submissions/{n}/status" for n in names], 8_000),
        reading.ask("Tasuki, whole submission", "tasuki", lambda names: [f"/v1/submissions/{n}" for n in names], 8_000),
        reading.ask("GET of an empty reply, same process", "floor", lambda names: ["/favicon.ico"], 20_000),
        reading.ask("GET of /healthz, one row read", "reference", lambda names: ["/healthz"], 20_000),
    ], reading.close)


def lists(tools: Tools, place: pathlib.Path) -> Job:
    reading = Reading(tools, place)

    def pages(prefix: str):
        return lambda names: [prefix, *(f"{prefix}&after={name}" for name in names[49:-1:50])]

    return Job("lists", "GET of pages of 50 submissions over 64 connections", "requests_per_s", "requests/s", True, [
        reading.ask("Tasuki, JSON", "tasuki", pages("/v1/submissions?limit=50"), 400),
        reading.ask("Tasuki, page for people", "tasuki", pages("/?lang=en"), 400),
        reading.ask("GET of an empty reply, same process", "floor", lambda names: ["/favicon.ico"], 20_000),
    ], reading.close)


def root_of(database: pathlib.Path) -> tuple[int, bytes, bytes]:
    """The size and root of a log by RFC 6962 alone, and the root that its last head claims."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    stack: list[bytes] = []
    size = 0
    for (leaf,) in connection.execute("SELECT bytes FROM leaf ORDER BY position"):
        digest = hashlib.sha256(b"\0" + leaf).digest()
        carry = size
        while carry & 1:
            digest = hashlib.sha256(b"\1" + stack.pop() + digest).digest()
            carry >>= 1
        stack.append(digest)
        size += 1
    root = stack.pop()
    while stack:
        root = hashlib.sha256(b"\1" + stack.pop() + root).digest()
    (claimed,) = connection.execute("SELECT root FROM head ORDER BY size DESC LIMIT 1").fetchone()
    connection.close()
    return size, root, claimed


def verify(tools: Tools, place: pathlib.Path) -> Job:
    def whole(round: Round) -> dict:
        ran = succeeded(execute([tools.program(), "audit", "verify", "--workspace", prepared(tools, place)]),
                        "tasuki audit verify")
        leaves = re.search(r"^(\d+) leaves", ran.output, re.MULTILINE)
        if not leaves:
            raise Failed("tasuki audit verify named no number of leaves")
        return {"leaves_per_s": int(leaves[1]) / ran.seconds, "leaves": int(leaves[1]), "secs": ran.seconds}

    def root(round: Round) -> dict:
        workspace = prepared(tools, place)
        began = time.perf_counter()
        size, computed, claimed = root_of(workspace / "tasuki.sqlite")
        seconds = time.perf_counter() - began
        if computed != claimed:
            raise Failed("the root computed here is not the workspace's")
        return {"leaves_per_s": size / seconds, "leaves": size, "secs": seconds}

    return Job("verify", "the whole log of a workspace, process start included", "leaves_per_s", "leaves/s", True, [
        Contestant("Tasuki, audit verify", "tasuki", whole),
        Contestant("floor: the root alone, by Python's hashlib", "floor", root)])


def export(tools: Tools, place: pathlib.Path) -> Job:
    def package(round: Round) -> dict:
        workspace = prepared(tools, place)
        name = submissions(workspace)[0]
        out = round.folder / "bag"
        ran = succeeded(execute([tools.program(), "audit", "export", name, "--workspace", workspace, "--out", out]),
                        "tasuki audit export")
        return {"ms": ran.seconds * 1000}

    def copy(round: Round) -> dict:
        if not (round.folder / "bag").exists():
            raise Missing("Tasuki exported nothing in this round")
        began = time.perf_counter()
        shutil.copytree(round.folder / "bag", round.folder / "copy")
        return {"ms": (time.perf_counter() - began) * 1000}

    return Job("export", "one submission as an inspection package, process start included", "ms", "ms", False, [
        Contestant("Tasuki, audit export", "tasuki", package),
        Contestant("floor: copying the package's files", "floor", copy)])


def start(tools: Tools, place: pathlib.Path) -> Job:
    def command(name: str, role: str, arguments) -> Contestant:
        def run(round: Round) -> dict:
            line = arguments()
            samples = [succeeded(execute(line), name).seconds * 1000 for _ in range(10)]
            return {"ms": sorted(samples)[5]}

        return Contestant(name, role, run)

    def status_line() -> list:
        workspace = prepared(tools, place)
        return [tools.program(), "status", submissions(workspace)[0], "--workspace", workspace]

    def serve(round: Round) -> dict:
        server = serving.Server(tools.program(), prepared(tools, place))
        server.close()
        return {"ms": server.ready_ms}

    def importing(module: str) -> list:
        return [tools.python(), "-c", f"import {module}"]

    return Job("start", "from nothing to the end of a command, or to the first answer", "ms", "ms", False, [
        command("Tasuki, --version", "tasuki", lambda: [tools.program(), "--version"]),
        command("Tasuki, status of one submission", "tasuki", status_line),
        Contestant("Tasuki, serve to the first answer", "tasuki", serve),
        command("floor: a program that does nothing", "floor", lambda: ["true"]),
        command("Python that does nothing", "reference", lambda: [tools.venv or sys.executable, "-I", "-c", ""]),
        command("transitions, imported", "peer", lambda: importing("transitions")),
        command("DBOS, imported", "peer", lambda: importing("dbos")),
        command("Django's ORM, imported", "peer", lambda: importing("django.db.models")),
    ])


def memory(tools: Tools, place: pathlib.Path) -> Job:
    def serve(busy: bool):
        def run(round: Round) -> dict:
            workspace = prepared(tools, place)
            server = serving.Server(tools.program(), workspace)
            try:
                if busy:
                    paths = [f"/v1/submissions/{urllib.parse.quote(name)}/status" for name in submissions(workspace)]
                    serving.load(tools.load, server.port, serving.reads(server.port, paths, 8_000), round.folder)
                return {"mib": server.memory_mib("VmHWM" if busy else "VmRSS")}
            finally:
                server.close()

        return run

    def peer(name: str) -> Contestant:
        def run(round: Round) -> dict:
            result = tools.peer(name, 1, round.folder)
            return {"mib": result["peak_mib"], "note": result["note"]}

        return Contestant(f"{name}, peak of its job", "peer", run)

    return Job("memory", "resident memory of the process, as the kernel counts it", "mib", "MiB", False, [
        Contestant("Tasuki, serve at rest", "tasuki", serve(False)),
        Contestant("Tasuki, serve, peak under load", "tasuki", serve(True)),
        *map(peer, tools.chosen_peers)])
