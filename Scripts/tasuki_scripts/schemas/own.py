"""What schemas themselves must be: closed, described, and without definitions that nobody uses or that differ."""

from __future__ import annotations

import json
import re

# Schemas refer to nothing outside themselves, so that an editor needs no network; these definitions stand in
# several of them and must be the same in all. States and events are not among them: their names may hold the arguments
# of a fragment in a procedure, and not in a chart.
SHARED = {
    "confidence", "country", "day", "partialDate", "exactDate", "instant", "heading", "texts", "url", "word", "words",
    "source", "reference", "function", "participation", "clockUnit", "stateIDs", "nothing", "topStates",
    "transitions", "actions",
}


def subschemas(schema, path: str = ""):
    """Every schema within a schema, with its path and whether it only adds conditions to another one."""
    if not isinstance(schema, dict):
        return
    yield path, schema
    for key in ("properties", "$defs", "patternProperties"):
        for name, child in schema.get(key, {}).items():
            yield from subschemas(child, f"{path}/{key}/{name}")
    narrows = any("$ref" in part for part in schema.get("allOf", []))
    for key in ("items",) if narrows else ("items", "additionalProperties", "propertyNames"):
        yield from subschemas(schema.get(key), f"{path}/{key}")
    for key in ("anyOf", "oneOf"):
        for index, child in enumerate(schema.get(key, [])):
            if set(child) != {"required"}:
                yield from subschemas(child, f"{path}/{key}/{index}")
    for key in ("then", "else"):
        if "$ref" in schema.get(key, {}) or "anyOf" in schema.get(key, {}):
            yield from subschemas(schema[key], f"{path}/{key}")


def self_defects(kind: str, schema: dict, shared: dict) -> list[str]:
    """What the metaschema refuses, objects that are open, properties that say nothing, definitions that differ."""
    from jsonschema import Draft202012Validator

    found = [f"{kind}: {error.message}" for error in
             Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema)]
    # The number is that of the form, which need not be the first.
    if not re.fullmatch(f"urn:tasuki:schema:{kind}:[1-9][0-9]*", schema.get("$id", "")):
        found.append(f"{kind}: its $id is not urn:tasuki:schema:{kind} with a number")
    for path, part in subschemas(schema):
        closed = part.get("additionalProperties") is False or part.get("unevaluatedProperties") is False
        if part.get("properties") and not closed:
            found.append(f"{kind}: {path or '/'} is open: it takes keys that it does not list")
        for name, child in part.get("properties", {}).items():
            if child is not False and not str(child.get("description", "")).endswith("."):
                found.append(f"{kind}: {path}/properties/{name} has no sentence that describes it")
        target = part.get("$ref", "")
        if target and target.removeprefix("#/$defs/") not in schema.get("$defs", {}):
            found.append(f"{kind}: {path} refers to {target}, which is not here")
    used = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(schema)))
    found += [f"{kind}: the definition ‘{name}’ is not used" for name in sorted(set(schema.get("$defs", {})) - used)]
    for name in SHARED & set(schema.get("$defs", {})):
        first, words = shared.setdefault(name, (kind, schema["$defs"][name]))
        if words != schema["$defs"][name]:
            found.append(f"{kind}: the definition ‘{name}’ differs from that of {first}")
    return found
