"""The engines that Tasuki is compared with: one of each kind that people would use instead."""

from __future__ import annotations

import pathlib
import venv

from tasuki_scripts import environment

#: What runs each, by its name in the tables.
PEERS = {
    "transitions": "bench_transitions.py",
    "eventsourcing": "bench_eventsourcing.py",
    "viewflow": "bench_viewflow.py",
    "dbos step": "bench_dbos.py",
}
#: What they need they bring along by themselves.
PACKAGES = {
    "dbos": "3.4.0", "Django": "5.2.19", "django-viewflow": "2.4.0", "eventsourcing": "9.5.6", "SQLAlchemy": "2.1.9",
    "transitions": "0.9.3",
}


def install(home: pathlib.Path) -> bool:
    """Whether all are in the virtual environment now, which is made where there is none."""
    if not (home / "bin" / "python").exists():
        venv.create(home, with_pip=True)
    return environment.install(home, *(f"{package}=={version}" for package, version in PACKAGES.items()))


def command(python: pathlib.Path, peer: str) -> list:
    """The command line of a peer's job, which prints one line of JSON."""
    return [python, "-W", "ignore", pathlib.Path(__file__).with_name(PEERS[peer])]
