"""The programs that are measured and that measure."""

from __future__ import annotations

import dataclasses
import pathlib
import subprocess

from tasuki_scripts import ROOT

from . import peers
from .contestants import Missing, measured

HERE = pathlib.Path(__file__).resolve().parent
FLAGS = ["-std=c11", "-O2", "-Wall", "-Wextra"]


@dataclasses.dataclass
class Tools:
    tasuki: pathlib.Path | None
    #: What makes workspaces, and measures beneath the doors of the program.
    bench: pathlib.Path | None
    floor: pathlib.Path
    load: pathlib.Path
    #: The Python that has the peers, or nothing.
    venv: pathlib.Path | None
    chosen_peers: list[str]
    submissions: int

    def program(self) -> pathlib.Path:
        if self.tasuki is None:
            raise Missing("the program was not built")
        return self.tasuki

    def bench_program(self) -> pathlib.Path:
        if self.bench is None:
            raise Missing("there is no tasuki-bench beside the program")
        return self.bench

    def python(self) -> pathlib.Path:
        if self.venv is None:
            raise Missing("not installed: Scripts/bench --install")
        return self.venv

    def peer(self, name: str, workers: int, folder: pathlib.Path) -> dict:
        """What a peer says of its job, done by so many workers at once; `folder` is for its databases."""
        place = folder / f"peer-{name.replace(' ', '-')}"
        environment = {"N": str(self.submissions), "WORKERS": str(workers), "DBDIR": str(place)}
        return measured(peers.command(self.python(), name), name, environment)


def build_tasuki() -> pathlib.Path:
    """Builds the release program and what measures it, which takes minutes the first time."""
    print("Building tasuki in release mode …", flush=True)
    folder = subprocess.run([ROOT / "Scripts/release", "tasuki", "tasuki-bench"], check=True,
                            stdout=subprocess.PIPE, text=True).stdout.strip()
    return pathlib.Path(folder) / "tasuki"


def compile_c(folder: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """Compiles the floor and the load generator."""
    source = HERE / "floor"
    floor, load = folder / "floor", folder / "load"
    parts = [source / name for name in ("floor.c", "replay.c", "actions.c", "rows.c", "common.c")]
    subprocess.run(["cc", *FLAGS, "-o", floor, *parts, "-lsqlite3"], check=True)
    subprocess.run(["cc", *FLAGS, "-o", load, source / "load.c", source / "common.c"], check=True)
    return floor, load
