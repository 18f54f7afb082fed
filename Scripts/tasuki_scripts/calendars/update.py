"""Writes Config/calendars/CC.yaml: the days on which the authorities of a country do not work."""

from __future__ import annotations

import datetime
import json
import pathlib
import sys

from tasuki_scripts import arguments, environment

from . import FOLDER, WEEKDAYS, codes_in, country, parts_in, written
from .facts import ANNOUNCED, AS_OF, FACTS, LOOKED_UP, PACKAGES, PARTS, PUBLISHED, YEARS

# The library gives them the weekend of the others.
FRIDAY_AND_SATURDAY = {"MY-KDH", "MY-KTN", "MY-TRG"}
EARLIER = "the library's days; the official list of that year was not looked up"
UNPUBLISHED = "not yet published when this file was made; computed from the rule"

EXAMPLES = """examples:
  Scripts/update-calendars                 write every calendar of the table
  Scripts/update-calendars SG TW           write two of them
  Scripts/update-calendars NZ              add a country: all its years are unconfirmed until the
                                           table says who publishes them
  Scripts/update-calendars --check         compare what is committed with what would be written;
                                           exit 1 on a difference, change nothing

The table is FACTS in Scripts/tasuki_scripts/calendars/facts.py. The library is installed once, at a
pinned version, into a virtual environment of its own under ${XDG_CACHE_HOME:-~/.cache}/tasuki/. To move
to a new year or a new version, edit PACKAGES, AS_OF and YEARS beside the table, look up the official
lists again, and run it."""


def quoted(text: str) -> str:
    """A double-quoted scalar, which YAML 1.1 and 1.2 both read as this very string."""
    return json.dumps(text, ensure_ascii=False)


def days(code: str, facts: dict) -> tuple[list[int], dict, dict]:
    """The weekend, the days off and the weekend days worked, as the library and the table have them."""
    import holidays

    country = getattr(holidays, facts.get("library", code[:2]), None)
    if country is None:
        sys.exit(f"update-calendars: the library knows no country {code}")
    language = facts.get("language")
    if language is None and "en_US" in country.supported_languages:
        language = "en_US"
    off, worked, weekend = {}, {}, set()
    for year in years_of(code):
        listed = country(
            years=year, language=language, subdiv=facts.get("subdivision", (None,))[0],
            categories=facts.get("categories", ("public",)),
        )
        if year >= LOOKED_UP:
            weekend |= set(listed.weekend)
        off |= {
            date: name for date, name in listed.items()
            if date.year == year and name not in (facts.get("works"), f"{facts.get('works')} (in lieu)")
        }
        worked |= {date: "Make-up working day" for date in listed.weekend_workdays if date.year == year}
        closed, name = facts.get("closed", ([], ""))
        off |= {date: off.get(date, name) for date in (datetime.date(year, *day) for day in closed)}
    for day in facts.get("settled", []):
        date = datetime.date.fromisoformat(day)
        if not off.get(date, "").endswith(" (estimated)"):
            sys.exit(f"update-calendars: {code} {day} is called settled, but the library does not estimate it")
        off[date] = off[date].removesuffix(" (estimated)")
    for known, more in ((off, facts.get("added", {})), (worked, facts.get("workdays", {}))):
        for day, name in more.items():
            date = datetime.date.fromisoformat(day)
            if date in known:
                sys.exit(f"update-calendars: {code} {day} is called unknown to the library, but it knows the day")
            known[date] = name
    weekend = facts.get("weekend", weekend)
    return sorted(weekend), dict(sorted(off.items())), dict(sorted(worked.items()))


def years_of(code: str) -> range:
    """Of a part of a country only the years since it has its weekend."""
    return YEARS if len(code) == 2 else range(LOOKED_UP, YEARS.stop)


def facts_of(code: str) -> dict:
    if code in FACTS or len(code) == 2:
        return FACTS.get(code, {})
    country, part = code.split("-")
    name = PARTS.get(country, {}).get(part, part)
    return {
        "subdivision": (part, name),
        "about": [f"{name}, for an authority or an assessor there; no official list was looked up."],
        **({"weekend": {4, 5}} if code in FRIDAY_AND_SATURDAY else {}),
    }


def confidence(code: str, facts: dict, off: dict, year: int) -> tuple[str, str]:
    note = facts.get("confirmed", {}).get(year)
    if note is None:
        nobody = f"no official list was looked up for {code}"
        if "subdivision" in facts and "official" not in facts:
            return "unconfirmed", nobody
        if facts and year < LOOKED_UP:
            return "unconfirmed", EARLIER
        return "unconfirmed", facts.get("unconfirmed", {}).get(year, UNPUBLISHED if facts else nobody)
    guesses = [str(date) for date, name in off.items() if date.year == year and "estimated" in name]
    if guesses:
        sys.exit(f"update-calendars: {code} {year} is called confirmed, yet estimated on {', '.join(guesses)}")
    return "confirmed", note


def render(code: str) -> str:
    import holidays

    facts = facts_of(code)
    weekend, off, worked = days(code, facts)
    place = facts.get("library", f"country {code[:2]}")
    if "subdivision" in facts:
        place += ", subdivision {0} ({1})".format(*facts["subdivision"])
    kinds = facts.get("kinds", " and ".join(facts.get("categories", ("public",))) + " holidays")
    source = f"python-holidays {holidays.__version__}, {place}, {kinds}"
    if "added" in facts:
        source += f", and {', '.join(facts['added'])} added by hand"
    lines = [
        "# yaml-language-server: $schema=../../Schemas/calendar.schema.json",
        "# Written by Scripts/update-calendars; edit the table there, not this file.",
        *[f"# {line}" for line in facts.get("about", [])],
        f"calendar: {quoted(code)}",
        f"weekend: [{', '.join(WEEKDAYS[day] for day in weekend)}]",
        f"source: {{ text: {quoted(source)}, url: \"https://holidays.readthedocs.io/\", asOf: {quoted(AS_OF)} }}",
    ]
    if "official" in facts:
        text, url = facts["official"]
        lines.append(f"official: {{ text: {quoted(text)}, url: {quoted(url)} }}")
    lines.append("years:")
    for year in years_of(code):
        word, note = confidence(code, facts, off, year)
        published = PUBLISHED.get(code, {}).get(year)
        known = f"knownFrom: {quoted(published)}, " if published else ""
        lines.append(f"  {year}: {{ confidence: {word}, {known}note: {quoted(note)} }}")
    if worked:
        lines.append("workdays:")
        lines += [f"  {quoted(str(date))}: {quoted(name)}" for date, name in worked.items()]
    lines.append("holidays:")
    announced = ANNOUNCED.get(code, {})
    for date, name in off.items():
        said = quoted(name)
        if known := announced.get(str(date)):
            said = f"{{ name: {said}, knownFrom: {quoted(known)} }}"
        lines.append(f"  {quoted(str(date))}: {said}")
    text = "\n".join(lines) + "\n"
    if unknown := set(announced) - {str(date) for date in off}:
        sys.exit(f"update-calendars: {code} {', '.join(sorted(unknown))} is called announced, but is no day off")
    verify(code, text, off)
    return text


def verify(code: str, text: str, off: dict) -> None:
    """Reads back what was written, with a YAML 1.1 parser."""
    import yaml

    read = yaml.safe_load(text)
    assert read["calendar"] == code and list(read["years"]) == list(years_of(code)), code
    names = {date: day["name"] if isinstance(day, dict) else day for date, day in read["holidays"].items()}
    assert names == {str(date): name for date, name in off.items()}, code
    assert all(any(date.startswith(str(year)) for date in read["holidays"]) for year in years_of(code)), code


def main() -> int:
    parser = arguments.parser("update-calendars", __doc__, EXAMPLES)
    parser.add_argument("country", nargs="*", type=country, help="country codes, also AU-NSW; all known ones if left out")
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 where a committed file differs")
    parser.add_argument("--to", metavar="FOLDER", type=pathlib.Path, default=FOLDER,
                        help="write to (or compare with) this folder instead of Config/calendars")
    options = parser.parse_args()
    environment.enter("calendars", PACKAGES)
    present = codes_in(options.to) | parts_in(options.to) if options.check else set()
    parts = {f"{code}-{part}" for code, names in PARTS.items() for part in names}
    codes = options.country or sorted(set(FACTS) | parts | present)
    return written.settle(options.to, {f"{code}.yaml": render(code) for code in codes}, options.check)
