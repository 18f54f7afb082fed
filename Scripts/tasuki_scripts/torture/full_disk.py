"""A disk that fills up amid work; then room is made, and work goes on."""

from __future__ import annotations

import os
import pathlib
import random
import subprocess

from . import family as families
from . import ground as grounds

MEGABYTE = 1 << 20


class FullDisk(families.Family):
    name = "full-disk"
    about = "a small file system (tmpfs, ext4) that fills up at several levels; then room is made and work goes on"
    rounds = 16
    ci_rounds = 4

    def round(self, number: int, dice: random.Random) -> None:
        kind = ["tmpfs", "ext4"][number % 2]
        place = self.ground.place("disk")
        place.mkdir()
        if not mount(kind, place, 48):
            self.tally.note(f"{kind} cannot be mounted here: ENOSPC injected instead")
            place.rmdir()
            self.injected(number, dice)
            return
        try:
            self.filled(number, dice, kind, place)
        finally:
            subprocess.run(["umount", "--lazy", str(place)], check=True)
            place.rmdir()
            place.with_suffix(".image").unlink(missing_ok=True)

    def filled(self, number: int, dice: random.Random, kind: str, place: pathlib.Path) -> None:
        site = self.ground.site(folder=place / "workspace")
        room = dice.choice([0, 4, 16, 64, 200, 600, 1500, 4000]) * 1024
        filler = place / "x.filler"
        fill(filler, room)
        door = dice.choice(self.doors)
        details = f"{door.name} on {kind} with {room // 1024} KiB left"
        run = door.start(site, number, actions=2000)
        self.ended(run.wait(), number, site, details)
        self.tally.faults += 1
        # Nothing has changed yet: whoever comes now gets an answer, or is told clearly.
        for command in (["status", "t0"], ["audit", "verify"], act(number)):
            self.ended(self.program.run(*command, "--workspace", str(site.folder)), number, site, details)
        filler.unlink()
        self.room_made(number, site, details)

    def injected(self, number: int, dice: random.Random) -> None:
        site = self.ground.site()
        door = dice.choice(self.doors)
        rule = f"pwrite+write+ftruncate:dwhv:ENOSPC:from:{dice.randrange(1, 600)}"
        environment = self.ground.faults(site, rules=rule)
        details = f"{door.name} with {rule}"
        self.ended(door.start(site, number, actions=2000, environment=environment).wait(), number, site, details)
        self.tally.faults += 1
        self.room_made(number, site, details)
        self.ground.drop(site)

    def room_made(self, number: int, site: grounds.Site, details: str) -> None:
        self.ground.examine(site, self.tally, number, full=True, details=details)
        self.goes_on(number, site, "with room made", actions=60, full=True, details=details)


def act(number: int) -> list[str]:
    """One action at the terminal."""
    text = f"questions.0.text=round {number}"
    return ["act", "t0/SG", "propose", "--as", "officer@HSA", "--by", "terminal", "--set", text]


def mount(kind: str, place: pathlib.Path, megabytes: int) -> bool:
    if os.geteuid() != 0:
        return False
    if kind == "tmpfs":
        command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "torture", str(place)]
    else:
        image = place.with_suffix(".image")
        with open(image, "wb") as file:
            file.truncate(megabytes * MEGABYTE)
        made = subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", str(image)], capture_output=True)
        if made.returncode != 0:
            return False
        command = ["mount", "-o", "loop", str(image), str(place)]
    return subprocess.run(command, capture_output=True).returncode == 0


def fill(filler: pathlib.Path, room: int) -> None:
    """Leaves so much room beside the filler."""
    with open(filler, "wb", buffering=0) as file:
        while True:
            status = os.statvfs(filler)
            left = status.f_bavail * status.f_frsize - room
            if left <= 0:
                return
            try:
                file.write(b"\x5a" * min(left, MEGABYTE))
            except OSError:
                return
