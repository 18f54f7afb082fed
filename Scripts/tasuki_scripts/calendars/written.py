"""Files that a script has made: written, or held against those that are there."""

from __future__ import annotations

import difflib
import pathlib


def settle(folder: pathlib.Path, texts: dict[str, str], is_check: bool) -> int:
    """Writes the texts under their names; or, as a check, prints how the files differ and gives 1 where one does."""
    differing = 0
    for name, after in texts.items():
        path = folder / name
        if not is_check:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(after, encoding="utf-8")
            print(f"wrote {name}")
            continue
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        if before == after:
            print(f"{name}: up to date")
            continue
        differing += 1
        print(f"{name}: differs" if before else f"{name}: missing")
        lines = before.splitlines(True), after.splitlines(True)
        print("".join(difflib.unified_diff(*lines, f"committed/{name}", f"written/{name}")))
    return 1 if differing else 0
