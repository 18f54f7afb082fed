"""YAML 1.2 and JSON, with the places where everything stands."""

from __future__ import annotations


class Document:
    """A YAML 1.2 or JSON text as plain values, each with the line and the column where it stands."""

    def __init__(self, name: str, text: str) -> None:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError

        self.name, self.places = name, {}
        try:
            node = YAML(typ="safe", pure=True).compose(text)
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise ValueError(f"{name}:{mark.line + 1}:{mark.column + 1}: this is not YAML: {error.problem}") from None
        if node is None:
            raise ValueError(f"{name}:1:1: the file is empty")
        self.value = self.convert(node, ())

    def convert(self, node, path: tuple):
        """Keys are taken as they are written, as the program does; only YAML 1.2's own scalars have a type."""
        self.places.setdefault(path, node.start_mark)
        if node.id == "sequence":
            return [self.convert(child, (*path, index)) for index, child in enumerate(node.value)]
        if node.id == "mapping":
            result = {}
            for key, child in node.value:
                if key.id != "scalar":
                    raise ValueError(f"{self.at(key.start_mark)}: a key must be a word")
                if key.value in result:
                    raise ValueError(f"{self.at(key.start_mark)}: the key ‘{key.value}’ is repeated")
                self.places[(*path, key.value)] = key.start_mark
                result[key.value] = self.convert(child, (*path, key.value))
            return result
        match node.tag.rpartition(":")[2]:
            case "null": return None
            case "bool": return node.value.lower() == "true"
            case "int": return int(node.value, 0) if not node.value.lstrip("+-").isdigit() else int(node.value)
            case "float": return float(node.value.lower().replace(".inf", "inf").replace(".nan", "nan"))
        return node.value

    def within(self, path: tuple):
        value = self.value
        for key in path:
            value = value[key]
        return value

    def at(self, mark) -> str:
        return f"{self.name}:{mark.line + 1}:{mark.column + 1}"

    def place(self, path: tuple) -> str:
        while path not in self.places:
            path = path[:-1]
        return self.at(self.places[path])
