"""Links between documents, and the picture of the targets."""

from __future__ import annotations

import pathlib
import tempfile
import unittest

from tasuki_scripts import documents


class Links(unittest.TestCase):
    def broken(self, **texts: str) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "Config").mkdir()
            for name in ("README", "SECURITY"):
                (root / f"{name}.md").write_text(texts.get(name, ""), encoding="utf-8")
            (root / "Config" / "README.md").write_text(texts.get("Config", ""), encoding="utf-8")
            return documents.broken_links(root)

    def test_a_link_leads_to_a_file_and_to_a_heading_of_it(self) -> None:
        headings = "# The [door](x:y) & `more`\n\n## Twice\n\n## Twice\n\n```\n# no heading\n```\n"
        for target in ("SECURITY.md", "SECURITY.md#the-door--more", "SECURITY.md#twice-1", "https://x.org", "#own"):
            self.assertEqual(self.broken(README=f"# Own\n[a]({target}) [b](Config/README.md)", SECURITY=headings), [])
        self.assertEqual(
            self.broken(README="[a](gone.md) [b](SECURITY.md#twice-2) [c](SECURITY.md#no-heading)", SECURITY=headings),
            ["README.md: no such file: gone.md", "README.md: no such heading: SECURITY.md#twice-2",
             "README.md: no such heading: SECURITY.md#no-heading"])

    def test_a_page_in_a_folder_links_from_there_and_no_link_at_all_is_a_defect(self) -> None:
        self.assertEqual(self.broken(Config="[up](../SECURITY.md)"), [])
        self.assertEqual(self.broken(), ["no document has a link"])
        self.assertEqual(self.broken(README="```\n[a](gone.md)\n```"), ["no document has a link"])


class Places(unittest.TestCase):
    def test_a_place_that_is_named_is_there_from_the_root_from_a_target_or_by_name(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "Sources" / "Engine" / "Ports").mkdir(parents=True)
            (root / "Sources" / "Engine" / "Ports" / "World.swift").touch()
            there = "`Engine/Ports` `World.swift` `Sources/Engine/Ports/World.swift` `colon-cade/SG` `swift build`"
            self.assertEqual(documents.missing_places(root, there), [])
            self.assertEqual(
                documents.missing_places(root, "`Engine/Port` `Words.swift`"),
                ["ARCHITECTURE.md: nothing is called Engine/Port", "ARCHITECTURE.md: nothing is called Words.swift"])


class Picture(unittest.TestCase):
    @staticmethod
    def target(name: str, *others: str, **more: str) -> dict:
        dependencies = [{"byName": [other, None]} for other in others]
        return {"name": name, "type": "regular", "dependencies": dependencies, **more}

    def wrong(self, page: str) -> list[str]:
        return documents.wrong_arrows({"targets": [
            self.target("Rules"), self.target("Engine", "Rules"), self.target("Doors", "Engine", "Rules", "Library"),
            self.target("Proof", "Engine", path="Tests/Proof"), self.target("RulesTests", "Rules", type="test"),
        ]}, page)

    def test_an_arrow_that_follows_from_others_is_not_drawn(self) -> None:
        drawn = "    Engine --> Rules\n    Doors --> Engine\n"
        self.assertEqual(self.wrong(drawn), [])
        self.assertEqual(self.wrong(drawn + "    Doors --> Rules\n"), ["drawn, but not so: Doors --> Rules"])
        self.assertEqual(self.wrong(""), ["not drawn: Doors --> Engine", "not drawn: Engine --> Rules"])
