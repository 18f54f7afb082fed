"""What documents say of the repository, held against it: `python3 -m tasuki_scripts.documents links`, or `picture`."""

from __future__ import annotations

import json
import pathlib
import re
import subprocess
import sys

from tasuki_scripts import ROOT


def pages(root: pathlib.Path) -> list[pathlib.Path]:
    found = [*root.glob("*.md"), root / "Config" / "README.md"]
    for folder in ("Sources", "Scripts", "Tests"):
        found += (root / folder).rglob("*.md")
    return found


def prose(page: pathlib.Path) -> str:
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def anchors(page: pathlib.Path) -> list[str]:
    """What a link with '#' may name in a page, by the rules of GitHub."""
    texts: list[str] = []
    found = []
    for heading in re.findall(r"^#+ +(.+)$", prose(page), flags=re.MULTILINE):
        text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        anchor = re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
        found.append(f"{anchor}-{texts.count(anchor)}" if anchor in texts else anchor)
        texts.append(anchor)
    return found


def broken_links(root: pathlib.Path) -> list[str]:
    """Links that lead to no file, or to no heading of it; and that there are none at all, which would be a mistake."""
    broken, seen = [], 0
    for page in pages(root):
        for target in re.findall(r"\]\(([^)\s]+)[^)]*\)", prose(page)):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, anchor = target.partition("#")
            file = page.parent / path if path else page
            seen += 1
            if not file.exists():
                broken.append(f"{page.relative_to(root)}: no such file: {target}")
            elif anchor and anchor not in anchors(file):
                broken.append(f"{page.relative_to(root)}: no such heading: {target}")
    return broken if seen else ["no document has a link"]


def missing_places(root: pathlib.Path, page: str) -> list[str]:
    """Files and folders that a page names between backticks, and that are nowhere: from the root, from a target, or by name."""
    files = [file.relative_to(root).as_posix() for top in ("Sources", "Tests", "Schemas", "Config", "Scripts")
             for file in (root / top).rglob("*") if "__pycache__" not in file.parts]
    known = {"/" + file for file in files}
    missing = []
    for name in re.findall(r"`([\w+./-]+(?:/|\.(?:swift|md|json|yaml|txt))|[A-Z][\w+-]*/[\w+./-]+)`", page):
        end = "/" + name.strip("/")
        if not (root / name).exists() and not any(path.endswith(end) for path in known):
            missing.append(f"ARCHITECTURE.md: nothing is called {name}")
    return missing


def wrong_arrows(package: dict, page: str) -> list[str]:
    """Where a picture differs from the package: its arrows are those in Sources that do not follow from others."""
    targets = [target for target in package["targets"]
               if target["type"] != "test" and not (target.get("path") or "").startswith("Tests/")]
    names = {target["name"] for target in targets}
    arrows = {target["name"]: {part["byName"][0] for part in target["dependencies"] if "byName" in part} & names
              for target in targets}

    def below(name: str) -> set[str]:
        return set().union(*({other} | below(other) for other in arrows[name]))

    needed = {(name, other) for name in names for other in arrows[name]
              if not any(other in below(third) for third in arrows[name])}
    drawn = set(re.findall(r"^    (\w+) --> (\w+)$", page, re.MULTILINE))
    return [f"not drawn: {one} --> {other}" for one, other in sorted(needed - drawn)] + \
        [f"drawn, but not so: {one} --> {other}" for one, other in sorted(drawn - needed)]


def main(what: str) -> int:
    if what == "links":
        page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
        defects = broken_links(ROOT) + missing_places(ROOT, page)
    else:
        package = subprocess.run(["swift", "package", "dump-package"], cwd=ROOT, check=True, capture_output=True).stdout
        defects = wrong_arrows(json.loads(package), (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    print("\n".join(defects))
    return 1 if defects else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
