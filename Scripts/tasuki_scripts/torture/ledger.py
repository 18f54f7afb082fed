"""What the program has told its callers, kept outside of the processes that are killed."""

from __future__ import annotations

import dataclasses
import threading
import typing

# Errors after which the program promises that nothing of the request was kept.
NOTHING_KEPT = {"store.disk-full", "store.closed", "busy", "engine.busy", "store.failed", "store.refused"}


@dataclasses.dataclass(frozen=True)
class Answer:
    """An acceptance: the row that the workspace must hold for the key."""

    submission: str
    case: str
    version: int
    first: int
    last: int


def answer_from(json: dict[str, typing.Any]) -> Answer:
    """As both doors write an acceptance in JSON."""
    events = json["events"]
    return Answer(json["submission"], json["case"].rsplit("/", 1)[-1], json["version"], events["first"], events["last"])


@dataclasses.dataclass
class Entry:
    state: str = "sent"
    answer: Answer | None = None
    code: str = ""


class Ledger:
    """Thread-safe; a key that was answered twice must have been answered alike."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.opened: set[str] = set()
        self.contradictions: list[str] = []
        self._lock = threading.Lock()

    def sent(self, key: str) -> None:
        with self._lock:
            self.entries.setdefault(key, Entry())

    def ok(self, key: str, answer: Answer) -> None:
        with self._lock:
            entry = self.entries.setdefault(key, Entry())
            if entry.state == "ok" and entry.answer != answer:
                self.contradictions.append(f"{key} was answered with {entry.answer}, then with {answer}")
            if entry.state == "refused":
                self.contradictions.append(f"{key} was refused ({entry.code}), then accepted for the same request")
            entry.state, entry.answer = "ok", answer

    def refused(self, key: str, code: str) -> None:
        with self._lock:
            entry = self.entries.setdefault(key, Entry())
            if entry.state == "ok":
                self.contradictions.append(f"{key} was accepted, then refused with {code}")
                return
            entry.state, entry.code = "refused", code

    def failed(self, key: str, code: str) -> None:
        with self._lock:
            entry = self.entries.setdefault(key, Entry())
            if entry.state != "ok":
                entry.state, entry.code = "failed", code

    def open(self, submission: str) -> None:
        with self._lock:
            self.opened.add(submission)

    def feed(self, line: str) -> None:
        """Takes one line of the driver's."""
        words = line.split(" ")
        try:
            match words:
                case ["sent", key]:
                    self.sent(key)
                case ["ok", key, submission, case, version, first, last]:
                    case = case.rsplit("/", 1)[-1]
                    self.ok(key, Answer(submission, case, int(version), int(first), int(last)))
                case ["refused", key, code]:
                    self.refused(key, code)
                case ["failed", key, code]:
                    self.failed(key, code)
                case ["opened", submission]:
                    self.open(submission)
                case _:
                    self.contradictions.append(f"the driver wrote a line that is none: {line[:120]!r}")
        except ValueError:
            self.contradictions.append(f"the driver wrote a line that is none: {line[:120]!r}")

    def count(self, state: str) -> int:
        with self._lock:
            return sum(entry.state == state for entry in self.entries.values())

    def snapshot(self) -> tuple[dict[str, Entry], set[str]]:
        with self._lock:
            return {key: dataclasses.replace(entry) for key, entry in self.entries.items()}, set(self.opened)

    def copy(self) -> Ledger:
        """For a copy of the workspace, whose later answers the original never gave."""
        other = Ledger()
        other.entries, other.opened = self.snapshot()
        return other

    def unanswered(self) -> list[str]:
        with self._lock:
            return [key for key, entry in self.entries.items() if entry.state in ("sent", "failed")]
