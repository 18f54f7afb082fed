"""Calendars and zones, without the libraries that their days come from."""

from __future__ import annotations

import argparse
import datetime
import json
import pathlib
import tempfile
import unittest

from tasuki_scripts import calendars
from tasuki_scripts.calendars import compare, facts, sources, update, zones


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


class Comparing(unittest.TestCase):
    WEEKEND = {5, 6}

    def test_a_day_off_on_one_side_only_is_told_with_the_side(self) -> None:
        ours = sources.Days({day("2026-01-01"), day("2026-05-05")}, set())
        theirs = sources.Days({day("2026-01-01"), day("2026-05-04")}, None)
        found = compare.differing(self.WEEKEND, ours, theirs, 2026)
        self.assertEqual(found, {day("2026-05-04"): "second", day("2026-05-05"): "calendar"})

    def test_a_weekend_matters_only_where_a_source_lists_days_worked(self) -> None:
        saturday = day("2026-02-14")
        ours = sources.Days({saturday}, {saturday})
        self.assertEqual(compare.differing(self.WEEKEND, ours, sources.Days(set(), None), 2026), {})
        self.assertEqual(compare.differing(self.WEEKEND, ours, sources.Days(set(), set()), 2026), {saturday: "second"})

    def test_a_difference_without_its_reason_is_not_explained(self) -> None:
        entry = {"calendar": "SG", "date": "2026-05-04", "off": "second", "reason": "polling day"}
        other = {**entry, "calendar": "TH"}
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "differences.json"
            path.write_text(json.dumps({"differences": [entry, other]}))
            self.assertEqual(compare.explained(path, ["SG"]), {("SG", day("2026-05-04")): "second"})
            for bad in ([entry, entry], [{**entry, "reason": " "}], [{**entry, "off": "nobody"}]):
                path.write_text(json.dumps({"differences": bad}))
                with self.assertRaises(SystemExit):
                    compare.explained(path, ["SG"])

    def test_a_year_has_all_of_its_days(self) -> None:
        self.assertEqual([len(sources.every_day(year)) for year in (2027, 2028)], [365, 366])


class Writing(unittest.TestCase):
    def test_a_year_is_confirmed_only_where_the_table_says_so_and_nothing_is_estimated(self) -> None:
        known = {"confirmed": {2026: "list of the ministry"}, "unconfirmed": {2027: "not found"}}
        off = {day("2026-05-04"): "Day", day("2027-03-10"): "Feast (estimated)"}
        self.assertEqual(update.confidence("XX", known, off, 2026), ("confirmed", "list of the ministry"))
        self.assertEqual(update.confidence("XX", known, off, 2027), ("unconfirmed", "not found"))
        self.assertEqual(update.confidence("XX", known, off, 2028), ("unconfirmed", update.UNPUBLISHED))
        nobody = "no official list was looked up for XX"
        self.assertEqual(update.confidence("XX", {}, off, 2026), ("unconfirmed", nobody))
        with self.assertRaises(SystemExit):
            update.confidence("XX", {"confirmed": {2027: "said"}}, off, 2027)

    def test_every_calendar_has_a_line_in_both_tables(self) -> None:
        there = calendars.codes_in(calendars.FOLDER)
        self.assertEqual(set(facts.FACTS), there)
        self.assertEqual(set(sources.SOURCES), there)

    def test_a_country_is_two_letters(self) -> None:
        self.assertEqual(calendars.country("sg"), "SG")
        with self.assertRaises(argparse.ArgumentTypeError):
            calendars.country("sgp")


class Zones(unittest.TestCase):
    def test_changes_are_found_to_the_second(self) -> None:
        first = datetime.datetime(2005, 4, 3, 1, 30, 17, tzinfo=datetime.timezone.utc)
        second = datetime.datetime(2031, 1, 1, tzinfo=datetime.timezone.utc)
        found = zones.changes(lambda instant: 3600 if instant < first else 7200 if instant < second else 5400)
        self.assertEqual(found, [(zones.FIRST, 3600), (first, 7200), (second, 5400)])
