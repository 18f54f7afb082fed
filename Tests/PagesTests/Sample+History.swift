import Regulation
import Statecharts
import Submissions

@testable import Engine
@testable import Views

extension Sample {
    /// A history with the texts behind the commitments `t1` and `t2`; the one behind `erased` is gone.
    var history: [HistoryEntry] {
        [
            entry(
                1,
                .opened(
                    SubmissionOpened(
                        name: name,
                        product: "kazami-colon-cade",
                        productVersion: "1.0.0",
                        claims: ["C1", "C2"],
                        applicant: "example-medical-software",
                        holders: ["SG"],
                        targets: [],
                        adopted: [],
                        manifest: "abc"
                    )
                ),
                of: nil,
                by: .init(person: "tanaka", capacity: .applicant)
            ),
            entry(
                12,
                advanced("TW-2", "file", ["number": .code("TW-0001")], document: "t2"),
                of: "TW-2",
                by: .init(person: "tanaka", capacity: .applicant),
                onBehalfOf: .role("officer", at: "TFDA")
            ),
            entry(
                20,
                advanced("TH", "propose", ["reason": .text("t1")]),
                of: "TH",
                by: .init(person: "somchai", capacity: .role("officer", at: "Thai FDA"))
            ),
            entry(
                24,
                .corrected(
                    Corrected(
                        event: 12,
                        name: "TW-2",
                        fields: [],
                        oldDate: Self.date("2026-06-02"),
                        newDate: Self.date("2026-06"),
                        reason: "t1"
                    )
                ),
                of: "TW-2",
                by: .init(person: "tanaka", capacity: .applicant)
            ),
        ]
    }

    private func advanced(
        _ name: CaseName,
        _ action: ActionName,
        _ fields: [FieldName: FieldValue],
        document: TextCommitment? = nil
    ) -> SubmissionEvent {
        let documents = document.map {
            [DocumentReference(digest: "d", name: $0, mediaType: "application/pdf", size: 1)]
        }
        return .caseAdvanced(
            CaseAdvanced(
                name: name,
                cause: .action(action),
                payload: Payload(fields: fields, documents: documents ?? []),
                outcome: StepOutcome(microsteps: [], changes: [], isOver: false)
            )
        )
    }

    private func entry(
        _ number: Int,
        _ event: SubmissionEvent,
        of name: CaseName?,
        by actor: Actor,
        onBehalfOf: Actor.Capacity? = nil
    ) -> HistoryEntry {
        HistoryEntry(
            position: number,
            record: EventRecord(
                number: number,
                occurredOn: Self.date("2026-06"),
                recordedAt: instant,
                recordedBy: actor,
                onBehalfOf: onBehalfOf,
                event: event
            ),
            name: name,
            states: name == nil ? [] : [.init(rawValue: "reading")],
            procedure: name == "TW-2" ? "national-review" : name == nil ? nil : "bundled-member",
            texts: ["t1": text, "t2": "letter-\(text).pdf"],
            correctedBy: number == 12 ? [24] : [],
            amendment: nil,
            recordedLocally: Self.tokyo.localText(instant),
            routeNames: [:]
        )
    }
}
