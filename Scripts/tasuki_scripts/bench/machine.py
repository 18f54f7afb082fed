"""What was measured, and on what: a figure without these says nothing."""

from __future__ import annotations

import datetime
import os
import pathlib
import platform
import re
import subprocess
import time


def first_line(*command: str, cwd: pathlib.Path | None = None) -> str | None:
    """The first line that a command prints; nothing where there is no such command, or it fails."""
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return (done.stdout.strip() or done.stderr.strip()).split("\n")[0] or None


def file_system(folder: pathlib.Path) -> str:
    """The type of file system that a folder lies on, as the kernel names it."""
    device = folder.stat().st_dev
    found = "unknown"
    with open("/proc/self/mountinfo", encoding="utf-8") as mounts:
        for line in mounts:
            fields = line.split()
            if fields[2] == f"{os.major(device)}:{os.minor(device)}":
                found = fields[fields.index("-") + 1]
    return found


def facts(root: pathlib.Path, tasuki: pathlib.Path | None) -> dict:
    """The day, the machine and every version that the figures hang on."""
    processors = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = re.search(r"^model name\s*:\s*(.+)$", processors, re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    commit = first_line("git", "rev-parse", "HEAD", cwd=root)
    changed = first_line("git", "status", "--porcelain", cwd=root)
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ"),
        "commit": (commit or "unknown") + (" with changes" if changed else ""),
        "processor": model[1] if model else platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(memory, 1),
        "kernel": platform.release(),
        "load_before": round(os.getloadavg()[0], 2),
        "versions": {
            "tasuki": first_line(str(tasuki), "--version") if tasuki else None,
            "swift": first_line("swift", "--version"),
            "cc": first_line("cc", "--version"),
            "python": platform.python_version(),
        },
    }


def sync_milliseconds(folder: pathlib.Path, count: int = 40) -> float:
    """The median of appending 4 KiB and waiting for the disk: the part of a commit that nobody can save."""
    path = folder / "probe"
    samples = []
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    try:
        for _ in range(count):
            began = time.perf_counter()
            os.write(descriptor, bytes(4096))
            os.fdatasync(descriptor)
            samples.append(time.perf_counter() - began)
    finally:
        os.close(descriptor)
        path.unlink()
    return sorted(samples)[count // 2] * 1000
