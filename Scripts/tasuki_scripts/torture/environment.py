"""Zones and languages of the surroundings, which must change nothing."""

from __future__ import annotations

import random
import shutil
import subprocess

from . import database
from . import family as families
from . import ground as grounds

ZONES = [
    "UTC",
    "Asia/Tokyo",
    "America/Los_Angeles",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Europe/Lisbon",
    "XYZ+25",
    "",
    "nowhere",
]
LANGUAGES = ["C", "C.UTF-8", "en_US.UTF-8", "ja_JP.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "POSIX", "", "nonsense"]
READINGS = [
    ["status", "t0", "--format", "json"],
    ["status", "t0"],
    ["history", "t0", "--format", "json"],
    ["timeline", "t0"],
    ["due"],
    ["audit", "verify"],
    ["status", "t0", "--lang", "ja"],
    ["actions", "t0/SG", "--format", "json"],
    ["work", "--as", "officer@HSA"],
    ["clock"],
    ["status", "nobody"],
    ["routes", "--country", "SG"],
]
# Without texts, whose salts are dice: the same actions must give the same bytes, and so the same root.
ACTIONS = [
    ("t0/SG", "ready", "officer@HSA"),
    ("t0/TH", "ready", "officer@ThaiFDA"),
    ("t1/TW", "ready", "officer@TFDA"),
    ("t1/SG", "ready", "officer@HSA"),
]


class Environment(families.Family):
    name = "environment"
    about = "TZ, LANG, LC_ALL, LANGUAGE and HOME, with the language named: the same bytes of output, and the same log"
    rounds = 24
    ci_rounds = 4
    needs_answers = False

    def __init__(self, ground: grounds.Ground) -> None:
        super().__init__(ground)
        self.expected: list[tuple[int | None, str, str]] = []
        self.root = ""
        self.locales = self.make_locales()

    def make_locales(self) -> dict[str, str]:
        """The locales themselves, where the system can make them; names alone would change little."""
        folder = self.ground.scratch / "locales"
        folder.mkdir(exist_ok=True)
        if shutil.which("localedef") is None:
            self.tally.note("no localedef here: languages by name alone")
            return {}
        for name in ("ja_JP", "tr_TR", "ar_EG", "en_US"):
            subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")], capture_output=True)
        made = sorted(path.name for path in folder.iterdir())
        if not made:
            self.tally.note("the system's locales cannot be made here: languages by name alone")
            return {}
        return {"LOCPATH": str(folder)}

    def round(self, number: int, dice: random.Random) -> None:
        if not self.expected:
            self.expected, self.root = self.everything({})
            again, root = self.everything({})
            if (again, root) != (self.expected, self.root):
                self.defect(number, "the same commands give other bytes in the same surroundings")
        language = dice.choice(LANGUAGES)
        surroundings = self.locales | {
            "TZ": dice.choice(ZONES),
            "LANG": language,
            "LC_ALL": dice.choice([language, "", "tr_TR.UTF-8"]),
            "LANGUAGE": dice.choice(["", "ja", "tr:ar"]),
            "HOME": dice.choice(["/", "/nonexistent", "/tmp"]),
            # What people read follows the locale where nothing names a language; all else must not.
            "TASUKI_LANG": "en",
        }
        if dice.random() < 0.2:
            surroundings["LC_CTYPE"] = "ja_JP.eucJP"
        self.tally.faults += 1
        results, root = self.everything(surroundings)
        details = " ".join(f"{name}={value}" for name, value in surroundings.items() if name != "LOCPATH")
        for command, expected, result in zip(READINGS, self.expected, results):
            if result != expected:
                self.defect(number, f"'{' '.join(command)}' gives other bytes", None, details)
        if root != self.root:
            self.defect(number, f"the same actions give the log {root}, not {self.root}", None, details)

    def everything(self, surroundings: dict[str, str]) -> tuple[list[tuple[int | None, str, str]], str]:
        """What every command prints, and the head of the log after the same actions."""
        # The same place each time, since messages name it.
        folder = self.ground.scratch / "surroundings"
        shutil.rmtree(folder, ignore_errors=True)
        site = self.ground.site(folder=folder)
        results = []
        for command in READINGS:
            outcome = self.program.run(*command, "--workspace", str(folder), environment=surroundings)
            results.append((outcome.code, outcome.output, outcome.errors))
        for name, action, actor in ACTIONS:
            outcome = self.program.run(
                "act",
                name,
                action,
                "--as",
                actor,
                "--by",
                "torture",
                "--workspace",
                str(folder),
                environment=surroundings,
            )
            results.append((outcome.code, outcome.output, outcome.errors))
        reading = database.read(site.folder)
        self.ground.drop(site)
        return results, reading.head
