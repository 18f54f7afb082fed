"""Jobs that write: actions one at a time, by many at once, over HTTP, and into a long history."""

from __future__ import annotations

import pathlib

from . import serving
from .contestants import Contestant, Failed, Job, Missing, Round, measured, succeeded, execute
from .toolbox import Tools

#: What a program answers when it has no such command or option.
USAGE = (64,)


def floor(tools: Tools, batch: int) -> Contestant:
    def run(round: Round) -> dict:
        if round.workspace is None:
            raise Missing("Tasuki left no workspace in this round, so there is nothing to replay")
        return measured(
            [tools.floor, round.workspace / "tasuki.sqlite", round.folder / f"floor-{batch}", batch],
            "the floor")

    name = "floor: the same rows in C, a commit each" if batch == 1 else f"floor: the same rows in C, {batch} a commit"
    return Contestant(name, "floor", run)


def peers(tools: Tools, workers: int) -> list[Contestant]:
    def contestant(peer: str) -> Contestant:
        return Contestant(peer, "peer", lambda round: tools.peer(peer, workers, round.folder))

    return [contestant(peer) for peer in tools.chosen_peers]


def measure(tools: Tools, job: str, *options: str) -> Contestant:
    """`tasuki-bench measure JOB` in a new workspace, which it leaves to the floor."""
    def run(round: Round) -> dict:
        workspace = round.folder / f"tasuki-{job}"
        result = measured(
            [tools.bench_program(), "measure", job, "--workspace", workspace,
             "--submissions", tools.submissions, *options],
            f"tasuki-bench measure {job}", missing_on=USAGE)
        round.workspace = workspace
        return result

    return Contestant("Tasuki", "tasuki", run)


def one(tools: Tools, place: pathlib.Path) -> Job:
    title = f"{tools.submissions} submissions of twelve actions, one at a time, each durable before the next"
    return Job("one", title, "actions_per_s", "actions/s", True,
               [measure(tools, "one"), floor(tools, 1), *peers(tools, 1)])


def concurrent(tools: Tools, place: pathlib.Path) -> Job:
    title = f"{tools.submissions} submissions of twelve actions by 64 actors at once"
    return Job("concurrent", title, "actions_per_s", "actions/s", True,
               [measure(tools, "concurrent", "--actors", "64"), floor(tools, 50), *peers(tools, 64)])


def long(tools: Tools, place: pathlib.Path) -> Job:
    return Job("long", "actions on a submission whose history is long already", "actions_per_s", "actions/s", True,
               [measure(tools, "long"), floor(tools, 1)])


def http(tools: Tools, place: pathlib.Path) -> Job:
    """Tasuki's run starts the server; the route that does nothing is asked of the same process before it ends."""
    plain: dict = {}

    def acting(round: Round) -> dict:
        plain.clear()
        workspace = round.folder / "tasuki-http"
        # Opens the submissions in a new workspace, and prints the actions on them as requests.
        planned = succeeded(
            execute([tools.bench_program(), "plan", "--workspace", workspace,
                     "--submissions", tools.submissions, "--actors", "64"]),
            "tasuki-bench plan", USAGE)
        plan = round.folder / "plan.jsonl"
        plan.write_text(planned.output, encoding="utf-8")
        server = serving.Server(tools.program(), workspace)
        try:
            result = serving.load(tools.load, server.port, serving.planned(server.port, plan), round.folder)
            plain.update(serving.load(
                tools.load, server.port, serving.reads(server.port, ["/favicon.ico"], 20_000), round.folder))
        finally:
            server.close()
        round.workspace = workspace
        return result

    def nothing(round: Round) -> dict:
        if not plain:
            raise Missing("Tasuki's server did not run in this round")
        return dict(plain)

    title = f"POST of the actions of {tools.submissions} submissions over 64 connections, each with its own key"
    return Job("http", title, "actions_per_s", "requests/s", True, [
        Contestant("Tasuki", "tasuki", acting),
        floor(tools, 50),
        Contestant("GET of an empty reply, same process", "reference", nothing),
    ])


def prepared(tools: Tools, place: pathlib.Path) -> pathlib.Path:
    """A workspace to read from, made once for each place."""
    workspace = place / "prepared"
    if not workspace.exists():
        result = measured(
            [tools.bench_program(), "measure", "concurrent", "--workspace", workspace,
             "--submissions", tools.submissions, "--actors", "64"], "tasuki-bench measure concurrent", missing_on=USAGE)
        if not (workspace / "tasuki.sqlite").exists():
            raise Failed(f"tasuki-bench measure left no workspace: {result}")
    return workspace
