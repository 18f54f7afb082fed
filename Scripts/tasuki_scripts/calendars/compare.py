"""Compares Config/calendars with a second source that does not come from the first one, day by day."""

from __future__ import annotations

import datetime
import json
import pathlib
import sys

from tasuki_scripts import arguments, environment

from . import FOLDER, WEEKDAYS, codes_in, country
from .sources import PACKAGES, SOURCES, Days, day_of, every_day

YEARS = range(2025, 2028)
SIDES = {"calendar": "the calendar", "second": "the second source"}

EXAMPLES = """examples:
  Scripts/compare-calendars                compare every calendar; exit 1 where a difference is not
                                           explained, or an explained one is no difference any more
  Scripts/compare-calendars SG TW          compare two of them
  Scripts/compare-calendars --check        the same as without it; changes nothing either way

A day off on a weekend does not matter; a weekend day worked does, where the second source lists such
days. Each difference stands in Config/calendars/differences.json with its reason: mend the calendar
(the table of Scripts/update-calendars) where the second source is right, explain it there where not.
The packages are installed once, at pinned versions, into a virtual environment of their own under
${XDG_CACHE_HOME:-~/.cache}/tasuki/."""


def calendar(path: pathlib.Path) -> tuple[set[int], Days]:
    """The weekend, the days off and the weekend days worked of a committed calendar."""
    import yaml

    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    weekend = {WEEKDAYS.index(day) for day in read["weekend"]}
    worked = {day_of(day) for day in read.get("workdays") or []}
    return weekend, Days({day_of(day) for day in read["holidays"]}, worked)


def differing(weekend: set[int], ours: Days, theirs: Days, year: int) -> dict[datetime.date, str]:
    """By date, which of the two has the day off; the other one works."""
    found = {}
    for date in every_day(year):
        if date.weekday() in weekend:
            off = [theirs.worked is None or date not in days.worked for days in (ours, theirs)]
        else:
            off = [date in days.off for days in (ours, theirs)]
        if off[0] != off[1]:
            found[date] = "calendar" if off[0] else "second"
    return found


def compare(code: str, path: pathlib.Path) -> tuple[dict[datetime.date, str], list[str], int]:
    """The differences of a calendar, what could not be compared, and how many years were."""
    weekend, ours = calendar(path)
    source, found, missing, years = SOURCES.get(code), {}, [], 0
    if source is None:
        return {}, [f"{code} {year}: NOT COMPARED, no second source is known" for year in YEARS], 0
    asked: dict[str, list[int]] = {}
    for year in YEARS:
        if reason := source.get("nothing", {}).get(year):
            missing.append(f"{code} {year}: NOT COMPARED, {reason}")
            continue
        package, lists, read = source.get("else", {}).get(year, (source["package"], source["lists"], source["read"]))
        theirs = read(year)
        if sum(date.weekday() not in weekend for date in theirs.off) < source.get("fewest", 5):
            sys.exit(f"compare-calendars: {package} has nearly nothing for {code} {year}; is the year in its data?")
        exchanged = sorted(date for date in ours.worked if date.year == year)
        if theirs.worked is None and exchanged:
            missing.append(f"{code} {year}: weekend days worked NOT COMPARED, {package} does not list such days "
                           f"({', '.join(map(str, exchanged))})")
        asked.setdefault(f"{package} {PACKAGES[package]} ({lists})", []).append(year)
        found |= differing(weekend, ours, theirs, year)
        years += 1
    for name, compared in asked.items():
        differences = sum(date.year in compared for date in found)
        print(f"{code} {', '.join(map(str, compared))}: {name}, {differences} differing")
    return found, missing, years


def explained(path: pathlib.Path, codes: list[str]) -> dict[tuple[str, datetime.date], str]:
    """The differences of the file, by calendar and date, with the side that has the day off."""
    entries = {}
    for entry in json.loads(path.read_text(encoding="utf-8"))["differences"]:
        key = (entry["calendar"], day_of(entry["date"]))
        if key in entries or entry["off"] not in SIDES or not entry["reason"].strip():
            sys.exit(f"compare-calendars: {path.name}: {key[0]} {key[1]} stands twice, or lacks its side or reason")
        entries[key] = entry["off"]
    return {key: side for key, side in entries.items() if key[0] in codes}


def main() -> int:
    parser = arguments.parser("compare-calendars", __doc__, EXAMPLES)
    parser.add_argument("country", nargs="*", type=country, help="two-letter country codes; all calendars if left out")
    parser.add_argument("--check", action="store_true", help="compare, which is all that the script does")
    parser.add_argument("--calendars", metavar="FOLDER", type=pathlib.Path, default=FOLDER,
                        help="compare the calendars of this folder instead of Config/calendars")
    parser.add_argument("--differences", metavar="FILE", type=pathlib.Path,
                        help="read the explained differences from here instead of the folder's differences.json")
    options = parser.parse_args()
    environment.enter("compared-calendars", PACKAGES)
    codes = options.country or sorted(codes_in(options.calendars) | set(SOURCES))
    found, missing, compared, problems = {}, [], 0, []
    for code in codes:
        path = options.calendars / f"{code}.yaml"
        if not path.is_file():
            problems.append(f"{path.name}: missing")
            continue
        differences, unsaid, years = compare(code, path)
        found |= {(code, date): side for date, side in differences.items()}
        missing += unsaid
        compared += years
    known = explained(options.differences or options.calendars / "differences.json", codes)
    for (code, date), side in sorted(found.items()):
        if known.get((code, date)) != side:
            problems.append(f"{code} {date} ({WEEKDAYS[date.weekday()]}): off in {SIDES[side]} only, not explained")
    for (code, date), side in sorted(known.items()):
        if found.get((code, date)) != side:
            problems.append(f"{code} {date}: explained as off in {SIDES[side]} only, which it is not")
    for line in missing + problems:
        print(line)
    print(f"calendars: {len(codes)}, years compared: {compared} of {len(codes) * len(YEARS)}, days that differ: "
          f"{len(found)}, not as explained: {len(problems)}")
    return 1 if problems else 0
