"""Writes Config/calendars/CC.yaml: the days on which the authorities of a country do not work."""

from __future__ import annotations

import argparse
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import venv

from tasuki_scripts import ROOT

# The data changes only when these lines change, so two runs on two days write the same bytes.
PACKAGES = {"holidays": "0.109", "python-dateutil": "2.9.0.post0", "six": "1.17.0", "PyYAML": "6.0.3"}
AS_OF = "2026-11-22"
YEARS = range(2025, 2029)

FOLDER = ROOT / "Config" / "calendars"
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
UNPUBLISHED = "not yet published when this file was made; computed from the rule"

# What the library does not know: whose list is the official one, which years it has published, and where a
# government office differs from a shop. A year not listed under `confirmed` is unconfirmed. `added` and `workdays` are
# days the library lacks, `settled` are days that it estimates and the official list has.
FACTS = {
    "JP": {
        "language": "en_US",
        "official": ("Cabinet Office, national holidays (国民の祝日について)",
                     "https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html"),
        "about": [
            "Days on which administrative organs are closed, not only national holidays: the Act on Holidays of",
            "Administrative Organs (行政機関の休日に関する法律, 1988 Act 91), Article 1, adds 29 December",
            "to 3 January: https://laws.e-gov.go.jp/law/363AC0000000091/",
            "The Act binds the ministry; that the review agency keeps the same days is not confirmed.",
        ],
        "closed": ([(12, 29), (12, 30), (12, 31), (1, 2), (1, 3)], "Year-end closure of administrative organs"),
        "confirmed": {
            2025: "published by the Cabinet Office; equinoxes fixed in the gazette of February 2024",
            2026: "published by the Cabinet Office; equinoxes fixed in the gazette of February 2025",
            2027: "published by the Cabinet Office on 2 February 2026, with the equinoxes",
        },
        "unconfirmed": {2028: "equinoxes are fixed in the gazette of February 2027; computed from astronomy"},
    },
    "SG": {
        "language": "en_SG",
        "official": ("Ministry of Manpower, public holidays",
                     "https://www.mom.gov.sg/employment-practices/public-holidays"),
        "about": ["A holiday on a Sunday moves to the next working day; one on a Saturday does not."],
        "confirmed": {
            2025: "published by the Ministry of Manpower; polling day of 3 May added by its release of 15 April 2025",
            2026: "published by the Ministry of Manpower on 16 June 2025",
            2027: "published by the Ministry of Manpower on 18 June 2026: "
                  "https://www.mom.gov.sg/newsroom/press-releases/2026/0618-public-holidays-for-2027",
        },
    },
    "MY": {
        "language": "en_US",
        "subdivision": ("SGR", "Selangor"),
        "official": ("Cabinet Division, Prime Minister's Department, federal and state public holidays 2027",
                     "https://www.kabinet.gov.my/storage/2026/08/HKA_2027.pdf"),
        "about": [
            "Selangor, not the federal territories: the Medical Device Authority gives its address as Cyberjaya,",
            "Selangor (https://mda.gov.my/ms/pengumuman/1093-syarat-syarat-lesen-terkini.html). Kuala Lumpur and",
            "Putrajaya keep Federal Territory Day (1 February) in place of the Sultan's birthday (11 December).",
            "Islamic holidays may still move by a day with the sighting of the moon, also in a confirmed year.",
        ],
        "confirmed": {
            2025: "list of the Cabinet Division for 2025, with the additional holiday of 15 September",
            2026: "list of the Cabinet Division for 2026, with the additional holiday of 20 March",
            2027: "list of the Cabinet Division for 2027, published in August 2026",
        },
    },
    "TH": {
        "language": "en_US",
        "categories": ("public", "government"),
        "official": ("Secretariat of the Cabinet, resolutions on government holidays", "https://www.soc.go.th/"),
        "about": [
            "Government offices: the Royal Ploughing Ceremony is a day off, National Labour Day is not",
            "(https://www.nationthailand.com/life/40049444, 1 May 2025). The Cabinet adds and moves days, also at",
            "short notice.",
        ],
        "works": "National Labor Day",
        "confirmed": {2025: "with the special days of 2 June and 11 August, Cabinet resolution of 12 November 2024"},
        "unconfirmed": {
            2026: "the Cabinet's list as reported on 2 December 2025 agrees until 30 July; the rest was not checked",
            2027: "no official list found; special days and the Royal Ploughing Ceremony (in May) are missing",
            2028: "no official list found; special days and the Royal Ploughing Ceremony (in May) are missing",
        },
    },
    "TW": {
        "language": "en_US",
        "categories": ("public", "government"),
        "official": ("Directorate-General of Personnel Administration, office calendar of government agencies",
                     "https://www.dgpa.gov.tw/informationlist?uid=30"),
        "about": [
            "`workdays` are weekend days on which the government works. The rule for making up a bridging day on a",
            "Saturday was deleted on 13 June 2025, so 8 February 2025 is the last one.",
        ],
        "confirmed": {
            2025: "calendar as revised by the Executive Yuan on 13 June 2025",
            2026: "calendar approved by the Executive Yuan on 13 June 2025",
            2027: "calendar published in June 2026: https://www.dgpa.gov.tw/information?uid=30&pid=12982; "
                  "compared day by day with a public copy",
        },
    },
    "KR": {
        "language": "en_US",
        "official": ("Rules on holidays of public agencies (관공서의 공휴일에 관한 규정)",
                     "https://www.law.go.kr/법령/관공서의공휴일에관한규정"),
        "about": [
            "Holidays of public agencies. Constitution Day is one of them again from 2026",
            "(https://www.koreaherald.com/article/10665867); that Labour Day is one from 2026 is taken from the",
            "library, which cites the Ministry of Personnel Management (https://www.mpm.go.kr/).",
        ],
        "confirmed": {
            2025: "official almanac (월력요항) published on 20 June 2024; 27 January and the election of 3 June "
                  "added later (secondary source)",
            2026: "official almanac published on 30 June 2025; Constitution Day and Labour Day added by amendments of "
                  "2026 (secondary source)",
        },
        "unconfirmed": {
            2027: "the almanac for 2027 was not found; computed from the rules as amended in 2026",
        },
    },
    "VN": {
        "language": "en_US",
        "official": ("Labour Code 2019, Article 112; the days of each year by notice of the ministry",
                     "https://vbpl.vn/TW/pages/vbpqen-toanvan.aspx?ItemID=11135"),
        "about": [
            "Days off of civil servants. `workdays` are Saturdays worked for a day off between two holidays.",
            "The library does not know that 2 January 2026 was exchanged for 10 January: Office of the Government,",
            "12729/VPCP-KGVX of 25 December 2025 (secondary source: https://www.collector.com.tr//965292743).",
        ],
        "added": {"2026-01-02": "Day off (substituted from 01/10/2026)"},
        "workdays": {"2026-01-10": "Make-up working day"},
        "confirmed": {
            2025: "Office of the Government, 8726/VPCP-KGVX of 26 November 2024, and announcement "
                  "6150/TB-BLDTBXH (secondary source)",
        },
        "unconfirmed": {
            2026: "the exchanges of 2 January and 31 August are published; that 24 November is already a day off rests "
                  "on Politburo resolution 80-NQ/TW, and no act that amends the Labour Code was found",
            2027: "no notice of the ministry found: the five days of Tet, the second day of National Day and exchanged "
                  "days are the ministry's choice; 24 November as in 2026",
            2028: "no notice of the ministry found: the five days of Tet, the second day of National Day and exchanged "
                  "days are the ministry's choice; 24 November as in 2026",
        },
    },
    "PH": {
        "language": "en_US",
        "official": ("Official Gazette, nationwide holidays",
                     "https://www.officialgazette.gov.ph/nationwide-holidays/"),
        "about": [
            "Regular holidays and special (non-working) days for the whole country; not the special working days, on",
            "which offices are open, and not the days of a city or province. Eid'l Fitr and Eid'l Adha are proclaimed",
            "a few days before. More days may be proclaimed at short notice.",
        ],
        "confirmed": {
            2025: "Proclamations 727 and 729 of 30 October 2024, 839, 878 and 911 of 2025 (secondary source)",
            2026: "Proclamation 1006 of 3 September 2025, 1189 and 1264 of 2026 (secondary source)",
        },
        "unconfirmed": {
            2027: "the library cites Proclamation 1427 of 8 September 2026, which was not read; Eid'l Fitr and "
                  "Eid'l Adha are computed",
            2028: "not yet proclaimed; Eid'l Fitr and Eid'l Adha are computed, additional special days are missing",
        },
    },
    "ID": {
        "language": "en_US",
        "categories": ("public", "government"),
        "kinds": "national holidays and collective leave",
        "official": ("State Secretariat, joint decree of three ministers (SKB) for 2027",
                     "https://setneg.go.id/baca/index/inilah_skb_3_menteri_libur_nasional_dan_cuti_bersama_2027"),
        "about": [
            "National holidays and collective leave (cuti bersama): government offices are closed on both; companies",
            "may work on collective leave. Islamic holidays may still move by a day with the sighting of the moon.",
        ],
        "settled": ["2027-03-10", "2027-03-11", "2027-05-17"],
        "confirmed": {
            2025: "joint decree 1017/2/2 of 2024, with 18 August added by 933/1/3 of 7 August 2025 (secondary source)",
            2026: "joint decree 1497/2/5 of 2025 (secondary source)",
            2027: "joint decree 1205/3/2 of 2026 (secondary source)",
        },
        "unconfirmed": {2028: "no joint decree yet: lunar dates are computed, collective leave is missing"},
    },
    "IN": {
        "language": "en_US",
        "official": ("Department of Personnel and Training, holidays of central government offices",
                     "https://doptcirculars.nic.in/Default.aspx?URL=dFaVfDsok83H"),
        "about": [
            "Central government offices in Delhi, where the Central Drugs Standard Control Organisation has its",
            "headquarters (https://cdscoonline.gov.in/CDSCO/dashboard): the gazetted holidays of the list for Delhi",
            "and days declared apart, not the restricted holidays. The library lacks polling day, 5 February 2025:",
            "https://www.devdiscourse.com/article/law-order/3228977-delhi-govt-offices-close-for-assembly-polls",
            "Islamic holidays may still move by a day with the sighting of the moon.",
        ],
        "added": {"2025-02-05": "Polling Day (Delhi Legislative Assembly)"},
        "confirmed": {
            2025: "list of the department for Delhi; 14 April by its memorandum of March 2025, 5 February by its order "
                  "of 17 January 2025 (secondary source)",
        },
        "unconfirmed": {
            2026: "list of 3 July 2025 for Delhi; no memorandum was found for 14 April, nor one that moves Bakrid from "
                  "27 to 28 May, as West Bengal and the stock exchange did",
            2027: "the department's list was not found; which three optional festivals Delhi keeps is its choice, "
                  "Islamic holidays are computed",
            2028: "the department's list was not found; which three optional festivals Delhi keeps is its choice, "
                  "Islamic holidays are computed",
        },
    },
    "HK": {
        "language": "en_US",
        "categories": ("optional",),
        "kinds": "general holidays (there called optional)",
        "official": ("GovHK, general holidays", "https://www.gov.hk/en/about/abouthk/holiday/index.htm"),
        "about": [
            "General holidays (General Holidays Ordinance, Cap. 149), on which government offices are closed; not the",
            "shorter list of statutory holidays of the Employment Ordinance, which has no Good Friday before 2028.",
            "The government works five days a week (http://www.info.gov.hk/info/5day/eng/); the library counts",
            "Saturday as a working day.",
        ],
        "weekend": {5, 6},
        "confirmed": {
            2025: "gazetted list of general holidays for 2025 (secondary source)",
            2026: "published on 16 May 2025: https://www.info.gov.hk/gia/general/202505/16/P2025051300354.htm",
            2027: "gazetted list of general holidays for 2027 (secondary source: https://a2znews.uk/article/c2/28468)",
        },
    },
    "CN": {
        "language": "en_US",
        "official": ("General Office of the State Council, arrangement of holidays for 2026",
                     "https://www.gov.cn/gongbao/2025/issue_12406/202511/content_7048922.html"),
        "about": [
            "National holidays with the exchanged days: `workdays` are weekend days on which the authorities work.",
            "The State Council announces both each November for the year to come.",
        ],
        "confirmed": {
            2025: "notice of the General Office of the State Council of 12 November 2024",
            2026: "notice of the General Office of the State Council of 4 November 2025",
        },
        "unconfirmed": {
            2027: "the State Council's notice was not found: statutory days only, without days off and weekend days "
                  "worked in exchange",
            2028: "not yet announced: statutory days only, without days off and weekend days worked in exchange",
        },
    },
    "AU": {
        "language": "en_US",
        "subdivision": ("ACT", "Australian Capital Territory"),
        "official": ("ACT Government, public holidays",
                     "https://www.act.gov.au/living-in-the-act/public-holidays-school-terms-and-daylight-saving"),
        "about": [
            "The Australian Capital Territory, where the Therapeutic Goods Administration has its office (Symonston,",
            "https://tga.gov.au/node/351166). Its regulations count days that are not a Saturday, a Sunday or a public",
            "holiday there (http://classic.austlii.edu.au/au/legis/cth/consol_reg/tgr1990300/s42zczi.html). The office",
            "runs limited operations between Christmas and New Year; those days are not days off here.",
        ],
        "confirmed": {
            2025: "published by the ACT Government (secondary source: https://www.retail.org.au/?p=40900)",
            2026: "published by the ACT Government, which added 27 April later: "
                  "https://www.dfat.gov.au/about-us/canberra-public-holidays",
            2027: "published by the ACT Government with 2026 to 2029 (secondary source)",
            2028: "published by the ACT Government with 2026 to 2029 (secondary source)",
        },
    },
}

EXAMPLES = """examples:
  Scripts/update-calendars                 write every calendar of the table in this script
  Scripts/update-calendars SG TW           write two of them
  Scripts/update-calendars NZ              add a country: all its years are unconfirmed until this
                                           script's table says who publishes them
  Scripts/update-calendars --check         compare what is committed with what would be written;
                                           exit 1 on a difference, change nothing

The library is installed once, at a pinned version, into a virtual environment of its own under
${XDG_CACHE_HOME:-~/.cache}/tasuki/. To move to a new year or a new version, edit PACKAGES, AS_OF and
YEARS at the top of this script, look up the official lists again, and run it."""


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="Scripts/update-calendars", description=__doc__, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("country", nargs="*", help="two-letter country codes; all known ones if left out")
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 where a committed file differs")
    parser.add_argument("--to", metavar="FOLDER", type=pathlib.Path, default=FOLDER,
                        help="write to (or compare with) this folder instead of Config/calendars")
    options = parser.parse_args(arguments)
    options.country = [code.upper() for code in options.country]
    for code in options.country:
        if not re.fullmatch(r"[A-Z]{2}", code):
            parser.error(f"{code!r} is not a two-letter country code")
    return options


def enter_environment() -> None:
    """Runs this script again inside its own virtual environment, which is made where it is missing."""
    if sys.version_info < (3, 11):
        sys.exit("update-calendars needs Python 3.11 or newer, which the pinned library asks for")
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "tasuki"
    name = f"calendars-{PACKAGES['holidays']}-python{sys.version_info.major}.{sys.version_info.minor}"
    home = cache / name
    if pathlib.Path(sys.prefix).resolve() == home.resolve():
        return
    python, ready = home / "bin" / "python", home / "ready"
    wanted = [f"{package}=={version}" for package, version in PACKAGES.items()]
    if not ready.is_file() or ready.read_text() != "\n".join(wanted):
        print(f"update-calendars: installing {' '.join(wanted)}", file=sys.stderr)
        venv.create(home, with_pip=True, clear=True)
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", *wanted]
        if subprocess.run(command).returncode != 0:
            sys.exit("update-calendars: could not install the pinned library; is a package index reachable?")
        ready.write_text("\n".join(wanted))
    os.execv(python, [str(python), *sys.argv])


def quoted(text: str) -> str:
    """A double-quoted scalar, which YAML 1.1 and 1.2 both read as this very string."""
    return json.dumps(text, ensure_ascii=False)


def days(code: str, facts: dict) -> tuple[list[int], dict, dict]:
    """The weekend, the days off and the weekend days worked, as the library and the table have them."""
    import datetime

    import holidays

    country = getattr(holidays, code, None)
    if country is None:
        sys.exit(f"update-calendars: the library knows no country {code}")
    language = facts.get("language")
    if language is None and "en_US" in country.supported_languages:
        language = "en_US"
    off, worked, weekend = {}, {}, set()
    for year in YEARS:
        listed = country(
            years=year, language=language, subdiv=facts.get("subdivision", (None,))[0],
            categories=facts.get("categories", ("public",)),
        )
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


def confidence(code: str, facts: dict, off: dict, year: int) -> tuple[str, str]:
    note = facts.get("confirmed", {}).get(year)
    if note is None:
        nobody = f"no official list was looked up for {code}"
        return "unconfirmed", facts.get("unconfirmed", {}).get(year, UNPUBLISHED if facts else nobody)
    guesses = [str(date) for date, name in off.items() if date.year == year and "estimated" in name]
    if guesses:
        sys.exit(f"update-calendars: {code} {year} is called confirmed, yet estimated on {', '.join(guesses)}")
    return "confirmed", note


def render(code: str) -> str:
    import holidays

    facts = FACTS.get(code, {})
    weekend, off, worked = days(code, facts)
    place = f"country {code}"
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
    for year in YEARS:
        word, note = confidence(code, facts, off, year)
        lines.append(f"  {year}: {{ confidence: {word}, note: {quoted(note)} }}")
    if worked:
        lines.append("workdays:")
        lines += [f"  {quoted(str(date))}: {quoted(name)}" for date, name in worked.items()]
    lines.append("holidays:")
    lines += [f"  {quoted(str(date))}: {quoted(name)}" for date, name in off.items()]
    text = "\n".join(lines) + "\n"
    verify(code, text, off)
    return text


def verify(code: str, text: str, off: dict) -> None:
    """Reads back what was written, with a YAML 1.1 parser."""
    import yaml

    read = yaml.safe_load(text)
    assert read["calendar"] == code and list(read["years"]) == list(YEARS), code
    assert read["holidays"] == {str(date): name for date, name in off.items()}, code
    assert all(any(date.startswith(str(year)) for date in read["holidays"]) for year in YEARS), code


def check(codes: list[str], committed: pathlib.Path) -> int:
    """Writes every calendar into a temporary folder and prints where the committed ones differ."""
    differing = 0
    with tempfile.TemporaryDirectory() as folder:
        for code in codes:
            fresh, old = pathlib.Path(folder) / f"{code}.yaml", committed / f"{code}.yaml"
            fresh.write_text(render(code), encoding="utf-8")
            before = old.read_text(encoding="utf-8") if old.is_file() else ""
            after = fresh.read_text(encoding="utf-8")
            if before == after:
                print(f"{old.name}: up to date")
                continue
            differing += 1
            print(f"{old.name}: differs" if before else f"{old.name}: missing")
            print("".join(difflib.unified_diff(
                before.splitlines(True), after.splitlines(True), f"committed/{old.name}", f"written/{old.name}")))
    return 1 if differing else 0


def main() -> int:
    options = parse(sys.argv[1:])
    enter_environment()
    present = {path.stem for path in options.to.glob("[A-Z][A-Z].yaml")} if options.check else set()
    codes = options.country or sorted(set(FACTS) | present)
    if options.check:
        return check(codes, options.to)
    options.to.mkdir(parents=True, exist_ok=True)
    for code in codes:
        path = options.to / f"{code}.yaml"
        path.write_text(render(code), encoding="utf-8")
        print(f"wrote {path.name}")
    return 0

