import Regulation
import Statecharts
import Submissions

@testable import Engine

extension ReleasedExamples {
    /// The event of each type as the page of the forms shows it since version 2.
    static func version2(_ type: EventType) -> EventRecord {
        let first = record(type)
        return EventRecord(
            number: first.number,
            occurredOn: first.occurredOn,
            recordedAt: first.recordedAt,
            recordedBy: first.recordedBy,
            onBehalfOf: first.onBehalfOf,
            event: widened(type) ?? first.event
        )
    }

    /// The example where version 2 brought something that it shows.
    private static func widened(_ type: EventType) -> SubmissionEvent? {
        switch type {
        case .submissionOpened: .opened(opened)
        case .caseOpened: .caseOpened(track)
        case .caseAdvanced: .caseAdvanced(approved)
        case .dossierFiled, .messageIgnored, .corrected, .actionReversed, .rulesRebound, .approvalFlagged: nil
        }
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
        traits: ["stand-alone-mobile-app"],
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

    private static let track = CaseOpened(
        name: "JP-reimbursement",
        jurisdiction: "JP",
        route: "reimbursement",
        participation: nil,
        procedure: Pin("sha256:" + String(repeating: "1", count: 64)),
        rules: Pin("sha256:" + String(repeating: "2", count: 64)),
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
}
