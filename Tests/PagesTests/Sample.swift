import Regulation
import Statecharts
import Submissions

@testable import Engine
@testable import Views

/// A submission in the middle of its way: a hub and five countries, one approved, one flagged, one late, one replaced.
struct Sample {
    /// Every text that a person may have written.
    var text = "Show the sensitivity of the reading software by polyp size (< 5 mm and ≥ 5 mm)."
    var name: SubmissionName = "colon-cade"
    var today = "2026-09-14"

    var instant: Instant { Instant("\(today)T02:30:00Z") ?? Instant(millisecondsSinceEpoch: 0) }

    static func date(_ text: String) -> PartialDate { PartialDate(text) ?? .year(2026) }

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }

    static let tokyo =
        Zone(id: "Asia/Tokyo", offsets: [.init(from: Instant(millisecondsSinceEpoch: .min), minutes: 540)]) ?? .utc

    static let calendar = WorkingCalendar(id: "SG", weekend: [6, 7], holidays: [:], years: [2026: .confirmed])

    func clock(
        _ unit: ClockUnit = .workingDays,
        limit: Int? = 160,
        counts: ClockRule.Counted = .agency,
        confidence: Confidence = .confirmed,
        marks: [ClockLedger.Mark]
    ) -> ClockReading {
        let rule = ClockRule(unit: unit, limit: limit, counts: counts, confidence: confidence)
        return ClockLedger(rule: rule, marks: marks).reading(on: Self.day(today), calendar: Self.calendar)
    }

    func row(
        _ name: CaseName,
        _ jurisdiction: JurisdictionCode,
        _ authority: [BodyID],
        route: RouteName = "bundled",
        participation: Participation? = .concurrentAction,
        procedure: ProcedureID = "bundled-member",
        standing: Procedure.Status = .proposal,
        states: [String],
        since: String,
        clock: ClockReading? = nil,
        due: DateBounds? = nil,
        turn: StateDetail.Turn,
        turnBody: BodyID? = nil,
        outcome: Decision.Outcome? = nil,
        approval: Approval? = nil,
        transcribed: [Int] = [],
        replacedBy: CaseName? = nil,
        isOver: Bool = false,
        report: ReportTiming? = nil
    ) -> StatusRow {
        let due = due ?? clock?.due
        let isSure = clock?.rule.confidence != .unconfirmed && clock?.unconfirmedYears.isEmpty ?? true
        return StatusRow(
            submission: self.name,
            name: name,
            jurisdiction: jurisdiction,
            authority: authority,
            isTrack: false,
            route: route,
            routeNames: [:],
            participation: participation,
            bundle: nil,
            isHub: name == .hub,
            procedure: procedure,
            standing: standing,
            states: states.map { .init(rawValue: $0) },
            since: Self.date(since),
            clock: clock,
            isLimitUnconfirmed: clock?.rule.confidence == .unconfirmed,
            report: report,
            duties: due.map { [duty($0, name, jurisdiction, turn, turnBody, isSure: isSure)] } ?? [],
            turn: turn,
            turnBody: turnBody,
            otherMovers: [],
            outcome: outcome,
            approval: approval,
            conditions: (approval?.conditions ?? []).map { HeldCondition($0, .open, isOverdue: false) },
            flags: approval?.flags ?? [],
            letters: transcribed.map {
                Transcription(
                    event: $0,
                    name: name,
                    action: "accept",
                    sender: .role("officer", at: authority.last ?? "TFDA"),
                    occurredOn: Self.date(since)
                )
            },
            replacedBy: replacedBy,
            version: 4,
            isOver: isOver
        )
    }

    private func duty(
        _ date: DateBounds,
        _ name: CaseName,
        _ jurisdiction: JurisdictionCode,
        _ turn: StateDetail.Turn,
        _ turnBody: BodyID?,
        isSure: Bool
    ) -> Duty {
        Duty(
            kind: .target,
            subject: .clock("review"),
            date: date,
            submission: self.name,
            name: name,
            jurisdiction: jurisdiction,
            product: "kazami-colon-cade",
            turn: turn,
            turnBody: turnBody,
            isOverdue: date.latest < Self.day(today),
            confidence: isSure ? .confirmed : .unconfirmed,
            isComputed: false,
            texts: []
        )
    }

    func approval(_ code: JurisdictionCode, on date: String, dependsOn: [Approval.Reference] = []) -> Approval {
        Approval(
            id: Approval.ID("\(name)/\(code)"),
            product: "kazami-colon-cade",
            productVersion: "1.0.0",
            jurisdiction: code,
            basis: dependsOn.isEmpty ? .full : .abridged,
            stage: dependsOn.isEmpty ? 1 : nil,
            claims: ["C1"],
            number: "30800BZX00123000",
            grantedOn: Self.date(date),
            validUntil: Self.date("2031-08"),
            conditions: [Condition(text: "t1", due: Self.date("2027-03-31"))],
            dependsOn: dependsOn
        )
    }
}
