"""Second sources of days off, none of which takes its days from the library that the calendars are made of."""

from __future__ import annotations

import csv
import datetime
import pathlib
import sysconfig
import typing

# Only what is named here is read, so two runs on two days compare the same days.
PACKAGES = {
    "QuantLib": "1.44", "exchange_calendars": "4.13.2", "holidata": "2026.9.0", "lokal-id": "0.7.2",
    "ppalgannal": "0.1.1", "taiwan-holidays": "0.2027.0", "vn-market-calendar": "0.2.0",
    # What these need, and what reads the calendars.
    "arrow": "1.4.0", "korean_lunar_calendar": "0.4.0", "numpy": "2.4.6", "pandas": "3.1.1", "pyluach": "2.3.0",
    "python-dateutil": "2.9.0.post0", "PyYAML": "6.0.3", "six": "1.17.0", "toolz": "1.2.0", "tzdata": "2026.6",
}


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


def every_day(year: int) -> list[datetime.date]:
    first = datetime.date(year, 1, 1)
    return [date for step in range(366) if (date := first + datetime.timedelta(step)).year == year]


def day_of(text: str | datetime.date) -> datetime.date:
    return text if isinstance(text, datetime.date) else datetime.date.fromisoformat(text)


# Package, what it lists, and how it is asked; `else` is another one for some years, `nothing` says why a year is not
# compared; `fewest` is how many working days off it must at least have, where that is fewer than five.
SOURCES: dict[str, dict] = {
    "AU": {"package": "holidata", "lists": "public holidays of the Australian Capital Territory",
           "read": lambda year: holidata_of(year, "AU", "ACT", "en")},
    "CA": {"package": "QuantLib", "lists": "settlement in Toronto", "read": lambda year: quantlib(year, "Canada")},
    "CN": {"package": "QuantLib", "lists": "interbank market, with weekend days worked",
           "read": lambda year: quantlib(year, "China", "IB", exchanged=True),
           "nothing": {2027: "QuantLib has the State Council's days until 2026"}},
    "EU": {"package": "QuantLib", "lists": "TARGET payment system", "fewest": 3,
           "read": lambda year: quantlib(year, "TARGET")},
    "GB": {"package": "QuantLib", "lists": "bank holidays of England",
           "read": lambda year: quantlib(year, "UnitedKingdom")},
    "HK": {"package": "exchange_calendars", "lists": "stock exchange", "read": lambda year: exchange(year, "XHKG")},
    "ID": {"package": "lokal-id", "lists": "national holidays and collective leave", "read": lokal_of,
           "else": {2025: ("QuantLib", "stock exchange", lambda year: quantlib(year, "Indonesia"))}},
    "IN": {"package": "QuantLib", "lists": "National Stock Exchange", "read": lambda year: quantlib(year, "India"),
           "nothing": {2027: "QuantLib has the exchange's days until 2026"}},
    "JP": {"package": "QuantLib", "lists": "bank holidays", "read": lambda year: quantlib(year, "Japan")},
    "KR": {"package": "ppalgannal", "lists": "public holidays", "read": ppalgannal_of},
    "MY": {"package": "QuantLib", "lists": "stock exchange in Kuala Lumpur",
           "read": lambda year: quantlib(year, "Malaysia"),
           "else": {2027: ("exchange_calendars", "stock exchange in Kuala Lumpur",
                           lambda year: exchange(year, "XKLS"))}},
    "PH": {"package": "QuantLib", "lists": "stock exchange", "read": lambda year: quantlib(year, "Philippines")},
    "SG": {"package": "QuantLib", "lists": "stock exchange", "read": lambda year: quantlib(year, "Singapore")},
    "TH": {"package": "exchange_calendars", "lists": "stock exchange", "read": lambda year: exchange(year, "XBKK")},
    "TW": {"package": "taiwan-holidays", "lists": "a copy of the government's office calendar",
           "read": office_calendar},
    "US": {"package": "QuantLib", "lists": "settlement",
           "read": lambda year: quantlib(year, "UnitedStates", "Settlement")},
    "VN": {"package": "vn-market-calendar", "lists": "stock exchanges, estimated from 2026", "read": vietnam},
}
