"""openapi.yaml, held against the specification of its form."""

from __future__ import annotations

from . import SCHEMAS
from .document import Document
from .own import subschemas


def openapi_defects(text: str) -> list[str]:
    from openapi_spec_validator import OpenAPIV31SpecValidator

    spec = Document("Schemas/openapi.yaml", text).value
    checker = OpenAPIV31SpecValidator(spec, base_uri=(SCHEMAS / "openapi.yaml").as_uri())
    found = [f"Schemas/openapi.yaml: {error.message} (at {'/'.join(map(str, error.absolute_path))})"
             for error in checker.iter_errors()]
    for name, schema in spec.get("components", {}).get("schemas", {}).items():
        for path, part in subschemas(schema):
            if part.get("properties") and part.get("additionalProperties") is not False:
                found.append(f"Schemas/openapi.yaml: {name}{path} is open: it takes keys that it does not list")
            found += [f"Schemas/openapi.yaml: {name}{path}/{key} is not described"
                      for key, child in part.get("properties", {}).items() if not {"description", "$ref"} & set(child)]
    return found


def results() -> list[list[str]]:
    """What is wrong with the file, and for each bad change of it, that it is not refused."""
    text = (SCHEMAS / "openapi.yaml").read_text(encoding="utf-8")
    results = [openapi_defects(text)]
    for old, new in [("openapi: 3.1.1", "openapi: three"), ("responses:", "response:"), ("in: path", "in: body"),
                     ("#/components/schemas/Health", "#/components/schemas/Wealth")]:
        assert old in text
        try:
            found = openapi_defects(text.replace(old, new, 1))
        except Exception as error:  # A reference that leads nowhere ends the validator.
            found = [str(error)]
        results.append([] if found else [f"Schemas/openapi.yaml: ‘{new}’ for ‘{old}’ is not refused"])
    return results
