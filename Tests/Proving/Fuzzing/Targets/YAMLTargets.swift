import Definitions
import Regulation
import Statecharts
import Submissions

extension FuzzTarget {
    /// One target for each kind of YAML file.
    static func yaml(_ files: SeedFiles) throws -> [FuzzTarget] {
        let zones = try zones(files)
        let tables = try files.paths(in: "Config/dossier", ending: ".yaml")
        let fragments = try fragmentFiles(files)
        return [
            yaml("procedure", try files.files(in: "Config/procedures", ending: ".yaml")) { bytes in
                try runProcedure(bytes, fragments)
            },
            yaml("fragment", try files.files(in: "Config/fragments", ending: ".yaml")) { bytes in
                try runFragment(bytes, fragments)
            },
            yaml("chart", charts) { bytes in
                let chart = try YAMLPromise.read(bytes, ProcedureReader.chart)
                if let chart { try ChartPromise.run(chart) }
            },
            yaml("jurisdiction", try files.files(in: "Config/jurisdictions", ending: ".yaml")) { bytes in
                try runJurisdiction(bytes, zones)
            },
            yaml("calendar", try files.files(in: "Config/calendars", ending: ".yaml"), runCalendar),
            yaml("zones", try files.files(in: "Config/zones", ending: ".yaml"), runZones),
            yaml("headings", try tables.filter { !$0.hasSuffix("crosswalk.yaml") }.map { try files.bytes($0) }) {
                _ = try YAMLPromise.read($0, DossierTableReader.table)
            },
            yaml("crosswalk", [try files.bytes("Config/dossier/crosswalk.yaml")]) {
                _ = try YAMLPromise.read($0, DossierTableReader.crosswalk)
            },
            yaml("labels", try files.files(in: "Config/labels", ending: ".yaml").map { Array($0.prefix(6_000)) }) {
                _ = try YAMLPromise.read($0, LabelReader.labels)
            },
            yaml("manifest", try files.files(in: "Config/samples", ending: "submission.yaml"), runManifest),
            yaml("story", try files.files(in: "Config/samples", ending: "story.yaml")) {
                _ = try YAMLPromise.read($0, StoryReader.story)
            },
        ]
    }

    private static func yaml(
        _ name: String,
        _ seeds: [[UInt8]],
        _ run: @escaping ([UInt8]) throws -> Void
    ) -> FuzzTarget {
        FuzzTarget(name, form: .yaml, seeds: seeds, words: SeedFiles.words(of: seeds), limit: 1 << 16, run: run)
    }

    static func fragments(_ files: SeedFiles) throws -> Fragments { Fragments(try fragmentFiles(files)) }

    private static func fragmentFiles(_ files: SeedFiles) throws -> [SourceFile] {
        try files.paths(in: "Config/fragments", ending: ".yaml").map { SourceFile(path: $0, text: try files.text($0)) }
    }

    static func zones(_ files: SeedFiles) throws -> [String: Zone] {
        var zones: [String: Zone] = [:]
        for path in try files.paths(in: "Config/zones", ending: ".yaml") {
            let read = try ZoneReader.zones(from: SourceFile(path: path, text: try files.text(path)))
            zones.merge(read) { first, _ in first }
        }
        return zones
    }

    private static func runManifest(_ bytes: [UInt8]) throws {
        guard let manifest = try YAMLPromise.read(bytes, ManifestReader.manifest) else { return }
        // The name stands in addresses and in names of files.
        let isPlain = manifest.name.rawValue.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
        }
        try Violation.unless(isPlain, "a submission's name is plain", manifest.name.rawValue)
        try Violation.unless(
            manifest.targets.allSatisfy { $0.jurisdiction.rawValue.utf8.count == 2 },
            "a target is a country code"
        )
        let claims = Set(manifest.claims.map(\.id))
        try Violation.unless(claims.isSuperset(of: manifest.stageClaims), "a first stage has claims of the product")
    }

    private static func runCalendar(_ bytes: [UInt8]) throws {
        guard let calendar = try YAMLPromise.read(bytes, CalendarReader.calendar) else { return }
        for start in [CivilDate.earliest, CivilDate(dayNumber: 20_544), .latest] {
            for count in [0, 1, 30, 100_000, Int.max] {
                let end = calendar.date(after: start, workingDays: count)
                try Violation.unless(end >= start, "working days lead forward", "\(count) after \(start)")
                let counted = calendar.workingDays(after: start, through: end)
                try Violation.unless(
                    end == .latest || counted == max(0, count),
                    "working days are counted as they are added",
                    "\(counted) and \(count) after \(start)"
                )
            }
            _ = calendar.unconfirmedYears(from: start, through: start.adding(days: 800))
            _ = calendar.holidays(from: start, through: start.adding(days: 800))
        }
    }

    private static func runZones(_ bytes: [UInt8]) throws {
        guard let zones = try YAMLPromise.read(bytes, ZoneReader.zones) else { return }
        for zone in zones.values.sorted(by: { $0.id < $1.id }) {
            for date in [CivilDate.earliest, CivilDate(dayNumber: 0), CivilDate(dayNumber: 20_544), .latest] {
                let start = zone.startOfDay(date)
                // A skipped day starts as the one after it, and the edges of time are in one zone only.
                let shown = zone.civilDate(at: start)
                try Violation.unless(
                    shown >= date || date == .earliest || date == .latest,
                    "a day begins on itself",
                    "\(date) in \(zone.id) begins on \(shown)"
                )
                _ = zone.localText(start)
            }
        }
    }

    /// Charts with what the shipped procedures do not have.
    private static let charts: [[UInt8]] = [
        """
        initial: a
        states:
          a:
            initial: b
            entry: [{ raise: x }]
            states:
              b: { on: { x: c, y.*: { to: [d, e] } } }
              c: { always: [{ to: b, internal: true }], exit: { raise: done } }
              h: { history: deep, default: b }
            on: { "*": f, z: { do: [{ raise: x }] } }
          p:
            parallel: true
            states: { q: { states: { d: {}, r: { final: true } } }, s: { states: { e: { on: { t: u } }, u: { final: true } } } }
            on: { done.state.p: f }
          f: { final: true }
        """,
        "initial: [a]\nstates: { a: { on: { go: b } }, b: { history: shallow, default: { to: a } } }\n",
        "states:\n  a: { always: b }\n  b: { always: a }\n",
    ].map { Array($0.utf8) }
}
