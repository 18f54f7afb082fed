"""Files that may not be written: at opening, and from one moment on while they are open."""

from __future__ import annotations

import hashlib
import os
import pathlib
import random
import subprocess

from . import drivers, full_disk
from . import family as families
from . import ground as grounds

NOBODY = 65534


class ReadOnly(families.Family):
    name = "read-only"
    about = "a read-only mount, folders and files of another user, and a disk that turns read-only amid work"
    rounds = 12
    ci_rounds = 5

    def __init__(self, ground: grounds.Ground) -> None:
        super().__init__(ground)
        self.ways = [self.mounted, self.other_user, self.immutable, self.injected, self.half_other]

    def round(self, number: int, dice: random.Random) -> None:
        site = self.ground.site()
        # Something in the write-ahead log, as a killed process leaves it.
        run = dice.choice(self.doors).start(site, number, seconds=drivers.UNTIL_ENDED)
        run.wait_busy()
        run.kill()
        run.wait()
        self.ways[number % len(self.ways)](site, number, dice)
        self.ground.examine(site, self.tally, number, full=True, details="writable again")
        self.goes_on(number, site, "writable again", actions=30, full=True)
        self.ground.drop(site)

    # At opening

    def mounted(self, site: grounds.Site, number: int, dice: random.Random) -> None:
        place = self.ground.place("read-only")
        place.mkdir()
        bound = subprocess.run(["mount", "--bind", str(site.folder), str(place)], capture_output=True).returncode == 0
        if (
            not bound
            or subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], capture_output=True).returncode != 0
        ):
            if bound:
                subprocess.run(["umount", str(place)], check=True)
            self.tally.note("no read-only mount here: this way was not tried")
            return
        try:
            self.everybody(site, place, number, "read-only mount")
        finally:
            subprocess.run(["umount", "--lazy", str(place)], check=True)

    def other_user(self, site: grounds.Site, number: int, dice: random.Random) -> None:
        """The folder and its files belong to somebody else."""
        if os.geteuid() != 0:
            self.tally.note("not root: other users were not tried")
            return
        for path in [site.folder, *site.folder.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        self.everybody(site, site.folder, number, "another user's files", NOBODY)
        for path in [site.folder, *site.folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)

    def half_other(self, site: grounds.Site, number: int, dice: random.Random) -> None:
        """Only one of the files may not be written."""
        if os.geteuid() != 0:
            self.tally.note("not root: other users were not tried")
            return
        for path in [site.folder, *site.folder.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)
        barred = dice.choice(["heads", "tasuki.sqlite-wal", "tasuki.sqlite", "vault"])
        path = site.folder / barred
        if not path.exists():
            path.touch()
        path.chmod(0o555 if path.is_dir() else 0o444)
        self.everybody(site, site.folder, number, f"only {barred} not writable", NOBODY, may_change=True)
        for path in [site.folder, *site.folder.rglob("*")]:
            os.chown(path, 0, 0)
            path.chmod(0o755 if path.is_dir() else 0o644)

    def everybody(
        self,
        site: grounds.Site,
        place: pathlib.Path,
        number: int,
        details: str,
        user: int | None = None,
        may_change: bool = False,
    ) -> None:
        """Every kind of command meets it, and leaves the files as they are."""

        def become() -> None:
            if user is not None:
                os.setgroups([])
                os.setgid(user)
                os.setuid(user)

        before = digests(site.folder)
        commands = [
            ["status", "t0"],
            ["audit", "verify"],
            full_disk.act(number),
            ["init"],
            ["serve", "--without-accounts", "--port", "0"],
            ["clock", "advance", "2026-04-02"],
        ]
        for command in commands:
            self.tally.faults += 1
            if command[0] == "serve":
                run = drivers.HTTPDriver(self.program).start(grounds.Site(place), number, actors=0, before=become)
                if run.comes_up():
                    # It serves what it can; that it came up is an answer.
                    run.kill()
                    run.wait()
                    self.tally.note(f"serve comes up with: {details}")
                    continue
                outcome = run.wait()
            else:
                outcome = self.program.run(*command, "--workspace", str(place), before=become)
            unclear = outcome.unclear()
            if unclear:
                self.defect(number, unclear, site, details)
            elif not outcome.is_done:
                self.tally.openings_refused += 1
                self.tally.note(f"{command[0]}: exit {outcome.code}: {details}")
            elif command[0] in ("act", "clock") and not may_change:
                self.defect(
                    number, f"'{command[0]}' says that it was done, on files that cannot be written", site, details
                )
        if not may_change and digests(site.folder) != before:
            self.defect(number, "files that may not be written were changed", site, details)

    # While open

    def immutable(self, site: grounds.Site, number: int, dice: random.Random) -> None:
        """The files are made immutable under the running program."""
        files = [str(path) for path in (site.database, site.wal, site.folder / "heads") if path.exists()]
        run = dice.choice(self.doors).start(site, number + 100_000, seconds=drivers.UNTIL_ENDED)
        run.wait_busy()
        files = [str(path) for path in (site.database, site.wal, site.folder / "heads") if path.exists()]
        made = subprocess.run(["chattr", "+i", *files], capture_output=True).returncode == 0
        try:
            if not made:
                self.tally.note("files cannot be made immutable here: this way was not tried")
            self.end(run, site, number, "immutable while open", made)
        finally:
            if made:
                subprocess.run(["chattr", "-i", *files], check=True)

    def injected(self, site: grounds.Site, number: int, dice: random.Random) -> None:
        """As a file system that the kernel remounts read-only after an error."""
        switch = self.ground.place("switch")
        rule = "pwrite+write+ftruncate+fsync+fdatasync+unlink+rename:dwhv:EROFS:from:1"
        environment = self.ground.faults(site, rules=rule, switch=str(switch))
        door = dice.choice(self.doors)
        run = door.start(site, number + 100_000, seconds=drivers.UNTIL_ENDED, environment=environment)
        run.wait_busy()
        switch.touch()
        self.end(run, site, number, "EROFS from one moment on", True)

    def end(self, run: drivers.Run, site: grounds.Site, number: int, details: str, is_barred: bool) -> None:
        self.tally.faults += 1
        # What was under way is still told; after it nothing may be, however often it is tried.
        before = run.settle() if is_barred else None
        outcome = run.stop()
        if before is not None and site.ledger.count("ok") > before:
            self.defect(number, "actions were acknowledged while nothing could be written", site, details)
        unclear = outcome.unclear()
        if unclear:
            self.defect(number, unclear, site, details)


def digests(folder: pathlib.Path) -> dict[str, str]:
    """Of everything but the shared memory, which holds locks and no data."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }
