"""Compares Config/calendars with a second source that does not come from the first one, day by day."""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import sysconfig
import typing
import venv

from tasuki_scripts import ROOT

# Only what is named here is read, so two runs on two days compare the same days.
PACKAGES = {
    "QuantLib": "1.44", "exchange_calendars": "4.13.2", "holidata": "2026.9.0", "lokal-id": "0.7.2",
    "ppalgannal": "0.1.1", "taiwan-holidays": "0.2027.0", "vn-market-calendar": "0.2.0",
    # What these need, and what reads the calendars.
    "arrow": "1.4.0", "korean_lunar_calendar": "0.4.0", "numpy": "2.4.6", "pandas": "3.1.1", "pyluach": "2.3.0",
    "python-dateutil": "2.9.0.post0", "PyYAML": "6.0.3", "six": "1.17.0", "toolz": "1.2.0", "tzdata": "2026.6",
}
YEARS = range(2025, 2028)

FOLDER = ROOT / "Config" / "calendars"
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
SIDES = {"calendar": "the calendar", "second": "the second source"}


class Days(typing.NamedTuple):
    """Days off, and weekend days worked in exchange; None where the source does not speak of the latter."""

    off: set[datetime.date]
    worked: set[datetime.date] | None


def quantlib(year: int, calendar: str, market: str | None = None, exchanged: bool = False) -> Days:
    import QuantLib

    kind = getattr(QuantLib, calendar)
    known = kind(getattr(kind, market)) if market else kind()
    first = QuantLib.Date(1, 1, year)
    dates = [first + step for step in range(366) if (first + step).year() == year]
    worked = {python(date) for date in dates if known.isWeekend(date.weekday()) and known.isBusinessDay(date)}
    return Days({python(date) for date in dates if not known.isBusinessDay(date)}, worked if exchanged else None)


def python(date: typing.Any) -> datetime.date:
    return datetime.date.fromisoformat(date.ISO())


def exchange(year: int, market: str) -> Days:
    import exchange_calendars

    known = exchange_calendars.get_calendar(market, start=f"{year}-01-01", end=f"{year}-12-31")
    return Days(set(every_day(year)) - {session.date() for session in known.sessions}, None)


def holidata_of(year: int, country: str, region: str, language: str) -> Days:
    import holidata

    listed = holidata.get_country_for(country).get_holidays_of(year, language)
    return Days({day.date.date() for day in listed if day.region in ("", region)}, None)


def lokal_of(year: int) -> Days:
    import lokal

    return Days({datetime.date.fromisoformat(day.date) for day in lokal.get_holidays(year).holidays}, None)


def ppalgannal_of(year: int) -> Days:
    import ppalgannal

    return Days({day.date for day in ppalgannal.get_holidays(year)}, None)


def packaged(*path: str) -> pathlib.Path:
    return pathlib.Path(sysconfig.get_paths()["purelib"], *path)


def office_calendar(year: int) -> Days:
    """The government's own table: 2 is a day off, 0 a day worked, for every day of the year."""
    name = f"{year - 1911}年中華民國政府行政機關辦公日曆表.csv"
    off, worked = set(), set()
    with packaged("taiwan_holidays", "data", name).open(encoding="utf-8-sig", newline="") as file:
        for row in list(csv.reader(file))[1:]:
            date = datetime.datetime.strptime(row[0], "%Y%m%d").date()
            (off if row[2] == "2" else worked).add(date)
    return Days(off, {date for date in worked if date.weekday() >= 5})


def vietnam(year: int) -> Days:
    import yaml

    listed = yaml.safe_load(packaged("vn_market_calendar", "data", "vn_holidays.yaml").read_text(encoding="utf-8"))
    return Days({day for day in map(day_of, listed["holidays"]) if day.year == year}, None)


def day_of(text: str | datetime.date) -> datetime.date:
    return text if isinstance(text, datetime.date) else datetime.date.fromisoformat(text)


# Package, what it lists, and how it is asked; `else` is another one for some years, `nothing` says why a year is not
# compared. None of the packages takes its days from python-holidays, of which the calendars are made.
SOURCES: dict[str, dict] = {
    "AU": {"package": "holidata", "lists": "public holidays of the Australian Capital Territory",
           "read": lambda year: holidata_of(year, "AU", "ACT", "en")},
    "CN": {"package": "QuantLib", "lists": "interbank market, with weekend days worked",
           "read": lambda year: quantlib(year, "China", "IB", exchanged=True),
           "nothing": {2027: "QuantLib has the State Council's days until 2026"}},
    "HK": {"package": "exchange_calendars", "lists": "stock exchange", "read": lambda year: exchange(year, "XHKG")},
    "ID": {"package": "lokal-id", "lists": "national holidays and collective leave", "read": lokal_of,
           "else": {2025: ("QuantLib", "stock exchange", lambda year: quantlib(year, "Indonesia"))}},
    "IN": {"package": "QuantLib", "lists": "National Stock Exchange", "read": lambda year: quantlib(year, "India"),
           "nothing": {2027: "QuantLib has the exchange's days until 2026"}},
    "JP": {"package": "QuantLib", "lists": "bank holidays", "read": lambda year: quantlib(year, "Japan")},
    "KR": {"package": "ppalgannal", "lists": "public holidays", "read": ppalgannal_of},
    "MY": {"package": "QuantLib", "lists": "stock exchange in Kuala Lumpur",
           "read": lambda year: quantlib(year, "Malaysia"),
           "else": {2027: ("exchange_calendars", "stock exchange in Kuala Lumpur", lambda year: exchange(year, "XKLS"))}},
    "PH": {"package": "QuantLib", "lists": "stock exchange", "read": lambda year: quantlib(year, "Philippines")},
    "SG": {"package": "QuantLib", "lists": "stock exchange", "read": lambda year: quantlib(year, "Singapore")},
    "TH": {"package": "exchange_calendars", "lists": "stock exchange", "read": lambda year: exchange(year, "XBKK")},
    "TW": {"package": "taiwan-holidays", "lists": "a copy of the government's office calendar",
           "read": office_calendar},
    "VN": {"package": "vn-market-calendar", "lists": "stock exchanges, estimated from 2026", "read": vietnam},
}

EXAMPLES = """examples:
  Scripts/compare-calendars                compare every calendar; exit 1 where a difference is not
                                           explained, or an explained one is no difference any more
  Scripts/compare-calendars SG TW          compare two of them
  Scripts/compare-calendars --check        the same as without it; changes nothing either way

A day off on a weekend does not matter; a weekend day worked does, where the second source lists such
days. Each difference stands in Config/calendars/differences.json with its reason: mend the calendar
(the table in Scripts/update-calendars) where the second source is right, explain it there where not.
The packages are installed once, at pinned versions, into a virtual environment of their own under
${XDG_CACHE_HOME:-~/.cache}/tasuki/."""


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="Scripts/compare-calendars", description=__doc__, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("country", nargs="*", help="two-letter country codes; all calendars if left out")
    parser.add_argument("--check", action="store_true", help="compare, which is all that the script does")
    parser.add_argument("--calendars", metavar="FOLDER", type=pathlib.Path, default=FOLDER,
                        help="compare the calendars of this folder instead of Config/calendars")
    parser.add_argument("--differences", metavar="FILE", type=pathlib.Path,
                        help="read the explained differences from here instead of the folder's differences.json")
    options = parser.parse_args(arguments)
    options.country = [code.upper() for code in options.country]
    options.differences = options.differences or options.calendars / "differences.json"
    for code in options.country:
        if not re.fullmatch(r"[A-Z]{2}", code):
            parser.error(f"{code!r} is not a two-letter country code")
    return options


def enter_environment() -> None:
    """Runs this script again inside its own virtual environment, which is made where it is missing."""
    if sys.version_info < (3, 11):
        sys.exit("compare-calendars needs Python 3.11 or newer, which the pinned packages ask for")
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "tasuki"
    home = cache / f"compared-calendars-python{sys.version_info.major}.{sys.version_info.minor}"
    if pathlib.Path(sys.prefix).resolve() == home.resolve():
        return
    python, ready = home / "bin" / "python", home / "ready"
    wanted = [f"{package}=={version}" for package, version in PACKAGES.items()]
    if not ready.is_file() or ready.read_text() != "\n".join(wanted):
        print(f"compare-calendars: installing {' '.join(wanted)}", file=sys.stderr)
        venv.create(home, with_pip=True, clear=True)
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", *wanted]
        if subprocess.run(command).returncode != 0:
            sys.exit("compare-calendars: could not install the pinned packages; is a package index reachable?")
        ready.write_text("\n".join(wanted))
    os.execv(python, [str(python), *sys.argv])


def every_day(year: int) -> list[datetime.date]:
    first = datetime.date(year, 1, 1)
    return [date for step in range(366) if (date := first + datetime.timedelta(step)).year == year]


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
        if sum(date.weekday() not in weekend for date in theirs.off) < 5:
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
    options = parse(sys.argv[1:])
    enter_environment()
    codes = options.country or sorted({path.stem for path in options.calendars.glob("[A-Z][A-Z].yaml")} | set(SOURCES))
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
    known = explained(options.differences, codes)
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

