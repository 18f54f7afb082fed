"""Holds every configuration file against the JSON Schema that it names, and the schemas against themselves."""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import venv

from tasuki_scripts import ROOT

# With all that they need, so that two runs on two days check with the same validators.
PACKAGES = {
    "jsonschema": "4.26.0", "ruamel.yaml": "0.19.1", "openapi-spec-validator": "0.9.0",
    "annotated-types": "0.8.0", "attrs": "26.1.0", "jsonschema-path": "0.5.0",
    "jsonschema-specifications": "2025.9.1", "lazy-object-proxy": "1.13.0", "openapi-schema-validator": "0.9.0",
    "pathable": "0.6.0", "pydantic": "2.14.3", "pydantic-settings": "2.16.3", "pydantic_core": "2.50.4",
    "python-dotenv": "1.2.4", "PyYAML": "6.0.3", "referencing": "0.37.0", "rfc3339-validator": "0.1.4",
    "rpds-py": "2026.9.1", "six": "1.17.0", "typing-inspection": "0.4.5", "typing_extensions": "4.16.0",
}

SCHEMAS = ROOT / "Schemas"
EVENTS = ROOT / "Sources" / "Engine" / "Documentation.docc" / "Events.md"
CATALOGUE = ROOT / "Sources" / "Definitions" / "Catalogue"
ROUTES = ROOT / "Sources" / "HTTPService" / "Routes"
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\s*$")

EPILOG = """examples:
  Scripts/check-schemas                             check the schemas, all that is shipped, and openapi.yaml
  Scripts/check-schemas my-procedure.yaml           the same, and a file that names its schema on its first line
  Scripts/check-schemas --as chart door.yaml        the same, and a file that names none
  tasuki status --format json > status.json
  Scripts/check-schemas --status status.json        the same, and what tasuki printed
  Scripts/check-schemas --as event leaves.jsonl     the same, and leaves of the log, one a line

A file names its schema for editors and for this script on its first line, relative to its own folder:
  # yaml-language-server: $schema=../../Schemas/procedure.schema.json

YAML is read as YAML 1.2: yes, no and dates are texts. The validators are installed once, at pinned
versions, into a virtual environment of their own under ${XDG_CACHE_HOME:-~/.cache}/tasuki/."""

# For each schema a small document that it must accept, and changes of it (old text, new text, place of the
# refusal) that it must refuse there: a check that accepts everything would be found here.
EXAMPLES = {
    "chart": ("""
        initial: a
        states:
          a: { on: { x.*: b, y: { to: [a], internal: true, do: [{ raise: z }] }, off: [{}, b] } }
          b: { parallel: true, states: { c: { states: { h: { history: deep, default: d }, d: } }, e: {} } }
          no: { final: true, entry: { raise: over } }
        """, [
        ("initial: a", "start: a", "start"),
        ("to: [a]", "target: [a]", "states/a/on/y/target"),
        ("raise: z", "set: z", "states/a/on/y/do/0"),
        ("history: deep", "history: all", "states/b/states/c/states/h/history"),
        ("history: deep, default: d", "history: deep", "states/b/states/c/states/h"),
        ("parallel: true", "parallel: true, initial: c", "states/b/initial"),
        ("final: true", "final: true, on: { x: a }", "states/no/on"),
        ("x.*: b", "x y: b", "states/a/on"),
        ("no: {", "no: { turn: hub,", "states/no/turn"),
    ]),
    "procedure": ("""
        procedure: p
        status: law
        sources: [{ text: t, asOf: 2026, confidence: confirmed }]
        clocks: [review]
        actions: { go: { by: [applicant, officer@reviews], fields: { f: flag, c: [yes, no] } } }
        states:
          a:
            turn: reviews
            deadline: { of: due, raise: late }
            on:
              go:
                if: [inBundle, { any: [{ fact: SG.ready }, { not: { claims: stage } }] }]
                do: [fee.settle, { clock.start: review, at: filed }, { set: v, to: no }]
                to: a
        """, [
        ("status: law", "status: lawful", "status"),
        ("confidence: confirmed", "confidence: sure", "sources/0/confidence"),
        ("officer@reviews", "officer@review", "actions/go/by/1"),
        ("f: flag", "f: boolean", "actions/go/fields/f"),
        ("turn: reviews", "turn: officer", "states/a/turn"),
        ("of: due", "of: due, after: p, else: q", "states/a/deadline/after"),
        ("inBundle", "inbundle", "states/a/on/go/if/0"),
        ("claims: stage", "claims: some", "states/a/on/go/if/1/any/1/not/claims"),
        ("fact: SG.ready", "fact: sg.ready", "states/a/on/go/if/1/any/0/fact"),
        ("fee.settle", "fees.settle", "states/a/on/go/do/0"),
        ("at: filed", "at: start", "states/a/on/go/do/1/at"),
        ("to: no }", "to: no, from: f }", "states/a/on/go/do/2"),
    ]),
    "jurisdiction": ("""
        jurisdiction: SG
        names: { en: Singapore }
        zone: Asia/Singapore
        calendar: SG
        languages: { dossier: [en], label: en, source: hsa }
        sources: { hsa: { text: t, confidence: confirmed } }
        bodies: { HSA: { functions: [reviews], source: { text: t, confidence: confirmed } } }
        routes:
          full:
            - until: 2026-02-28
              procedure: p
              clocks: { r: { unit: months, limit: 3, counts: agency, starts: filed,
                             source: { text: t, confidence: confirmed } } }
              fees: { f: { amount: SGD 3710.00, source: { text: t, confidence: confirmed } } }
              conditions: [{ references: [JP], atLeast: 1, source: hsa }, { heldMonths: 12, source: hsa }]
              values: { lateAnswer: { is: none, source: hsa } }
              source: { text: t, url: "https://hsa.gov.sg", confidence: confirmed }
        requirements: [{ headings: [CH3.05.05], need: required, source: { text: t, confidence: confirmed } }]
        """, [
        ("jurisdiction: SG", "jurisdiction: Singapore", "jurisdiction"),
        ("functions: [reviews]", "functions: [review]", "bodies/HSA/functions/0"),
        ("2026-02-28", "2026-02-30", "routes/full/0/until"),
        ("unit: months", "unit: weeks", "routes/full/0/clocks/r/unit"),
        ("limit: 3", "limit: -1", "routes/full/0/clocks/r/limit"),
        ("SGD 3710.00", "3710 SGD", "routes/full/0/fees/f/amount"),
        ("references: [JP], atLeast: 1", "atLeast: 1", "routes/full/0/conditions/0"),
        ("heldMonths: 12,", "heldMonths: 12, consent: report,", "routes/full/0/conditions/1"),
        ("is: none, source: hsa", "is: none", "routes/full/0/values/lateAnswer"),
        ("https:", "ftp:", "routes/full/0/source/url"),
        ("CH3.05.05]", "CH3.x]", "requirements/0/headings/0"),
        ("need: required, source: { text: t, confidence: confirmed }", "need: required", "requirements/0"),
    ]),
    "calendar": ("""
        calendar: JP
        weekend: [saturday, sunday]
        years: { 2026: { confidence: confirmed } }
        holidays: { 2026-01-01: New Year }
        """, [
        ("sunday", "Sunday", "weekend/1"),
        ("confidence: confirmed", "note: n", "years/2026"),
        ("2026-01-01", "2026-13-01", "holidays"),
        ("New Year", "[New Year]", "holidays/2026-01-01"),
    ]),
    "zones": ("""
        zones: { Asia/Tokyo: [{ from: "2000-01-01T00:00:00Z", minutes: 540 }] }
        """, [
        ("minutes: 540", "minutes: 900", "zones/Asia/Tokyo/0/minutes"),
        ("00:00:00Z", "00:00:00", "zones/Asia/Tokyo/0/from"),
        ("zones:", "zone:", "zone"),
    ]),
    "dossier": ("""
        crosswalk: [{ imdrf: [CH2.02], csdt: [1], confidence: unconfirmed }]
        """, [
        ("confidence: unconfirmed", "basis: b", "crosswalk/0"),
        ("CH2.02", "CX2.02", "crosswalk/0/imdrf/0"),
        ("crosswalk:", "table:", "table"),
        ("crosswalk: [{ imdrf: [CH2.02], csdt: [1], confidence: unconfirmed }]",
         "{ table: t, edition: e, source: { text: t, confidence: confirmed }, "
         "headings: [{ code: c, samd: maybe, scope: common, titles: { en: t } }] }", "headings/0/samd"),
    ]),
    "labels": (None, [('name: "English"', "name: [English]", "language/name"), ("columns:", "colums:", "colums")]),
    "submission": ("""
        submission: s-1
        product: { id: p, name: P, version: 1.0 }
        claims: { C1: { text: { en: t } } }
        imdrf: { situation: serious, significance: treat-or-diagnose }
        applicant: { id: a, name: A }
        targets: { SG: { route: full, participation: reliance } }
        """, [
        ("s-1", "S 1", "submission"),
        ("version: 1.0", "edition: 1.0", "product/edition"),
        ("en: t", "en: {}", "claims/C1/text/en"),
        ("situation: serious", "situation: grave", "imdrf/situation"),
        ("SG:", "Singapore:", "targets"),
        ("participation: reliance", "participation: full", "targets/SG/participation"),
    ]),
    "story": ("""
        story: s
        begins: 2026-04-01T09:00:00+09:00
        zone: Asia/Tokyo
        dossier: .
        steps:
          - { at: 2026-04-06T10:00:00+09:00, do: accept, case: SG, as: officer@HSA, by: tan, set: [a.0.b=c] }
        """, [
        ("case: SG, ", "", "steps/0"),
        ("10:00:00+09:00", "10:00", "steps/0/at"),
        ("as: officer@HSA", "as: officer", "steps/0/as"),
        ("a.0.b=c", "a.0.b", "steps/0/set/0"),
        ("by: tan", "by: tan, reason: r", "steps/0/reason"),
    ]),
    "status": ("""
        [{ "submission": "s", "case": "s/SG", "jurisdiction": "SG", "authority": "HSA", "route": "full",
           "state": ["a"], "stateLabel": "A", "since": "2026-05", "due": "2026-05-01/2026-05-31", "turn": "HSA",
           "clock": { "unit": "months", "agencyHeld": "4.3/4.6", "applicantHeld": 0, "limit": null },
           "participation": null, "standing": "law", "overdue": false, "unconfirmed": true, "transcribed": [3],
           "flags": [], "version": 2 }]
        """, [
        ('"version": 2', '"version": "2"', "0/version"),
        ('"4.3/4.6"', '"4.3"', "0/clock/agencyHeld"),
        (', "limit": null', "", "0/clock"),
        ('"standing": "law"', '"standing": "legal"', "0/standing"),
        ('"2026-05-01/2026-05-31"', '"soon"', "0/due"),
        ('"turn": "HSA",', "", "0"),
    ]),
    "cases": ("""
        { "cases": [{ "case": "s/SG", "product": "p", "jurisdiction": "SG", "route": "national", "track": false,
            "procedure": "national-review", "state": "reading", "stateLabel": "Under review", "turn": "HSA",
            "due": "2027-03-01", "over": false, "version": 2 }], "next": "2027-03-01/s/SG" }
        """, [
        ('"due": "2027-03-01"', '"due": "soon"', "cases/0/due"),
        ('"track": false', '"track": "no"', "cases/0/track"),
        ('"version": 2', '"version": 0', "cases/0/version"),
        ('"next": "2027-03-01/s/SG"', '"next": "s/SG"', "next"),
        ('"turn": "HSA",', "", "cases/0"),
    ]),
    "due": ("""
        [{ "date": "2027-03-01/2027-03-31", "kind": "obligation", "words": "Condition o-1", "submission": "s",
           "case": "s/SG", "jurisdiction": "SG", "product": "p", "turn": "applicant", "overdue": false,
           "confidence": "confirmed", "computed": false },
         { "date": "2027-03-02", "kind": "renewal-opens", "words": "Renewal", "submission": "s", "case": null,
           "jurisdiction": "US", "product": "p", "turn": "HSA", "overdue": false, "confidence": "unconfirmed",
           "computed": true }]
        """, [
        ('"2027-03-02"', '"2027-03"', "1/date"),
        ('"renewal-opens"', '"renewal"', "1/kind"),
        ('"case": null', '"case": "SG"', "1/case"),
        ('"computed": true', '"computed": "yes"', "1/computed"),
        (', "confidence": "unconfirmed"', "", "1"),
        ('"SG"', '"sg"', "0/jurisdiction"),
    ]),
    "portfolio": ("""
        [{ "product": "p", "name": null, "asOf": "2026-05-15T01:02:03.004Z", "simulated": true,
           "submissions": [{ "submission": "s", "productVersion": "1.0", "claims": ["C1"] }],
           "dueThrough": "2026-08-13",
           "jurisdictions": [{
             "jurisdiction": "SG", "approved": true,
             "approvals": [{
               "approval": "s/SG", "submission": "s", "declared": false, "productVersion": "1.0", "number": null,
               "basis": "abridged", "stage": null, "claims": ["C1"], "grantedOn": "2026-05", "validUntil": null,
               "validity": "yearly-retention", "computed": false, "confidence": "confirmed", "ended": false,
               "standing": "in-force", "holder": null, "openFlags": [] }],
             "inCourse": [{
               "case": "s/SG-change", "track": true, "route": "change", "state": ["a"], "stateLabel": "A",
               "since": "2026-05-12", "due": null, "turn": "HSA", "overdue": false }],
             "obligations": [{
               "id": "o-1", "submission": "s", "case": "s/SG", "jurisdiction": "SG", "kind": "condition",
               "words": "Condition o-1", "due": "2027", "overdue": false }],
             "due": [{
               "date": "2026-08-01", "kind": "target", "words": "Review", "submission": "s", "case": "s/SG-change",
               "jurisdiction": "SG", "product": "p", "turn": "HSA", "overdue": false, "confidence": "unconfirmed",
               "computed": false }] }] }]
        """, [
        ('"2026-05-15T01:02:03.004Z"', "3", "0/asOf"),
        ('"name": null, ', "", "0"),
        ('"2026-08-13"', '"soon"', "0/dueThrough"),
        ('"stage": null', '"stage": 0', "0/jurisdictions/0/approvals/0/stage"),
        ('"yearly-retention"', '"yearly"', "0/jurisdictions/0/approvals/0/validity"),
        ('"state": ["a"]', '"state": []', "0/jurisdictions/0/inCourse/0/state"),
        ('"kind": "condition"', '"kind": "fee"', "0/jurisdictions/0/obligations/0/kind"),
        ('"kind": "target"', '"kind": "aim"', "0/jurisdictions/0/due/0/kind"),
    ]),
    "routes": ("""
        { "submission": "s", "product": "p", "productVersion": "1", "on": "2026-12-01", "countries": [{
            "jurisdiction": "SG", "name": "Singapore", "answer": "open",
            "class": { "class": "B", "by": "declared", "source": null }, "case": null, "approvals": [],
            "routes": [{
              "route": "national", "label": "National review", "procedure": "national-review", "standing": "law",
              "planned": false, "answer": "open", "reasons": [], "toDo": [], "restsOn": [], "clocks": [],
              "until": null, "untilUnconfirmed": false, "unconfirmedYears": [], "opening": null,
              "fees": [{ "fee": "f", "label": "Fee", "amount": null, "gap": "unstated", "due": null,
                         "source": { "text": "t", "confidence": "unconfirmed" } }],
              "source": { "text": "t", "confidence": "confirmed" } }],
            "next": null, "documents": null }] }
        """, [
        ('"on": "2026-12-01"', '"on": "2026-12"', "on"),
        ('"by": "declared"', '"by": "guess"', "countries/0/class/by"),
        ('"answer": "open", "reasons"', '"answer": "maybe", "reasons"', "countries/0/routes/0/answer"),
        ('"gap": "unstated"', '"gap": "none"', "countries/0/routes/0/fees/0/gap"),
        ('"until": null, ', "", "countries/0/routes/0"),
    ]),
    "check": ("""
        { "complete": false, "type": "initial", "on": "2026-04-06", "withoutRules": [], "notTargets": ["KR"],
          "cells": [{ "heading": "CH5.02", "title": "Labels", "jurisdiction": "TH", "need": "required",
                      "presence": "missing", "reason": "other-language", "blocks": true, "documents": [],
                      "inOtherLanguages": [], "acceptedLanguages": ["th"], "when": "w",
                      "places": { "asean-csdt": ["5"], "jp-sted": [] }, "source": "s", "asOf": "2026",
                      "confidence": "confirmed" }],
          "documents": [] }
        """, [
        ('"initial"', '"first"', "type"),
        ('"KR"', '"Korea"', "notTargets/0"),
        ('"need": "required"', '"need": "wanted"', "cells/0/need"),
        ('"other-language"', '"translation"', "cells/0/reason"),
        ('"jp-sted": []', '"sted": []', "cells/0/places/sted"),
        ('"source": "s", ', "", "cells/0"),
        ('"documents": [] }', '"documents": [{ "path": "p", "digest": "d", "serves": [] }] }', "documents/0/digest"),
    ]),
    "documents": ("""
        { "submission": "s", "product": "p", "unread": [],
          "documents": [{ "heading": "CH3.02", "name": "risk.md", "revisions": [
            { "revision": 1, "digest": "0000000000000000000000000000000000000000000000000000000000000000",
              "filings": [{ "submission": "s", "filing": 1, "kind": "initial", "filedOn": "2026-04", "event": 2,
                            "cases": ["hub", "SG"], "jurisdictions": ["SG"], "link": "dossier",
                            "mediaType": "text/markdown", "size": 1 }] }] }] }
        """, [
        ('"revision": 1', '"revision": 0', "documents/0/revisions/0/revision"),
        ('"kind": "initial"', '"kind": "first"', "documents/0/revisions/0/filings/0/kind"),
        ('"link": "dossier"', '"link": "folder"', "documents/0/revisions/0/filings/0/link"),
        ('"2026-04"', '"soon"', "documents/0/revisions/0/filings/0/filedOn"),
        (', "size": 1', "", "documents/0/revisions/0/filings/0"),
    ]),
    "jurisdiction-report": ("""
        {"bodies": [{"functions": ["reviews", "decides"], "id": "FDA", "names": {"en": "n"}, "source": {"asOf":
        "2022-09-27", "confidence": "confirmed", "text": "t", "url": "https://x.org"}}], "calendar": "PH", "changes":
        [{"classes": [], "from": null, "id": "variation", "names": {"en": "n"}, "period": null, "source": {"asOf":
        "2017-12-15", "confidence": "confirmed", "text": "t", "url": "https://x.org"}, "step": "prior-approval",
        "until": null}], "classification": [{"classes": ["A", "B", "C", "D"], "from": null, "software": {"grid": {}, "names": {"en": "n"}, "source": {"asOf": "2025-03-01", "confidence": "confirmed", "text": "t",
        "url": "https://x.org"}}, "source": {"asOf": "2018-01-26", "confidence": "confirmed", "text": "t", "url":
        "https://x.org"}, "until": null}], "holder": {"names": {"en": "n"}, "source": {"asOf": "2022-12",
        "confidence": "confirmed", "text": "t", "url": "https://x.org"}}, "hub": null, "jurisdiction": "PH",
        "languages": {"dossier": ["en"], "label": ["en"], "source": {"asOf": "2026-11-22", "confidence":
        "unconfirmed", "text": "t", "url": "https://x.org"}}, "laws": [{"names": {"en": "n"}, "source": {"asOf":
        "2022-09-27", "confidence": "confirmed", "text": "t", "url": "https://x.org"}}], "names": {"en": "n"},
        "requirements": [{"from": null, "heading": "CH2.02", "languages": [], "need": "required", "source": {"asOf":
        "2026-11-22", "confidence": "confirmed", "text": "t", "url": "https://x.org"}, "types": ["initial"], "until":
        null, "when": null}], "routes": [{"clocks": [{"anchor": "start", "counts": "agency", "from": null, "limit":
        180, "name": "review", "source": {"asOf": "2026-11-22", "confidence": "unconfirmed", "text": "t"}, "starts":
        "accepted", "unit": "workingDays", "until": null}], "conditions": [{"condition": "holder", "from": null, "is":
        "appointed", "source": {"asOf": "2022-12", "confidence": "confirmed", "text": "t", "url": "https://x.org"},
        "until": null}], "fallback": "national", "fees": [], "from": null, "name": "bundled", "names": null,
        "periods": [], "procedure": "bundled-member", "source": {"asOf": "2023", "confidence": "unconfirmed", "text":
        "t"}, "until": null, "values": [{"from": null, "is": "unknown", "name": "lateAnswer", "source": {"asOf":
        "2023", "confidence": "unconfirmed", "text": "t"}, "until": null}]}], "safety": [{"from": null, "id":
        "public-health", "names": {"en": "n"}, "period": {"anchor": "start", "count": 2, "unit": "calendarDays"},
        "source": {"asOf": "2026-11-22", "confidence": "confirmed", "text": "t", "url": "https://x.org"}, "until":
        null}], "tracks": [], "validity": [{"classes": [], "from": null, "model": "fixed", "renewal": {"closes": null,
        "opens": {"anchor": "start", "count": 90, "unit": "calendarDays"}, "source": {"asOf": "2026-11-22",
        "confidence": "confirmed", "text": "t", "url": "https://x.org"}}, "source": {"asOf": "2025-12", "confidence":
        "unconfirmed", "text": "t", "url": "https://x.org"}, "until": null, "years": 5}], "zone": "Asia/Manila"}
        """, [
        ('"calendar": "PH", ', "", ""),
        ('"step": "prior-approval"', '"step": "approval"', "changes/0/step"),
        ('"jurisdiction": "PH"', '"jurisdiction": "ph"', "jurisdiction"),
        ('"reviews"', '"review"', "bodies/0/functions/0"),
    ]),
    "event": ("""
        { "v": 2, "submission": "s", "number": 3, "type": "case-advanced", "occurredOn": "2026-05",
          "recordedAt": "2026-05-15T01:02:03.004Z",
          "by": { "person": "p", "as": "officer@HSA", "authenticated": false },
          "data": { "case": "SG", "cause": { "kind": "action", "action": "accept" }, "isOver": false,
                    "changes": [{ "change": "flags-settled", "approval": "s/SG" }] } }
        """, [
        ('"number": 3, ', "", ""),
        ('"case-advanced"', '"case-moved"', "type"),
        ('"case-advanced"', '"message-ignored"', "data/cause"),
        ("01:02:03.004Z", "01:02:03Z", "recordedAt"),
        ('"as": "officer@HSA"', '"as": "officer"', "by/as"),
        ('"kind": "action"', '"kind": "message"', "data/cause/kind"),
        ('"approval": "s/SG"', '"approval": "s/SG", "reason": "free text"', "data/changes/0/reason"),
        ('"v": 2', '"v": 1', "v"),
    ]),
}


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="Scripts/check-schemas", description=__doc__, epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", nargs="*", type=pathlib.Path, help="further files to check: YAML, JSON or JSON lines")
    parser.add_argument("--as", dest="kind", choices=sorted(EXAMPLES), help="the kind of the files that name no schema")
    parser.add_argument("--status", metavar="FILE", type=pathlib.Path, action="append", default=[],
                        help="check what tasuki status --format json printed; may be given several times")
    return parser.parse_args(arguments)


def enter_environment() -> None:
    """Runs this script again inside its own virtual environment, which is made where it is missing."""
    if sys.version_info < (3, 11):
        sys.exit("check-schemas needs Python 3.11 or newer, which the pinned libraries ask for")
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "tasuki"
    home = cache / f"schemas-{PACKAGES['jsonschema']}-python{sys.version_info.major}.{sys.version_info.minor}"
    if pathlib.Path(sys.prefix).resolve() == home.resolve():
        return
    python, ready = home / "bin" / "python", home / "ready"
    wanted = [f"{package}=={version}" for package, version in PACKAGES.items()]
    if not ready.is_file() or ready.read_text() != "\n".join(wanted):
        print(f"check-schemas: installing {', '.join(wanted[:3])} and what they need", file=sys.stderr)
        venv.create(home, with_pip=True, clear=True)
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", *wanted]
        if subprocess.run(command).returncode != 0:
            sys.exit("check-schemas: could not install the pinned libraries; is a package index reachable?")
        ready.write_text("\n".join(wanted))
    os.execv(python, [str(python), *sys.argv])


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


class Checks:
    """Counts what passed and failed, and prints one line for each group."""

    def __init__(self) -> None:
        self.total = [0, 0]
        self.group = [0, 0]

    def note(self, defects: list[str]) -> None:
        self.group[bool(defects)] += 1
        for defect in defects:
            print(defect)

    def close(self, name: str) -> None:
        """A group without any check has failed: it would be empty by mistake."""
        if self.group == [0, 0]:
            self.note([f"{name}: there is nothing to check"])
        passed, failed = self.group
        print(f"{name:<28} {passed:>4} passed, {failed} failed")
        self.total = [self.total[0] + passed, self.total[1] + failed]
        self.group = [0, 0]


def validator(schema: dict):
    from jsonschema import Draft202012Validator

    formats = Draft202012Validator.FORMAT_CHECKER
    assert {"date", "date-time"} <= set(formats.checkers), "the validator does not check dates"
    return Draft202012Validator(schema, format_checker=formats)


def most_specific(error):
    """The defect to name where none of several forms fits: that of the one form which comes closest, if one does."""
    while error.context:
        branches: dict = {}
        for child in error.context:
            branches.setdefault(child.schema_path[0], []).append(child)
        ranked = sorted(branches.values(), key=lambda found: (len(found), -len(found[0].absolute_path)))
        if len(ranked) > 1 and len(ranked[0]) == len(ranked[1]) and \
                len(ranked[0][0].absolute_path) == len(ranked[1][0].absolute_path):
            return error
        error = ranked[0][0]
    return error


def refusals(document: Document, schema: dict) -> list[tuple[tuple, str]]:
    """Path and message of everything that the schema refuses."""
    found = []
    for error in validator(schema).iter_errors(document.value):
        error = most_specific(error)
        path, message = tuple(error.absolute_path), error.message
        if error.validator == "additionalProperties" and error.validator_value is False:
            known = error.schema.get("properties", {})
            for key in (key for key in error.instance if key not in known):
                found.append(((*path, key), f"unknown key ‘{key}’; known: {', '.join(known)}"))
            continue
        if error.validator in ("anyOf", "oneOf"):
            message = f"{short(error.instance)} has none of the forms that may stand here"
        elif error.schema is False:
            # The library leaves out of the path which key it is.
            parent = document.within(path)
            path = (*path, *[key for key in parent if parent[key] is error.instance][:1])
            message = f"‘{path[-1]}’ must not stand here"
        found.append((path, message if len(message) < 200 else message[:100] + " … " + message[-90:]))
    return found


def short(value) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) < 80 else text[:77] + "…"


def defects(document: Document, schema: dict) -> list[str]:
    return [
        f"{document.place(path)}: {message}" + (f" (at {'/'.join(map(str, path))})" if path else "")
        for path, message in refusals(document, schema)
    ]


def subschemas(schema, path: str = ""):
    """Every schema within a schema, with its path and whether it only adds conditions to another one."""
    if not isinstance(schema, dict):
        return
    yield path, schema
    for key in ("properties", "$defs", "patternProperties"):
        for name, child in schema.get(key, {}).items():
            yield from subschemas(child, f"{path}/{key}/{name}")
    narrows = any("$ref" in part for part in schema.get("allOf", []))
    for key in ("items",) if narrows else ("items", "additionalProperties", "propertyNames"):
        yield from subschemas(schema.get(key), f"{path}/{key}")
    for key in ("anyOf", "oneOf"):
        for index, child in enumerate(schema.get(key, [])):
            if set(child) != {"required"}:
                yield from subschemas(child, f"{path}/{key}/{index}")
    for key in ("then", "else"):
        if "$ref" in schema.get(key, {}) or "anyOf" in schema.get(key, {}):
            yield from subschemas(schema[key], f"{path}/{key}")


def self_defects(kind: str, schema: dict, shared: dict) -> list[str]:
    """What the metaschema refuses, objects that are open, properties that say nothing, definitions that differ."""
    from jsonschema import Draft202012Validator

    found = [f"{kind}: {error.message}" for error in
             Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema)]
    # The number is that of the form, which need not be the first.
    if not re.fullmatch(f"urn:tasuki:schema:{kind}:[1-9][0-9]*", schema.get("$id", "")):
        found.append(f"{kind}: its $id is not urn:tasuki:schema:{kind} with a number")
    for path, part in subschemas(schema):
        closed = part.get("additionalProperties") is False or part.get("unevaluatedProperties") is False
        if part.get("properties") and not closed:
            found.append(f"{kind}: {path or '/'} is open: it takes keys that it does not list")
        for name, child in part.get("properties", {}).items():
            if child is not False and not str(child.get("description", "")).endswith("."):
                found.append(f"{kind}: {path}/properties/{name} has no sentence that describes it")
        target = part.get("$ref", "")
        if target and target.removeprefix("#/$defs/") not in schema.get("$defs", {}):
            found.append(f"{kind}: {path} refers to {target}, which is not here")
    used = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(schema)))
    found += [f"{kind}: the definition ‘{name}’ is not used" for name in sorted(set(schema.get("$defs", {})) - used)]
    for name in SHARED & set(schema.get("$defs", {})):
        first, words = shared.setdefault(name, (kind, schema["$defs"][name]))
        if words != schema["$defs"][name]:
            found.append(f"{kind}: the definition ‘{name}’ differs from that of {first}")
    return found


# Schemas refer to nothing outside themselves, so that an editor needs no network; these definitions stand in
# several of them and must be the same in all.
SHARED = {
    "confidence", "country", "day", "partialDate", "exactDate", "instant", "heading", "texts", "url", "word", "words",
    "source", "reference", "function", "participation", "clockUnit", "stateID", "stateIDs", "event", "nothing",
    "states", "topStates", "transitions", "actions",
}


def example_defects(kind: str, schema: dict) -> list[list[str]]:
    """One entry for each example: what is wrong with how the schema judges it."""
    import textwrap

    good, changes = EXAMPLES[kind]
    text = (ROOT / "Config/labels/en.yaml").read_text(encoding="utf-8") if good is None else textwrap.dedent(good)
    results = [[f"the good example of {defect}" for defect in defects(Document(kind, text), schema)]]
    for old, new, place in changes:
        assert old in text, f"{kind}: the example has no ‘{old}’"
        found = refusals(Document(kind, text.replace(old, new, 1)), schema)
        places = ["/".join(map(str, path)) for path, _ in found]
        defect = f"{kind}: ‘{new or 'nothing'}’ for ‘{old}’ is not refused at ‘{place}’ but {places or 'accepted'}"
        results.append([] if place in places else [defect])
    return results


def shipped() -> dict[str, list[pathlib.Path]]:
    """The configuration files by the kind whose schema they name; those that name none under an empty name."""
    kinds: dict[str, list[pathlib.Path]] = {}
    for path in sorted((ROOT / "Config").rglob("*.yaml")):
        kinds.setdefault(named_schema(path) or "", []).append(path)
    return kinds


def named_schema(path: pathlib.Path) -> str | None:
    """The kind of the schema that the first line of the file names, if there is such a schema."""
    with path.open(encoding="utf-8") as file:
        match = MODELINE.match(file.readline())
    if match is None:
        return None
    target = (path.parent / match[1]).resolve()
    known = target.parent == SCHEMAS and target.is_file()
    return target.name.removesuffix(".schema.json") if known else None


def file_defects(path: pathlib.Path, kind: str, schemas: dict) -> list[str]:
    name = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".jsonl":
            return defects(Document(name, text), schemas[kind])
        lines = enumerate(text.splitlines(), 1)
        return [defect for number, line in lines if line.strip()
                for defect in defects(Document(f"{name}:{number}", line), schemas[kind])]
    except UnicodeDecodeError:
        return [f"{name}: is not text in UTF-8"]
    except OSError as error:
        return [f"{name}: cannot be read: {error.strerror}"]
    except ValueError as error:
        return [str(error)]


def catalogue_defects(schema: dict, definition: str, file: str) -> list[str]:
    """Words and heads that the program's catalogue has and the schema has not, or the other way round."""
    source = (CATALOGUE / file).read_text(encoding="utf-8")
    program = {(head, *re.findall(r'"([^"]+)"', rest))
               for head, rest in re.findall(r'Form\(\s*"[^"]*",\s*"([^"]+)"([^()]*)\)', source)}
    program |= {(word,) for word in re.findall(r'^        \("([^"]+)", \.', source, re.M)}
    forms = schema["$defs"][definition]
    listed = {(form["const"],) for form in forms["else"]["oneOf"]}
    listed |= {tuple(form["properties"]) for form in forms["then"]["anyOf"]}
    as_set = lambda clauses: {(clause[0], frozenset(clause)) for clause in clauses}
    return [f"procedure: the {definition} {' '.join(sorted(keys))} stands in one of schema and program only"
            for _, keys in as_set(listed) ^ as_set(program)]


def openapi_defects(text: str, schemas: dict) -> list[str]:
    from openapi_spec_validator import OpenAPIV31SpecValidator

    spec = Document("Schemas/openapi.yaml", text).value
    checker = OpenAPIV31SpecValidator(spec, base_uri=(SCHEMAS / "openapi.yaml").as_uri())
    found = [f"Schemas/openapi.yaml: {error.message} (at {'/'.join(map(str, error.absolute_path))})"
             for error in checker.iter_errors()]
    for name, schema in spec.get("components", {}).get("schemas", {}).items():
        for path, part in subschemas(schema):
            if part.get("properties") and part.get("additionalProperties") is not False:
                found.append(f"Schemas/openapi.yaml: {name}{path} is open: it takes keys that it does not list")
            found += [f"Schemas/openapi.yaml: {name}{path}/{key} is not described"
                      for key, child in part.get("properties", {}).items() if not {"description", "$ref"} & set(child)]
    return found


def route_defects(text: str) -> list[str]:
    """Routes that the server has and openapi.yaml has not, or the other way round."""
    spec = Document("Schemas/openapi.yaml", text).value
    blank = lambda path: re.sub(r"\{[^}]*\}|:[A-Za-z]+", "{}", path)
    listed = {(method, blank(path)) for path, item in spec["paths"].items() for method in set(item) - {"parameters"}}
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted(ROUTES.glob("*.swift")))
    served = {(method, blank(path)) for method, path in
              re.findall(r'\.(get|post|put|patch|delete)\(\s*"(/(?:v[0-9]+/|healthz)[^"]*)"', sources)}
    unserved = [f"{method.upper()} {path} is not served" for method, path in sorted(listed - served)]
    unlisted = [f"{method.upper()} {path} is served but not described" for method, path in sorted(served - listed)]
    return [f"Schemas/openapi.yaml: {defect}" for defect in unserved + unlisted]


def check_openapi(checks: Checks, schemas: dict) -> None:
    text = (SCHEMAS / "openapi.yaml").read_text(encoding="utf-8")
    checks.note(openapi_defects(text, schemas))
    checks.note(route_defects(text))
    for old, new in [("openapi: 3.1.1", "openapi: three"), ("responses:", "response:"), ("in: path", "in: body"),
                     ("#/components/schemas/Health", "#/components/schemas/Wealth")]:
        assert old in text
        try:
            found = openapi_defects(text.replace(old, new, 1), schemas)
        except Exception as error:  # A reference that leads nowhere ends the validator.
            found = [str(error)]
        checks.note([] if found else [f"Schemas/openapi.yaml: ‘{new}’ for ‘{old}’ is not refused"])
    checks.note([] if route_defects(text.replace("/v1/submissions:", "/v1/submission:", 1)) else
                ["Schemas/openapi.yaml: another path is not noticed"])
    checks.close("openapi")


def check_extra(checks: Checks, options: argparse.Namespace, schemas: dict) -> None:
    for path in options.status:
        checks.note(file_defects(path, "status", schemas))
    if options.status:
        checks.close("given: status")
    for path in options.file:
        try:
            kind = named_schema(path) or options.kind
        except (UnicodeDecodeError, OSError):
            kind = "status"  # Whatever is wrong with the file is told when it is read.
        checks.note(file_defects(path, kind, schemas) if kind else
                    [f"{path}:1:1: names none of the schemas in Schemas on its first line; say its kind with --as"])
    if options.file:
        checks.close("given: files")


def main() -> int:
    options = parse(sys.argv[1:])
    enter_environment()
    checks, shared = Checks(), {}
    schemas = {path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
               for path in sorted(SCHEMAS.glob("*.schema.json"))}
    for kind, schema in schemas.items():
        checks.note(self_defects(kind, schema, shared))
    checks.note([f"{kind}: there is no such schema" for kind in EXAMPLES if kind not in schemas])
    for definition, file in [("guard", "Catalogue+Guards.swift"), ("action", "Catalogue+Effects.swift")]:
        checks.note(catalogue_defects(schemas["procedure"], definition, file))
    checks.close("schemas")
    for kind, schema in schemas.items():
        for result in example_defects(kind, schema) if kind in EXAMPLES else [[f"{kind}: has no bad example"]]:
            checks.note(result)
        checks.close(f"examples: {kind}")
    files = shipped()
    checks.note([f"{path.relative_to(ROOT)}:1:1: names no schema of Schemas" for path in files.pop("", [])])
    for kind in sorted(set(schemas) - {"chart", "status", "event", "due", "cases", "portfolio", "routes", "jurisdiction-report", "check", "documents"}):
        for path in files.get(kind, []):
            checks.note(file_defects(path, kind, schemas))
        checks.close(f"shipped: {kind}")
    blocks = re.findall(r"^```json\n(.*?)^```", EVENTS.read_text(encoding="utf-8"), re.M | re.S)
    for index, block in enumerate(blocks, 1):
        checks.note(defects(Document(f"{EVENTS.name}: example {index}", block), schemas["event"]))
    checks.close("shipped: event")
    check_openapi(checks, schemas)
    check_extra(checks, options, schemas)
    print(f"{checks.total[0]} passed, {checks.total[1]} failed")
    return 1 if checks.total[1] else 0

