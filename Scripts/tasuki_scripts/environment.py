"""Virtual environments with pinned packages, so that two runs on two days do the same."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import venv


def enter(name: str, packages: dict[str, str], variables: dict[str, str] | None = None) -> None:
    """Runs this script again in an environment with the packages alone, which is made where it is missing.

    `packages` are versions by name, those that others need included, for nothing else is installed. `variables` are set
    for the second run. Returns only in the second run.
    """
    script = pathlib.Path(sys.argv[0]).name
    if sys.version_info < (3, 11):
        sys.exit(f"{script} needs Python 3.11 or newer, which the pinned packages ask for")
    home = place(name, packages)
    if pathlib.Path(sys.prefix).resolve() == home.resolve():
        return
    wanted = [f"{package}=={version}" for package, version in packages.items()]
    if not is_ready(home, wanted):
        more = f" and {len(wanted) - 3} more" if len(wanted) > 3 else ""
        print(f"{script}: installing {', '.join(wanted[:3])}{more}", file=sys.stderr)
        venv.create(home, with_pip=True, clear=True)
        if not install(home, "--no-deps", *wanted):
            sys.exit(f"{script}: could not install the pinned packages; is a package index reachable?")
        (home / "ready").write_text("\n".join(wanted))
    python = str(home / "bin" / "python")
    os.execve(python, [python, *sys.argv], {**os.environ, **(variables or {})})


def place(name: str, packages: dict[str, str]) -> pathlib.Path:
    """Where an environment lies; another one for another version of its first package."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "tasuki"
    version = next(iter(packages.values()))
    return cache / f"{name}-{version}-python{sys.version_info.major}.{sys.version_info.minor}"


def is_ready(home: pathlib.Path, wanted: list[str]) -> bool:
    ready = home / "ready"
    return ready.is_file() and ready.read_text() == "\n".join(wanted)


def install(home: pathlib.Path, *arguments: str) -> bool:
    """Whether pip could install it into the environment."""
    command = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([*command, *arguments]).returncode == 0
