"""Calendars and zones: written from pinned libraries, and compared with second sources."""

from __future__ import annotations

import argparse
import pathlib
import re

from tasuki_scripts import ROOT

FOLDER = ROOT / "Config" / "calendars"
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def country(text: str) -> str:
    """A country code that was given as an argument, or with a part of the country as ISO 3166-2 has it."""
    if not re.fullmatch(r"[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a two-letter country code")
    return text.upper()


def codes_in(folder: pathlib.Path) -> set[str]:
    """The countries whose calendars lie in a folder; those of parts of a country are not among them."""
    return {path.stem for path in folder.glob("[A-Z][A-Z].yaml")}


def parts_in(folder: pathlib.Path) -> set[str]:
    """The parts of countries whose calendars lie in a folder, such as `AU-NSW`."""
    return {path.stem for path in folder.glob("[A-Z][A-Z]-*.yaml")}
