"""What a power cut leaves of the files, from the journal of the preloaded library.

The model: the bytes of a file are safe once a sync of that file, begun after they were written, has returned honestly.
Names (made, moved, removed) become safe in their order, at the next honest sync of anything, as in a journalled file
system. What is not safe may be there or not, in pieces of a sector; a file that only ever grows at its end, as `heads`,
keeps a beginning of what was added.
"""

from __future__ import annotations

import dataclasses
import pathlib
import random
import struct

HEADER = struct.Struct("<IIIIQQQ")
MAGIC = 0x54524F31
SECTOR = 512


@dataclasses.dataclass
class File:
    safe: bytearray
    # Writes (offset, bytes) and new sizes (size, None) since the last honest sync, each with its moment.
    pending: list[tuple[int, int, bytes | None]] = dataclasses.field(default_factory=list)


class Disk:
    """Replays a journal onto the state in which the workspace was when the journal began."""

    def __init__(self, root: pathlib.Path) -> None:
        self.root = root.resolve()
        self.files: dict[int, File] = {}
        self.inodes: dict[int, int] = {}
        self.live: dict[str, int] = {}
        self.safe_names: dict[str, int] = {}
        self.folders: set[str] = set()
        self._name_changes: list[tuple[int, str, str, int]] = []
        self._begun: dict[int, int] = {}
        self._moment = 0
        # Everything before this moment is safe on a disk that keeps its order, since a sync empties all of its cache.
        self._settled = 0
        for path in sorted(self.root.rglob("*")):
            if path.is_dir():
                self.folders.add(str(path))
            elif not path.name.endswith("-shm"):
                self._new(str(path), path.stat().st_ino, path.read_bytes())
        self.safe_names = dict(self.live)
        self._name_changes.clear()

    def _new(self, path: str, inode: int, data: bytes) -> int:
        number = len(self.files) + 1
        self.files[number] = File(bytearray(data))
        self.inodes[inode] = number
        self.live[path] = number
        self._name_changes.append((self._moment, "link", path, number))
        return number

    def replay(self, journal: pathlib.Path) -> int:
        """The number of records; a record that was cut off at the end is none."""
        data, at, count = journal.read_bytes(), 0, 0
        while at + HEADER.size <= len(data):
            magic, op, path_length, thread, inode, offset, length = HEADER.unpack_from(data, at)
            if magic != MAGIC:
                raise ValueError(f"the journal is no journal at byte {at}")
            at += HEADER.size
            path = data[at : at + path_length].decode()
            at += path_length
            body = b""
            if chr(op) == "W":
                body = data[at : at + length]
                at += length
                if len(body) < length:
                    break
            self._moment += 1
            count += 1
            self._apply(chr(op), path, thread, inode, offset, body)
        return count

    def _apply(self, op: str, path: str, thread: int, inode: int, offset: int, body: bytes) -> None:
        if op == "O":
            if offset or path not in self.live:
                self._new(path, inode, b"")
            else:
                self.inodes[inode] = self.live[path]
        elif op == "M":
            self.folders.add(path)
        elif op == "U":
            self.live.pop(path, None)
            self._name_changes.append((self._moment, "unlink", path, 0))
        elif op == "R":
            source, target = path.split("\n")
            number = self.live.pop(source, 0)
            if number:
                self.live[target] = number
                self._name_changes.append((self._moment, "unlink", source, 0))
                self._name_changes.append((self._moment, "link", target, number))
        elif op == "B":
            self._begun[thread] = self._moment
        elif op == "S":
            self._settle(inode, self._begun.pop(thread, 0))
        elif inode in self.inodes:
            file = self.files[self.inodes[inode]]
            file.pending.append((self._moment, offset, body if op == "W" else None))

    def _settle(self, inode: int, begun: int) -> None:
        self._settled = max(self._settled, begun)
        while self._name_changes and self._name_changes[0][0] < begun:
            self._rename(self.safe_names, self._name_changes.pop(0))
        if inode in self.inodes:
            file = self.files[self.inodes[inode]]
            for _, offset, body in [change for change in file.pending if change[0] < begun]:
                put(file.safe, offset, body)
            file.pending = [change for change in file.pending if change[0] >= begun]

    @staticmethod
    def _rename(names: dict[str, int], change: tuple[int, str, str, int]) -> None:
        _, kind, path, number = change
        if kind == "link":
            names[path] = number
        else:
            names.pop(path, None)

    def image(self, target: pathlib.Path, keep: str, dice: random.Random) -> None:
        """Writes what is left of what was not safe.

        `keep`: none, all, ordered (all up to one moment, as a disk that keeps its order), or some of it.
        """
        changes = [change for file in self.files.values() for change in file.pending]
        last = dice.choice([self._settled, *(moment for moment, _, _ in changes if moment > self._settled)])
        names = dict(self.safe_names)
        count = {"none": 0, "all": len(self._name_changes)}.get(keep, dice.randint(0, len(self._name_changes)))
        if keep == "ordered":
            count = sum(change[0] <= last for change in self._name_changes)
        for change in self._name_changes[:count]:
            self._rename(names, change)
        target.mkdir(parents=True)
        for folder in sorted(self.folders):
            (target / pathlib.Path(folder).relative_to(self.root)).mkdir(parents=True, exist_ok=True)
        for path, number in names.items():
            place = target / pathlib.Path(path).relative_to(self.root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(self._left(self.files[number], place.name == "heads", keep, last, dice))

    @staticmethod
    def _left(file: File, only_grows: bool, keep: str, last: int, dice: random.Random) -> bytes:
        data = bytearray(file.safe)
        if keep == "some" and only_grows:
            whole = bytearray(data)
            for _, offset, body in file.pending:
                put(whole, offset, body)
            return bytes(whole[: dice.randint(min(len(data), len(whole)), max(len(data), len(whole)))])
        for moment, offset, body in file.pending:
            if keep == "all" or (keep == "ordered" and moment <= last):
                put(data, offset, body)
            elif keep == "some":
                if body is None:
                    if dice.random() < 0.5:
                        put(data, offset, None)
                    continue
                for start in range(0, len(body), SECTOR):
                    if dice.random() < 0.6:
                        put(data, offset + start, body[start : start + SECTOR])
        return bytes(data)


def put(data: bytearray, offset: int, body: bytes | None) -> None:
    """A write, or without bytes a new size."""
    if body is None:
        if offset <= len(data):
            del data[offset:]
        else:
            data.extend(bytes(offset - len(data)))
        return
    if offset > len(data):
        data.extend(bytes(offset - len(data)))
    data[offset : offset + len(body)] = body
