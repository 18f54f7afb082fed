"""Examples that each schema must accept, and changes of them that it must refuse."""

from __future__ import annotations

import pathlib

from tasuki_scripts import ROOT

from . import SCHEMAS
from .document import Document
from .judging import defects, refusals

EXAMPLES = SCHEMAS / "examples"


def example(kind: str) -> pathlib.Path:
    """YAML of what is read, JSON of what leaves; of labels a file that is shipped, since every label must be in it."""
    if kind == "labels":
        return ROOT / "Config" / "labels" / "en.yaml"
    written = EXAMPLES / f"{kind}.yaml"
    return written if written.exists() else EXAMPLES / f"{kind}.json"


def is_shipped(kind: str) -> bool:
    """Whether files of the kind lie in Config: all that is read but bare charts, which only tests have."""
    return kind != "chart" and example(kind).suffix == ".yaml"


def changes() -> dict[str, list[dict[str, str]]]:
    """By kind what its schema must refuse: a text of the example, what it becomes, and the place of the refusal."""
    return Document("refused.yaml", (EXAMPLES / "refused.yaml").read_text(encoding="utf-8")).value


def example_defects(kind: str, schema: dict, changes: list[dict[str, str]]) -> list[list[str]]:
    """One entry for each example: what is wrong with how the schema judges it."""
    path = example(kind)
    if not path.exists() or not changes:
        return [[f"{kind}: has no example in Schemas/examples, or nothing in refused.yaml"]]
    text = path.read_text(encoding="utf-8")
    results = [[f"the good example of {defect}" for defect in defects(Document(kind, text), schema)]]
    for change in changes:
        old, new, place = change["old"], change["new"], change["at"]
        if old not in text:
            results.append([f"{kind}: the example has no ‘{old}’"])
            continue
        found = refusals(Document(kind, text.replace(old, new, 1)), schema)
        places = ["/".join(map(str, path)) for path, _ in found]
        defect = f"{kind}: ‘{new or 'nothing'}’ for ‘{old}’ is not refused at ‘{place}’ but {places or 'accepted'}"
        results.append([] if place in places else [defect])
    return results
