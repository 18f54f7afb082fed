"""Holds every configuration file against the JSON Schema that it names, and the schemas against themselves."""

from __future__ import annotations

import argparse
import pathlib
import re

from tasuki_scripts import ROOT, arguments, environment

from . import SCHEMAS, examples, kinds, openapi, own, schema_of
from .document import Document
from .judging import defects

# With all that they need, so that two runs on two days check with the same validators.
PACKAGES = {
    "jsonschema": "4.26.0", "ruamel.yaml": "0.19.1", "openapi-spec-validator": "0.9.0",
    "annotated-types": "0.8.0", "attrs": "26.1.0", "jsonschema-path": "0.5.0",
    "jsonschema-specifications": "2025.9.1", "lazy-object-proxy": "1.13.0", "openapi-schema-validator": "0.9.0",
    "pathable": "0.6.0", "pydantic": "2.14.3", "pydantic-settings": "2.16.3", "pydantic_core": "2.50.4",
    "python-dotenv": "1.2.4", "PyYAML": "6.0.3", "referencing": "0.37.0", "rfc3339-validator": "0.1.4",
    "rpds-py": "2026.9.1", "six": "1.17.0", "typing-inspection": "0.4.5", "typing_extensions": "4.16.0",
}

EVENTS = ROOT / "Sources" / "Engine" / "Documentation.docc" / "Events.md"
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\s*$")

EPILOG = """examples:
  Scripts/check-schemas                             check the schemas, all that is shipped, and openapi.yaml
  Scripts/check-schemas my-procedure.yaml           the same, and a file that names its schema on its first line
  Scripts/check-schemas --as chart door.yaml        the same, and a file that names none
  tasuki status --format json > status.json
  Scripts/check-schemas --status status.json        the same, and what tasuki printed
  Scripts/check-schemas --as event leaves.jsonl     the same, and leaves of the log, one a line

A file names its schema for editors and for this script on its first line, relative to its own folder:
  # yaml-language-server: $schema=../../Schemas/procedure.schema.json

YAML is read as YAML 1.2: yes, no and dates are texts. The validators are installed once, at pinned
versions, into a virtual environment of their own under ${XDG_CACHE_HOME:-~/.cache}/tasuki/."""


class Checks:
    """Counts what passed and failed, and prints one line for each group."""

    def __init__(self) -> None:
        self.total = [0, 0]
        self.group = [0, 0]

    def note(self, defects: list[str]) -> None:
        self.group[bool(defects)] += 1
        for defect in defects:
            print(defect)

    def close(self, name: str) -> None:
        """A group without any check has failed: it would be empty by mistake."""
        if self.group == [0, 0]:
            self.note([f"{name}: there is nothing to check"])
        passed, failed = self.group
        print(f"{name:<28} {passed:>4} passed, {failed} failed")
        self.total = [self.total[0] + passed, self.total[1] + failed]
        self.group = [0, 0]


def shipped() -> dict[str, list[pathlib.Path]]:
    """The configuration files by the kind whose schema they name; those that name none under an empty name."""
    kinds: dict[str, list[pathlib.Path]] = {}
    for path in sorted((ROOT / "Config").rglob("*.yaml")):
        kinds.setdefault(named_schema(path) or "", []).append(path)
    return kinds


def named_schema(path: pathlib.Path) -> str | None:
    """The kind of the schema that the first line of the file names, if there is such a schema."""
    with path.open(encoding="utf-8") as file:
        match = MODELINE.match(file.readline())
    if match is None:
        return None
    target = (path.parent / match[1]).resolve()
    known = target.parent == SCHEMAS and target.is_file()
    return target.name.removesuffix(".schema.json") if known else None


def file_defects(path: pathlib.Path, kind: str, schemas: dict) -> list[str]:
    name = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".jsonl":
            return defects(Document(name, text), schemas[kind])
        lines = enumerate(text.splitlines(), 1)
        return [defect for number, line in lines if line.strip()
                for defect in defects(Document(f"{name}:{number}", line), schemas[kind])]
    except UnicodeDecodeError:
        return [f"{name}: is not text in UTF-8"]
    except OSError as error:
        return [f"{name}: cannot be read: {error.strerror}"]
    except ValueError as error:
        return [str(error)]


def check_extra(checks: Checks, options: argparse.Namespace, schemas: dict) -> None:
    for path in options.status:
        checks.note(file_defects(path, "status", schemas))
    if options.status:
        checks.close("given: status")
    for path in options.file:
        try:
            kind = named_schema(path) or options.kind
        except (UnicodeDecodeError, OSError):
            kind = "status"  # Whatever is wrong with the file is told when it is read.
        checks.note(file_defects(path, kind, schemas) if kind else
                    [f"{path}:1:1: names none of the schemas in Schemas on its first line; say its kind with --as"])
    if options.file:
        checks.close("given: files")


def parse() -> argparse.Namespace:
    parser = arguments.parser("check-schemas", __doc__, EPILOG)
    parser.add_argument("file", nargs="*", type=pathlib.Path, help="further files to check: YAML, JSON or JSON lines")
    parser.add_argument("--as", dest="kind", choices=kinds(), help="the kind of the files that name no schema")
    parser.add_argument("--status", metavar="FILE", type=pathlib.Path, action="append", default=[],
                        help="check what tasuki status --format json printed; may be given several times")
    return parser.parse_args()


def main() -> int:
    options = parse()
    environment.enter("schemas", PACKAGES)
    checks, shared = Checks(), {}
    schemas = {kind: schema_of(kind) for kind in kinds()}
    changes = examples.changes()
    for kind, schema in schemas.items():
        checks.note(own.self_defects(kind, schema, shared))
    checks.note([f"{kind}: there is no such schema" for kind in changes if kind not in schemas])
    checks.close("schemas")
    for kind, schema in schemas.items():
        for result in examples.example_defects(kind, schema, changes.get(kind, [])):
            checks.note(result)
        checks.close(f"examples: {kind}")
    files = shipped()
    checks.note([f"{path.relative_to(ROOT)}:1:1: names no schema of Schemas" for path in files.pop("", [])])
    for kind in schemas:
        if examples.is_shipped(kind):
            for path in files.get(kind, []):
                checks.note(file_defects(path, kind, schemas))
            checks.close(f"shipped: {kind}")
    blocks = re.findall(r"^```json\n(.*?)^```", EVENTS.read_text(encoding="utf-8"), re.M | re.S)
    for index, block in enumerate(blocks, 1):
        checks.note(defects(Document(f"{EVENTS.name}: example {index}", block), schemas["event"]))
    checks.close("shipped: event")
    for result in openapi.results():
        checks.note(result)
    checks.close("openapi")
    check_extra(checks, options, schemas)
    print(f"{checks.total[0]} passed, {checks.total[1]} failed")
    return 1 if checks.total[1] else 0
