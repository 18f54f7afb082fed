"""The schemas of everything that is read and that leaves, and what is held against them."""

from __future__ import annotations

import json

from tasuki_scripts import ROOT

SCHEMAS = ROOT / "Schemas"


def kinds() -> list[str]:
    """Whatever there is a schema of."""
    return sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))


def schema_of(kind: str) -> dict:
    return json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))
