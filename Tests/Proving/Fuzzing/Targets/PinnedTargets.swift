import Definitions
import Regulation
import Submissions

extension FuzzTarget {
    /// The forms to which cases are bound, as they lie in a workspace or in a package from elsewhere.
    static func pinned(_ files: SeedFiles) throws -> [FuzzTarget] {
        let fragments = try fragments(files)
        let procedures = try files.paths(in: "Config/procedures", ending: ".yaml").map { path in
            try PinnedForm.canonicalText(
                ofProcedure: SourceFile(path: path, text: files.text(path)),
                including: fragments
            )
        }
        let zones = try zones(files)
        let rules = try files.paths(in: "Config/jurisdictions", ending: ".yaml").flatMap { path in
            let file = SourceFile(path: path, text: try files.text(path))
            let jurisdiction = try JurisdictionReader.jurisdiction(from: file, zones: zones)
            return try (jurisdiction.routes + jurisdiction.tracks).prefix(2).compactMap { route in
                try PinnedForm.canonicalText(
                    ofJurisdiction: file,
                    zones: zones,
                    route: route.name,
                    on: CivilDate(dayNumber: 20_600),
                    for: nil
                )
            }
        }
        let words = ["[{\"", "\"}]", "{}", "[]", "\\u0000", "\\u001f", "\\/", "\\\"", "{\"a\":\"b\"}", "[[", "]]"]
        return [
            FuzzTarget("pinned-procedure", form: .json, seeds: procedures.map { Array($0.utf8) }, words: words) {
                if let procedure = try pinned($0, PinnedForm.procedure) { try ChartPromise.run(procedure.chart) }
            },
            FuzzTarget("pinned-rules", form: .json, seeds: rules.map { Array($0.utf8) }, words: words) {
                if let rules = try pinned($0, PinnedForm.jurisdiction) { RulesPromise.use(rules) }
            },
        ]
    }

    private static func pinned<Value>(
        _ bytes: [UInt8],
        _ read: (String) throws(Diagnostics) -> Value
    ) throws -> Value? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        do throws(Diagnostics) {
            return try read(text)
        } catch {
            for diagnostic in error.all {
                let isInside = diagnostic.line == 1 && (1...bytes.count + 1).contains(diagnostic.column)
                try Violation.unless(isInside, "a defect of a pinned form is in its text", "\(diagnostic)")
            }
            return nil
        }
    }

    /// What a procedure is bound as must read back as the same procedure.
    static func runProcedure(_ bytes: [UInt8], _ files: [SourceFile]) throws {
        let fragments = Fragments(files)
        let read = try YAMLPromise.read(bytes, besides: files) { file throws(Diagnostics) in
            try ProcedureReader.procedure(from: file, including: fragments)
        }
        guard let procedure = read else { return }
        try ChartPromise.run(procedure.chart)
        let file = SourceFile(path: "file.yaml", text: String(decoding: bytes, as: UTF8.self))
        let pinned = try Violation.never("what can be read can be pinned") {
            try PinnedForm.canonicalText(ofProcedure: file, including: fragments)
        }
        let back = try Violation.never("what is pinned can be read") {
            try PinnedForm.procedure(fromCanonical: pinned)
        }
        let isSame =
            back.id == procedure.id && back.chart == procedure.chart && back.guards == procedure.guards
            && back.effects == procedure.effects && back.details == procedure.details
            && back.actions == procedure.actions && back.clocks == procedure.clocks
        try Violation.unless(isSame, "a procedure is pinned as it is read")
        let written = try Violation.never("what can be read can be written out") {
            try ProcedureReader.expandedText(of: file, including: fragments)
        }
        let again = try Violation.never("what is written out can be read") {
            try PinnedForm.canonicalText(ofProcedure: SourceFile(path: "file.yaml", text: written))
        }
        try Violation.unless(again == pinned, "a procedure that is written out is pinned alike")
    }

    /// What a fragment holds is read, put in or refused at a place of the fragment or of the procedure that includes it.
    static func runFragment(_ bytes: [UInt8], _ fragments: [SourceFile]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        let piece = SourceFile(path: "piece.yaml", text: text)
        let defects = ProcedureReader.defects(of: piece, including: Fragments(fragments))
        try YAMLPromise.checkPlaces(of: defects, in: [piece])
        try runProcedure(Array(including.utf8), fragments + [piece])
    }

    /// Uses of a fragment in every way, with the arguments that shipped fragments take.
    private static let including = """
        procedure: p
        status: law
        sources: [{ text: t, confidence: confirmed }]
        clocks: [review]
        include: [piece]
        actions: { go: { by: applicant, fields: { questions: questions, answers: answers } } }
        states:
          reading: { with: { is: piece, to: asking }, on: { go: asking } }
          asking: { is: piece, clock: review, back: reading, next: reading, stage: 1, inspection: first }
          screening: { is: piece, next: reading }
          approved: { is: piece, turn: nobody }
        """

    /// What a case is bound to must read back, for each route, and be usable.
    static func runJurisdiction(_ bytes: [UInt8], _ zones: [String: Zone]) throws {
        let read = try YAMLPromise.read(bytes) { file throws(Diagnostics) in
            try JurisdictionReader.jurisdiction(from: file, zones: zones)
        }
        guard let jurisdiction = read else { return }
        RulesPromise.use(jurisdiction)
        let file = SourceFile(path: "file.yaml", text: String(decoding: bytes, as: UTF8.self))
        let date = CivilDate(dayNumber: 20_600)
        let classes = jurisdiction.classification(on: date)?.classes.prefix(1).map { DeviceClass?.some($0) } ?? []
        // Each pinning reads the whole file again; one route of many says as much in less time.
        guard let route = (jurisdiction.routes + jurisdiction.tracks).first else { return }
        for deviceClass in [nil] + classes {
            let pinned = try Violation.never("rules that can be read can be pinned") {
                try PinnedForm.canonicalText(
                    ofJurisdiction: file,
                    zones: zones,
                    route: route.name,
                    on: date,
                    for: deviceClass
                )
            }
            guard let pinned else { continue }
            let back = try Violation.never("rules that are pinned can be read") {
                try PinnedForm.jurisdiction(fromCanonical: pinned)
            }
            RulesPromise.use(back)
        }
    }
}

/// What is done with rules must be done for any figures that a file may state.
enum RulesPromise {
    private static let calendar = WorkingCalendar(id: "X", weekend: [6, 7], holidays: [:], years: [:])

    static func use(_ jurisdiction: Jurisdiction) {
        let dates = [CivilDate.earliest, CivilDate(dayNumber: 20_600), .latest]
        for route in jurisdiction.routes + jurisdiction.tracks {
            for date in dates {
                let bound = route.bound(on: date, for: nil)
                for period in bound.periods { _ = period.end(after: date, in: calendar) }
                for clock in bound.clocks {
                    let ledger = ClockLedger(
                        rule: clock.rule,
                        marks: [.init(kind: .started(by: .agency), on: .year(date.year))]
                    )
                    _ = ledger.reading(on: date, calendar: calendar)
                }
                for fee in bound.fees { _ = fee.amount?.description }
            }
        }
        for date in dates { _ = jurisdiction.validity(on: date, for: nil, by: nil) }
    }
}
