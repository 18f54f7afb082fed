import Regulation
import Testing

@testable import Definitions

@Suite("How spans count, as files say it")
struct CountingRuleTests {
    private static let general = """
        counting:
          periods: { firstDay: excluded, months: eve, noSuchDay: end-of-month, onDayOff: next-working-day, daysOff: [sunday], \
        source: act }
          clocks: { firstDay: excluded, months: same-day, noSuchDay: end-of-month, onDayOff: stays, source: act }
          reports: { firstDay: included, months: thirty-days, noSuchDay: first-of-next, onDayOff: stays, source: act }

        """

    /// The jurisdiction of the folder with a law of its own and another line for its answer period.
    private func text(_ general: String = general, period: String? = nil) -> String {
        var text = RuleFolder.jurisdiction.replacing("languages: {", with: general + "languages: {", maxReplacements: 1)
        if let period {
            text = text.replacing("answer: { count: 10, unit: calendarDays, source: act }", with: "answer: \(period)")
        }
        return text
    }

    private func read(_ text: String) throws -> Jurisdiction {
        try JurisdictionReader.jurisdiction(from: SourceFile(path: "XA.yaml", text: text), zones: try shipped.zones())
    }

    private func defects(_ text: String) throws -> [String] {
        do {
            _ = try read(text)
            return []
        } catch let error as Diagnostics {
            return error.all.map(\.message)
        }
    }

    @Test("a rule counts as its country does, and otherwise in what it says itself or where it names a part")
    func defaults() throws {
        let answer = try read(text()).routes[0].period("answer")
        #expect(answer?.law.counting == Counting(months: .eve, onDayOff: .nextWorkingDay, daysOff: [7]))
        #expect(answer?.law.source.text == "The act")
        let own =
            "{ count: 10, unit: calendarDays, counting: { firstDay: included, onDayOff: stays, source: act }, source: act }"
        let period = try read(text(period: own)).routes[0].period("answer")
        #expect(period?.law.counting == Counting(firstDay: .included, months: .eve, daysOff: [7]))
        let part = "{ count: 10, unit: calendarDays, counting: reports, source: act }"
        let report = try read(text(period: part)).routes[0].period("answer")
        let reports = Counting(firstDay: .included, months: .thirtyDays, noSuchDay: .firstOfNext)
        #expect(report?.law.counting == reports)
        let plain = try read(RuleFolder.jurisdiction)
        #expect(plain.routes[0].period("answer")?.law == .plain)
        #expect(plain.counting == .plain)
        let jurisdiction = try read(text())
        #expect(
            jurisdiction.routes[0].clocks.allSatisfy {
                $0.rule.counting == .plain && $0.countingSource.text == "The act"
            }
        )
        #expect(jurisdiction.safety.first?.period?.law.counting == reports)
        #expect(jurisdiction.counting.terms == .term)
    }

    @Test("what binds a case counts as the file does, also once it is pinned")
    func pinned() throws {
        let file = SourceFile(path: "XA.yaml", text: text())
        let date = try #require(CivilDate("2026-07-01"))
        let pinnable = try PinnableJurisdiction(file, zones: try shipped.zones())
        let pin = try #require(pinnable.canonicalText(route: "full", on: date, for: "B"))
        let bound = try PinnedForm.jurisdiction(fromCanonical: pin)
        #expect(bound.boundRoute?.period("answer")?.law.counting == (try read(text())).counting.periods.counting)
        #expect(bound.counting.reports.counting.months == .thirtyDays)
    }

    @Test("a clock is no surer than what it says itself of how it counts")
    func confidence() throws {
        let guess = "{ text: \"A guess\", asOf: \"2026-11\", confidence: unconfirmed }"
        let own = text().replacing(
            "counts: agency, starts: accepted,",
            with: "counts: agency, starts: accepted, counting: { firstDay: included, source: \(guess) },"
        )
        let clocks = try read(own).routes[0].clocks
        #expect(clocks.map(\.rule.confidence) == [.unconfirmed, .confirmed])
        #expect(clocks.map(\.rule.counting.firstDay) == [.included, .excluded])
    }

    @Test("a law that says too little, or what cannot be, is reported")
    func defectsOfLaws() throws {
        let half = Self.general.replacing("months: eve, ", with: "")
        #expect(try defects(text(half)) == ["‘counting’ has no ‘months’"])
        let reports = Self.general.replacing("  reports:", with: "  report:")
        #expect(try defects(text(reports)).contains("‘counting’ has no ‘reports’"))
        #expect(
            try defects(text(Self.general.replacing("[sunday]", with: "[sundey]"))) == [
                "‘sundey’ is no weekday; did you mean ‘sunday’?"
            ]
        )
        #expect(
            try defects(text(period: "{ count: 10, unit: calendarDays, counting: report, source: act }")) == [
                "‘counting’ is periods, clocks, reports or terms, not ‘report’; did you mean ‘reports’?"
            ]
        )
        #expect(
            try defects(text(period: "{ count: 1, unit: months, counting: { firstDay: included }, source: act }")) == [
                "‘counting’ has no ‘source’"
            ]
        )
        let renewal = text().replacing(
            "model: fixed, years: 5,",
            with: "model: fixed, years: 5, renewal: { opens: { count: 9, unit: workingDays }, source: act },"
        )
        #expect(try defects(renewal) == ["a renewal is counted back in days or months"])
    }

    @Test("every shipped country says how time counts, with a source for each part")
    func shippedLaws() throws {
        for jurisdiction in try shipped.jurisdictions() {
            for part in [CountingLaws.Part.periods, .clocks, .reports] {
                let law = jurisdiction.counting[part]
                #expect(law.source != .unstated && law.source.asOf != nil, "\(jurisdiction.code) \(part)")
                if part != .periods { #expect(law.counting.onDayOff == .stays, "\(jurisdiction.code) \(part)") }
            }
            let moves = jurisdiction.counting.periods.counting.onDayOff == .nextWorkingDay
            // No such law was found of these, so that a day off shows and nobody is late on it.
            #expect(moves == !["ID", "US", "GB"].contains(jurisdiction.code), "\(jurisdiction.code)")
        }
        let coverage = try shipped.jurisdiction("JP").tracks.first { $0.name == "reimbursement" }?.clock("coverageC1")
        #expect(coverage?.rule.counting.firstDay == .included)
        #expect(coverage?.rule.anchor == .nextMonth)
        #expect(coverage?.rule.confidence == .unconfirmed)
    }

    @Test("figures that no procedure reads are named, and answers without a period or a rule for late ones")
    func unread() throws {
        let found = shipped.unread().map { "\($0.file.split(separator: "/").last ?? ""): \($0.message)" }
        #expect(
            found.contains("JP.yaml: no step of the procedure ‘jp-reimbursement’ reads the value ‘cutOffDay’")
        )
        #expect(
            found.contains(
                "IN.yaml: no step of a procedure reads the period of the safety report ‘administrative-action’"
            )
        )
        #expect(
            found.contains("ID.yaml: ‘change’ does not say what follows from a late answer (‘lateAnswer’)")
        )
        #expect(
            found.contains(
                "ID.yaml: ‘change’ has no period ‘answer’ for ‘answer’: nothing falls due where no day is named"
            )
        )
        // What is read or stated is not named.
        #expect(
            !found.contains { $0.contains("JP.yaml: no step of a procedure reads the period of the safety report") }
        )
        #expect(!found.contains { $0.hasPrefix("TW.yaml: ‘change’") || $0.hasPrefix("TW.yaml: ‘registration’") })
        #expect(!found.contains { $0.contains("reads the value ‘lateAnswer’") })
        #expect(!found.contains { $0.contains("the change ‘minor-notice’") && $0.hasPrefix("KR") })
    }
}
