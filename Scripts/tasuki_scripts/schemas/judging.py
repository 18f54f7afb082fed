"""What a schema refuses of a document, told so that somebody can mend it."""

from __future__ import annotations

import json

from .document import Document


def validator(schema: dict):
    from jsonschema import Draft202012Validator

    formats = Draft202012Validator.FORMAT_CHECKER
    assert {"date", "date-time"} <= set(formats.checkers), "the validator does not check dates"
    return Draft202012Validator(schema, format_checker=formats)


def most_specific(error):
    """The defect to name where none of several forms fits: that of the one form which comes closest, if one does."""
    while error.context:
        branches: dict = {}
        for child in error.context:
            branches.setdefault(child.schema_path[0], []).append(child)
        ranked = sorted(branches.values(), key=lambda found: (len(found), -len(found[0].absolute_path)))
        if len(ranked) > 1 and len(ranked[0]) == len(ranked[1]) and \
                len(ranked[0][0].absolute_path) == len(ranked[1][0].absolute_path):
            return error
        error = ranked[0][0]
    return error


def refusals(document: Document, schema: dict) -> list[tuple[tuple, str]]:
    """Path and message of everything that the schema refuses."""
    found = []
    for error in validator(schema).iter_errors(document.value):
        error = most_specific(error)
        path, message = tuple(error.absolute_path), error.message
        if error.validator == "additionalProperties" and error.validator_value is False:
            known = error.schema.get("properties", {})
            for key in (key for key in error.instance if key not in known):
                found.append(((*path, key), f"unknown key ‘{key}’; known: {', '.join(known)}"))
            continue
        if error.validator in ("anyOf", "oneOf"):
            message = f"{short(error.instance)} has none of the forms that may stand here"
        elif error.schema is False:
            # The library leaves out of the path which key it is.
            parent = document.within(path)
            path = (*path, *[key for key in parent if parent[key] is error.instance][:1])
            message = f"‘{path[-1]}’ must not stand here"
        found.append((path, message if len(message) < 200 else message[:100] + " … " + message[-90:]))
    return found


def short(value) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) < 80 else text[:77] + "…"


def defects(document: Document, schema: dict) -> list[str]:
    return [
        f"{document.place(path)}: {message}" + (f" (at {'/'.join(map(str, path))})" if path else "")
        for path, message in refusals(document, schema)
    ]
