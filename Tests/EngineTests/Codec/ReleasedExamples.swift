import Regulation
import Statecharts
import Submissions

@testable import Engine
@testable import Views

/// One event of each type, as the page of the forms shows it.
enum ReleasedExamples {
    static let submission: SubmissionName = "colon-cade"

    static func record(_ type: EventType) -> EventRecord {
        switch type {
        case .submissionOpened: record(1, by: "lead", .applicant, .opened(opened))
        case .submissionAmended: record(18, by: "lead", .applicant, .amended(opened))
        case .dossierFiled: record(2, by: "lead", .applicant, .dossierFiled(filed))
        case .caseOpened: record(3, by: "lead", .applicant, .caseOpened(track))
        case .caseAdvanced:
            record(12, by: "lead", .applicant, onBehalfOf: .role("officer", at: "HSA"), .caseAdvanced(approved))
        case .messageIgnored:
            record(
                13,
                by: "tasuki",
                .deadline,
                authenticated: true,
                .messageIgnored(MessageIgnored(name: "MY", message: "window.opened", from: .hub))
            )
        case .corrected: record(14, by: "lead", .applicant, .corrected(corrected))
        case .actionReversed:
            record(
                17,
                by: "lead",
                .applicant,
                .actionReversed(ActionReversed(event: 12, name: "SG", reason: digest("8")))
            )
        case .rulesRebound:
            record(
                15,
                by: "lead",
                .applicant,
                .rulesRebound(RulesRebound(name: "SG", old: pin("5"), new: pin("6"), reason: digest("7")))
            )
        case .letterConfirmed:
            record(
                19,
                by: "reviewer",
                .role("officer", at: "HSA"),
                .letterConfirmed(LetterConfirmed(event: 12, name: "SG"))
            )
        case .letterDisputed:
            record(
                20,
                by: "reviewer",
                .role("officer", at: "HSA"),
                .letterDisputed(LetterDisputed(event: 12, name: "SG", reason: digest("9")))
            )
        case .approvalFlagged:
            record(16, by: "tasuki", .dependency, authenticated: true, .approvalFlagged(flagged))
        }
    }

    static func digest<Subject>(_ digit: Character) -> Identifier<Subject> {
        Identifier(String(repeating: digit, count: 64))
    }

    static let date = CivilDate(year: 2026, month: 5, day: 12).map(PartialDate.day) ?? .year(2026)

    private static func pin(_ digit: Character) -> Pin { Pin("sha256:" + String(repeating: digit, count: 64)) }

    private static func record(
        _ number: Int,
        by person: PersonID,
        _ capacity: Actor.Capacity,
        authenticated: Bool = false,
        onBehalfOf: Actor.Capacity? = nil,
        _ event: SubmissionEvent
    ) -> EventRecord {
        EventRecord(
            number: number,
            occurredOn: date,
            recordedAt: Instant("2026-05-15T01:02:03.004Z") ?? Instant(millisecondsSinceEpoch: 0),
            recordedBy: Actor(person: person, capacity: capacity, isAuthenticated: authenticated),
            onBehalfOf: onBehalfOf,
            event: event
        )
    }

    private static let fee = Money(currency: "SGD", minorUnits: 371_000)

    private static let opened = SubmissionOpened(
        name: submission,
        product: "colon-cade",
        productVersion: "2.1",
        claims: ["detect", "characterise"],
        applicant: "acme",
        holders: ["SG"],
        targets: [
            .init(jurisdiction: "JP", route: "two-stage", participation: nil),
            .init(jurisdiction: "SG", route: "bundled", participation: .concurrentReview),
        ],
        adopted: [HeadingCode("CH3.05.05")].compactMap { $0 },
        manifest: digest("a"),
        classes: ["SG": "C", "JP": "III"],
        traits: [TraitStatement(trait: "stand-alone-mobile-app", answer: .yes)],
        held: [
            Approval(
                id: "colon-cade/KR",
                product: "colon-cade",
                productVersion: "2.0",
                jurisdiction: "KR",
                basis: .full,
                stage: nil,
                claims: ["detect"],
                number: "K-0042",
                grantedOn: .month(year: 2025, month: 3),
                validUntil: nil,
                conditions: [],
                dependsOn: [],
                holder: "acme-korea"
            )
        ]
    )

    private static let filed = DossierFiled(
        filing: Filing(number: 1, kind: .initial, revision: digest("b"), filedOn: .month(year: 2026, month: 5)),
        entries: [
            HeadingCode("CH1.01").map { DossierEntry(heading: $0, jurisdiction: nil, language: "en") },
            HeadingCode("CH6A.04").map { DossierEntry(heading: $0, jurisdiction: "JP") },
        ].compactMap { $0 },
        targets: ["JP", "SG"]
    )

    private static let track = CaseOpened(
        name: "JP-reimbursement",
        jurisdiction: "JP",
        route: "reimbursement",
        participation: nil,
        procedure: pin("1"),
        rules: pin("2"),
        filing: nil,
        isTrack: true,
        outcome: StepOutcome(
            microsteps: [Microstep(entered: ["applied"])],
            changes: [
                .clockStarted(
                    "decision",
                    ClockRule(
                        unit: .months,
                        limit: nil,
                        counts: .agency,
                        confidence: .unconfirmed,
                        anchor: .nextMonth
                    )
                )
            ],
            isOver: false
        )
    )

    private static let approved = CaseAdvanced(
        name: "SG",
        cause: .action("approve"),
        payload: Payload(
            fields: ["number": .code("DE-0042")].merging(fee.map { ["fee": .money($0)] } ?? [:]) { $1 },
            documents: [
                DocumentReference(
                    digest: digest("c"),
                    name: digest("d"),
                    mediaType: "application/pdf",
                    size: 20_480
                )
            ]
        ),
        outcome: StepOutcome(
            microsteps: [
                Microstep(
                    exited: ["reading", "reviewing"],
                    entered: ["approved"],
                    remembered: [.init(history: "reviewing.last", states: ["reading"])],
                    transitions: [3]
                )
            ],
            changes: [
                .feeRecorded(FeeEntry(fee: "review", kind: .paid, amount: fee, reference: "R-1", on: date)),
                .obligationsAdded([
                    Obligation(id: "o-1", name: "SG", kind: .condition, text: digest("9"), due: .year(2027))
                ]),
                .sent("member.decided", to: .hub),
            ],
            isOver: false
        )
    )

    private static let corrected = Corrected(
        event: 12,
        name: "SG",
        fields: [.init(field: "number", old: .code("DE-0042"), new: .code("DE-0043"))],
        oldDate: .month(year: 2026, month: 5),
        newDate: date,
        reason: digest("e")
    )

    private static let flagged = ApprovalFlagged(
        approval: "colon-cade/MY",
        flag: Approval.Flag(
            cause: .init(approval: "colon-cade/SG", revision: 2),
            change: .suspended,
            path: ["colon-cade/SG", "colon-cade/MY"]
        )
    )
}
