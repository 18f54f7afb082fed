package import CanonicalJSON
import Engine
package import Regulation
package import Submissions

/// Events made by hand: no decision stands behind them, the store must not care.
package enum StoreStory {
    package static let day = PartialDate.day(CivilDate(dayNumber: 20_000))
    package static let applicant = Actor(person: "p-1", capacity: .applicant)

    package static func name(_ index: Int) -> SubmissionName { SubmissionName("s-\(index)") }

    package static func instant(_ seconds: Int) -> Instant {
        Instant(millisecondsSinceEpoch: 1_700_000_000_000 + Int64(seconds) * 1_000)
    }

    package static func record(_ number: Int, at seconds: Int = 0, _ event: SubmissionEvent) -> EventRecord {
        EventRecord(
            number: number,
            occurredOn: day,
            recordedAt: instant(seconds),
            recordedBy: applicant,
            onBehalfOf: nil,
            event: event
        )
    }

    package static func opened(
        _ name: SubmissionName,
        product: ProductID = "colon-cade",
        at seconds: Int = 0
    ) -> EventRecord {
        record(
            1,
            at: seconds,
            .opened(
                SubmissionOpened(
                    name: name,
                    product: product,
                    productVersion: "2.1.0",
                    claims: ["detect"],
                    applicant: "o-1",
                    holders: ["SG"],
                    targets: [.init(jurisdiction: "SG", route: "reliance", participation: .reliance)],
                    adopted: [],
                    manifest: DocumentDigest(String(repeating: "a", count: 64))
                )
            )
        )
    }

    package static func caseOpened(_ number: Int, _ name: CaseName, at seconds: Int = 0) -> EventRecord {
        let pin = Pin("sha256:" + String(repeating: "b", count: 64))
        return record(
            number,
            at: seconds,
            .caseOpened(
                CaseOpened(
                    name: name,
                    jurisdiction: JurisdictionCode(name.rawValue),
                    route: "reliance",
                    participation: .reliance,
                    procedure: pin,
                    rules: pin,
                    filing: nil,
                    outcome: StepOutcome(microsteps: [], changes: [], isOver: false)
                )
            )
        )
    }

    package static func advanced(
        _ number: Int,
        _ name: CaseName,
        _ changes: [Change] = [],
        over: Bool = false,
        at seconds: Int = 0
    ) -> EventRecord {
        record(
            number,
            at: seconds,
            .caseAdvanced(
                CaseAdvanced(
                    name: name,
                    cause: .condition,
                    payload: .empty,
                    outcome: StepOutcome(microsteps: [], changes: changes, isOver: over)
                )
            )
        )
    }

    package static func approval(_ id: Approval.ID, product: ProductID = "colon-cade") -> Approval {
        Approval(
            id: id,
            product: product,
            productVersion: "2.1.0",
            jurisdiction: "SG",
            basis: .abridged,
            stage: nil,
            claims: ["detect"],
            number: "DE-001",
            grantedOn: day,
            validUntil: nil,
            conditions: [],
            dependsOn: [.init(approval: "colon-cade/JP", revision: 1)]
        )
    }

    /// A submission whose one case was opened, approved, amended and ended.
    package static func approved(_ name: SubmissionName, product: ProductID = "colon-cade") -> [EventRecord] {
        let id = Approval.ID("\(name)/SG")
        let amended = Change.approvalAmended(id, claims: ["detect", "size"], stage: nil, number: nil, conditions: [])
        return [
            opened(name, product: product), caseOpened(2, "SG"),
            advanced(3, "SG", [.approvalGranted(approval(id, product: product))]), advanced(4, "SG", [amended]),
            advanced(5, "SG", [.replaced(by: "SG-2")], over: true),
        ]
    }

    package static func refusal(_ name: SubmissionName, at seconds: Int = 0) -> JSONValue {
        ["v": 1, "type": "refused", "submission": .string(name.rawValue), "data": ["code": "clock.wall"]]
    }
}
