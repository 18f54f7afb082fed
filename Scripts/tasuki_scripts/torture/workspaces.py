"""Prepared workspaces, made once for a run and then copied."""

from __future__ import annotations

import contextlib
import pathlib
import random
import re
import shutil
import sqlite3
import typing

from . import drivers
from . import client as clients
from . import ground as grounds


class Unprepared(Exception):
    pass


def prepare(ground: grounds.Ground, name: str) -> pathlib.Path:
    """The workspace that families copy, made at first use: `simulated` or `wall` by its clock, or the `demo`."""
    if name not in ground.templates:
        folder = ground.scratch / f"template-{name}"
        if name == "demo":
            must(ground, "demo", "--workspace", str(folder), limit=180)
            # A second submission of the same product, to which a change of an approval of the first one matters.
            submit(ground, folder, "t0")
        else:
            must(ground, "init", "--workspace", str(folder), *([] if name == "wall" else ["--simulated", "2026-04-01"]))
            fill(ground, folder)
        ground.templates[name] = folder
    return ground.templates[name]


def submit(ground: grounds.Ground, folder: pathlib.Path, name: str) -> None:
    """Opens and files the sample under another name."""
    dossier = ground.scratch / f"dossier-{name}"
    if not dossier.exists():
        shutil.copytree(ground.program.configuration / "samples" / "colon-cade", dossier)
        manifest = dossier / "submission.yaml"
        text = manifest.read_text(encoding="utf-8")
        manifest.write_text(re.sub(r"(?m)^submission: .*$", f"submission: {name}", text), encoding="utf-8")
    must(ground, "submission", "new", str(dossier), "--workspace", str(folder))
    must(ground, "submission", "file", name, str(dossier), "--workspace", str(folder))


def fill(ground: grounds.Ground, folder: pathlib.Path) -> None:
    """Submissions that are filed, accepted and being read by three authorities, so that questions can be put."""
    for index in range(clients.SUBMISSIONS):
        submit(ground, folder, f"t{index}")
    # The rest through one server, which is many times quicker than a process for each.
    run = drivers.HTTPDriver(ground.program).start(grounds.Site(folder), 0, actors=0)
    if not run.comes_up():
        run.kill()
        raise Unprepared(f"tasuki serve does not come up: {run.wait().words}")
    client = clients.Client(run.port, run.site.ledger, "prepare", random.Random(0))
    for index in range(clients.SUBMISSIONS):
        name = f"t{index}"
        steps = [
            ("hub", "acceptBundle", "officer@PMDA", {"reference": "BUNDLE-1"}),
            ("hub", "payFee", "applicant", {"reference": "INV-1"}),
            ("hub", "fanOut", "officer@PMDA", {}),
        ]
        steps += [(place, "accept", f"officer@{body}", {}) for place, body in clients.PLACES]
        for case, action, actor, fields in steps:
            content = {"as": actor, "by": "torture", "fields": fields}
            status, answer = client.post(
                f"prepare-{name}-{case}-{action}", f"/v1/cases/{name}/{case}/actions/{action}", content, {}
            )
            if status != 200:
                raise Unprepared(f"{name}/{case} {action}: {status} {answer.get('detail')}")
    client.close()
    run.stop()
    with contextlib.closing(sqlite3.connect(folder / "tasuki.sqlite")) as db:
        # The ledgers begin after these.
        db.execute("DELETE FROM idempotency")
        db.commit()


def must(ground: grounds.Ground, *arguments: str, **options: typing.Any) -> None:
    outcome = ground.program.run(*arguments, **options)
    if not outcome.is_done:
        raise Unprepared(f"tasuki {' '.join(arguments)}: exit {outcome.code}: {outcome.words}")
