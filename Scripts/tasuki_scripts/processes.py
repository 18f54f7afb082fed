"""Running programs to their end, which comes in time one way or another."""

from __future__ import annotations

import dataclasses
import pathlib
import subprocess
import tempfile
import threading
import time
import typing


@dataclasses.dataclass(frozen=True)
class Ran:
    """How a run ended: `code` is negative where a signal ended it, None where its time was over."""

    code: int | None
    output: str
    errors: str
    seconds: float


def run(
    start: typing.Callable[[typing.IO[bytes], typing.IO[bytes]], subprocess.Popen[bytes]],
    limit: float,
    folder: pathlib.Path | None = None,
) -> Ran:
    """Runs what `start` starts with these two files as its output and errors, and measures it from outside.

    Files and not pipes, so that a full pipe never holds anybody up; `folder` is where they lie.
    """
    with tempfile.TemporaryFile(dir=folder) as output, tempfile.TemporaryFile(dir=folder) as errors:
        began = time.perf_counter()
        code = ended(start(output, errors), limit)
        seconds = time.perf_counter() - began
        return Ran(code, read_back(output), read_back(errors), seconds)


def ended(process: subprocess.Popen[bytes], limit: float) -> int | None:
    """Waits for the end and gives its code; None where `limit` seconds were over first, when it is killed.

    A timer kills it, since waiting with a limit of its own would notice the end up to 50 ms late.
    """
    is_over = threading.Event()

    def kill() -> None:
        is_over.set()
        process.kill()

    timer = threading.Timer(limit, kill)
    timer.start()
    try:
        code = process.wait()
    finally:
        timer.cancel()
        # Only where the waiting itself was interrupted.
        if process.poll() is None:
            process.kill()
            process.wait()
    return None if is_over.is_set() else code


def read_back(file: typing.IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")
