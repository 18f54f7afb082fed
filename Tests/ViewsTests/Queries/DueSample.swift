import Regulation
import Statecharts
import Submissions
import Views

@testable import Engine
@testable import Views

/// A submission put together event by event, and the rules by which its due dates are worked out.
struct DueSample {
    var history: [EventRecord] = []
    var held: [Approval] = []
    var classes: [JurisdictionCode: DeviceClass] = [:]
    var validity: [ValidityRule] = []
    /// Fees of the route; only a case that is resting takes their payment.
    var fees: [FeeRule] = []
    /// Whether the procedure takes payments also once a case is over.
    var paysAfterEnd = false
    var today = "2027-03-15"

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }
    static func date(_ text: String) -> PartialDate { PartialDate(text) ?? .year(1999) }
    static func source(_ confidence: Confidence) -> Source {
        Source(text: "a rule", url: nil, asOf: nil, confidence: confidence)
    }

    /// A case in `state` to which `changes` happened on its first day.
    mutating func open(
        _ name: CaseName,
        in state: StateID = "asking",
        track: Bool = false,
        over: Bool = false,
        on date: String = "2027-01-04",
        _ changes: [Change] = []
    ) {
        let outcome = StepOutcome(microsteps: [Microstep(entered: [state])], changes: changes, isOver: over)
        let opened = CaseOpened(
            name: name,
            jurisdiction: "SG",
            route: track ? "registration" : "full",
            participation: nil,
            procedure: "procedure",
            rules: "rules",
            filing: nil,
            isTrack: track,
            outcome: outcome
        )
        record(.caseOpened(opened), on: date)
    }

    mutating func advance(_ name: CaseName, on date: String, _ changes: [Change]) {
        let outcome = StepOutcome(microsteps: [], changes: changes, isOver: false)
        record(.caseAdvanced(.init(name: name, cause: .condition, payload: .empty, outcome: outcome)), on: date)
    }

    private mutating func record(_ event: SubmissionEvent, on date: String) {
        history.append(
            EventRecord(
                number: history.count + 2,
                occurredOn: Self.date(date),
                recordedAt: Instant(millisecondsSinceEpoch: 0),
                recordedBy: Actor(person: "p", capacity: .applicant),
                onBehalfOf: nil,
                event: event
            )
        )
    }

    func submission(_ name: SubmissionName = "s") throws -> Submission {
        guard let submission = Submission.replaying([opening(name)] + history) else { throw Fault.noSubmission }
        return submission
    }

    /// The event with which the submission begins.
    func opening(_ name: SubmissionName = "s") -> EventRecord {
        let opened = SubmissionOpened(
            name: name,
            product: "product",
            productVersion: "1.0",
            claims: ["C1"],
            applicant: "company",
            holders: [],
            targets: [],
            adopted: [],
            manifest: "manifest",
            classes: classes,
            held: held
        )
        return EventRecord(
            number: 1,
            occurredOn: Self.date("2027-01-04"),
            recordedAt: Instant("2027-01-04T01:00:00Z") ?? Instant(millisecondsSinceEpoch: 0),
            recordedBy: Actor(person: "p", capacity: .applicant),
            onBehalfOf: nil,
            event: .opened(opened)
        )
    }

    enum Fault: Error { case noSubmission, noClock }

    func reckoner() throws -> DutyReckoner {
        let procedure = try procedure
        let jurisdiction = jurisdiction
        let calendar = WorkingCalendar(id: "SG", weekend: [6, 7], holidays: [:], years: [2027: .confirmed])
        var rules = DutyReckoner.Rules(hub: nil, zone: .utc)
        rules.bound = [
            (
                .init(procedure: "procedure", rules: "rules"),
                BoundCase(procedure: procedure, rules: jurisdiction, calendar: calendar)
            )
        ]
        rules.configured = ["SG": jurisdiction]
        return DutyReckoner(
            try submission(),
            at: Instant("\(today)T01:00:00Z") ?? Instant(millisecondsSinceEpoch: 0),
            rules
        )
    }

    /// Everything that is due, in order.
    func items() throws -> [Duty] { try reckoner().duties }

    private var jurisdiction: Jurisdiction {
        Jurisdiction(
            code: "SG",
            names: ["en": "Singapore"],
            zone: .utc,
            calendar: "SG",
            languages: .init(dossier: ["en"], label: ["en"]),
            bodies: [Body(id: "HSA", functions: [.reviews], names: [:], source: Self.source(.confirmed))],
            routes: fees.isEmpty ? [] : [RouteRule(name: "full", procedure: "p", fees: fees, source: .unstated)],
            requirements: [],
            validity: validity
        )
    }

    /// Reviewing, asking, resting; and a registration whose deadlines are the dates of an approval.
    private var procedure: Procedure {
        get throws {
            let states: [StateID] = ["reading", "asking", "resting", "registered", "renewable"]
            return Procedure(
                id: "p",
                standing: .law,
                sources: [],
                actions: paysAfterEnd ? [.init(name: "payFee", performers: [.applicant], afterEnd: .paid)] : [],
                clocks: ["review"],
                chart: try Statechart(
                    states: states.map { state in
                        let pays = TransitionDraft(tag: 1, event: "payFee", isInternal: true, actions: [.effect(0)])
                        return StateDraft(id: state, transitions: state == "resting" ? [pays] : [])
                    }
                ),
                guards: [:],
                effects: [.recordFee(.paid)],
                details: [
                    "reading": .init(turn: .body(.reviews)),
                    "asking": .init(
                        turn: .applicant,
                        deadline: .init(due: .variable("answerBy"), raises: "overdue.answer")
                    ),
                    "registered": .init(deadline: .init(due: .variable("validUntil"), raises: "validity.ended")),
                    "renewable": .init(deadline: .init(due: .variable("renewalCloses"), raises: "renewal.closed")),
                ]
            )
        }
    }
}

extension DueSample {
    static func approval(
        _ id: Approval.ID = "s/SG",
        granted: String = "2022-05-10",
        until: String? = nil,
        number: String? = "DE1",
        standing: Approval.Standing = .inForce
    ) -> Approval {
        Approval(
            id: id,
            product: "product",
            productVersion: "1.0",
            jurisdiction: "SG",
            basis: .full,
            stage: nil,
            standing: standing,
            claims: ["C1"],
            number: number,
            grantedOn: date(granted),
            validUntil: until.map(date),
            conditions: [],
            dependsOn: []
        )
    }

    static func rule(
        _ model: ValidityRule.Model = .fixed,
        years: Int? = 5,
        classes: [DeviceClass] = [],
        routes: [RouteName] = [],
        ending: String? = nil,
        renewal: ValidityRule.Renewal? = nil,
        yearly: ValidityRule.Yearly? = nil,
        _ confidence: Confidence = .confirmed
    ) -> ValidityRule {
        ValidityRule(
            model: model,
            years: years,
            classes: classes,
            routes: routes,
            ending: ending.map { .init(on: day($0), source: source(confidence)) },
            renewal: renewal,
            yearly: yearly,
            source: source(confidence)
        )
    }

    /// From twelve months to six months before the end.
    static func renewal(_ confidence: Confidence = .confirmed) -> ValidityRule.Renewal {
        ValidityRule.Renewal(
            opens: Period(name: "opens", count: 12, unit: .months, source: source(confidence)),
            closes: Period(name: "closes", count: 6, unit: .months, source: source(confidence)),
            source: source(confidence)
        )
    }

    static func obligation(
        _ id: ObligationID,
        _ kind: Obligation.Kind = .condition,
        due: String?,
        text: TextCommitment? = nil,
        _ standing: Obligation.Fulfilment = .open
    ) -> Obligation {
        Obligation(id: id, name: "SG", kind: kind, text: text, due: due.map(date), standing: standing)
    }

    static func question(_ id: QuestionID, due: String?, _ status: Question.Status = .issued) -> Question {
        Question(id: id, origin: "SG", scope: nil, heading: nil, text: "t2", status: status, due: due.map(date))
    }
}
