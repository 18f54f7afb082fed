"""Writes Config/zones/: the offset from UTC, and its changes, of every time zone the program knows."""

from __future__ import annotations

import json
import sys
import typing
from datetime import datetime, timedelta, timezone

from tasuki_scripts import ROOT, arguments, environment

from . import written

# The data changes only when these lines change, so two runs on two days write the same bytes.
PACKAGES = {"tzdata": "2026.6", "PyYAML": "6.0.3"}
AS_OF = "2026-11-22"
FIRST, END = datetime(2000, 1, 1, tzinfo=timezone.utc), datetime(2041, 1, 1, tzinfo=timezone.utc)
ZONES = {"asia": [
    "Asia/Tokyo", "Asia/Singapore", "Asia/Kuala_Lumpur", "Asia/Bangkok", "Asia/Taipei", "Asia/Seoul",
    "Asia/Ho_Chi_Minh", "Asia/Manila", "Asia/Jakarta", "Asia/Kolkata", "Asia/Hong_Kong", "Asia/Shanghai",
    "Australia/Sydney",
], "west": ["America/New_York", "America/Toronto", "Europe/Brussels", "Europe/London"]}
FOLDER = ROOT / "Config" / "zones"

EXAMPLES = """examples:
  Scripts/update-zones            write the files of Config/zones
  Scripts/update-zones --check    compare them with what would be written; exit 1 on a difference

To add a zone, add its name to ZONES in Scripts/tasuki_scripts/calendars/zones.py and run it. The time zone
data is installed once, at a pinned version, into a virtual environment of its own under
${XDG_CACHE_HOME:-~/.cache}/tasuki/; the data of the machine is never read."""


def offsets(name: str) -> list[tuple[datetime, int]]:
    """The offset in minutes at FIRST and every later change before END."""
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(name)
    found = changes(lambda instant: int(instant.astimezone(zone).utcoffset().total_seconds()))
    for instant, offset in found:
        if offset % 60:
            sys.exit(f"update-zones: {name} has an offset of {offset} s at {instant}, not whole minutes")
    return [(instant, offset // 60) for instant, offset in found]


def changes(seconds: typing.Callable[[datetime], int]) -> list[tuple[datetime, int]]:
    """What `seconds` gives at FIRST, and at every later change before END, to the second, found by halving."""
    found = [(FIRST, seconds(FIRST))]
    day = FIRST
    while day < END:
        following = day + timedelta(days=1)
        if seconds(following) != seconds(day):
            low, high = day, following
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low).total_seconds() // 2)
                low, high = (middle, high) if seconds(middle) == seconds(day) else (low, middle)
            found.append((high, seconds(high)))
        day = following
    return [(instant, offset) for instant, offset in found if instant < END]


def render(zones: list[str]) -> str:
    import tzdata
    import yaml

    text = f"IANA Time Zone Database {tzdata.IANA_VERSION}, changes of offset from 2000 to 2040"
    lines = [
        "# yaml-language-server: $schema=../../Schemas/zones.schema.json",
        "# Written by Scripts/update-zones; edit the list there, not this file.",
        "# `minutes` is added to UTC to get the time of the zone, from the instant `from` until the next one. The last",
        "# entry of a zone with summer time holds only until the end of 2040.",
        f"source: {{ text: {json.dumps(text)}, url: \"https://www.iana.org/time-zones\", asOf: {json.dumps(AS_OF)} }}",
        "zones:",
    ]
    expected = {}
    for name in zones:
        expected[name] = [
            {"from": instant.strftime("%Y-%m-%dT%H:%M:%SZ"), "minutes": minutes} for instant, minutes in offsets(name)
        ]
        lines.append(f"  {json.dumps(name)}:")
        lines += [f"    - {{ from: {json.dumps(one['from'])}, minutes: {one['minutes']} }}" for one in expected[name]]
    result = "\n".join(lines) + "\n"
    assert yaml.safe_load(result)["zones"] == expected
    return result


def main() -> int:
    parser = arguments.parser("update-zones", __doc__, EXAMPLES)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 where a file differs")
    options = parser.parse_args()
    # An empty search path leaves zoneinfo only the pinned package.
    environment.enter("zones", PACKAGES, {"PYTHONTZPATH": ""})
    return written.settle(FOLDER, {f"{name}.yaml": render(zones) for name, zones in ZONES.items()}, options.check)
