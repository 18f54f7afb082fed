import CanonicalJSON
import Pages
import Regulation
import Statecharts
import TransparencyLog

@testable import Engine
@testable import Submissions
@testable import Views

extension Sample {
    /// What a report is made from: one of everything that it can show.
    var evidence: SubmissionEvidence {
        get throws {
            let entry = try LogEntry(leaf: refusalForm)
            guard case .refusal(let refusal) = entry else { throw EventDefect(path: "type", .missing) }
            let reading = clock(confidence: .unconfirmed, marks: marks)
            let course = CaseClock(rule: reading.rule, marks: marks, events: [12, 20])
            // Runs into a year whose holidays nobody has confirmed.
            let running = clock(limit: 300, marks: Array(marks.prefix(1)))
            let begun = CaseClock(rule: running.rule, marks: Array(marks.prefix(1)), events: [12])
            let digest = Digest.sha256(of: "root".utf8)
            return SubmissionEvidence(
                submission: submission,
                status: timeline.report,
                history: history + decided,
                refusals: [.init(position: 30, refusal: refusal, recordedLocally: Self.tokyo.localText(instant))],
                head: TreeHead(size: 31, root: digest),
                leaves: [],
                texts: ["t1", "t2"].map { CommittedText(commitment: $0, salt: [], text: text) },
                erasedTexts: 1,
                pinned: [],
                clocks: [
                    .init(name: "SG", clock: "review", course: course, reading: reading),
                    .init(name: "SG", clock: "assessment", course: begun, reading: running),
                ],
                register: [approval("JP", on: "2026-08-04")],
                rules: ["SG": rules],
                procedures: ["SG": try procedure]
            )
        }
    }

    private var rules: Jurisdiction {
        let source = Source(text: "made up", url: nil, asOf: nil, confidence: .confirmed)
        return Jurisdiction(
            code: "SG",
            names: ["en": "Singapore"],
            zone: Self.tokyo,
            calendar: "SG",
            languages: .init(dossier: ["en"], label: ["en"]),
            bodies: [Body(id: "HSA", functions: [.reviews, .decides], names: [:], source: source)],
            routes: [],
            requirements: []
        )
    }

    /// A procedure whose decision will need a signature.
    private var procedure: Procedure {
        get throws {
            let officer = ActionRule.Performer.role("officer", of: .decides)
            return Procedure(
                id: "bundled-member",
                standing: .proposal,
                sources: [],
                actions: [ActionRule(name: "approve", performers: [officer], signature: "decision")],
                clocks: [],
                chart: try Statechart(states: [StateDraft(id: "approved")]),
                guards: [:],
                effects: [],
                details: [:]
            )
        }
    }

    var documents: [ReportDocument] {
        [
            ReportDocument(
                digest: "d1",
                name: text,
                heading: HeadingCode("CH3.05.05"),
                jurisdiction: "SG",
                language: "en",
                filing: 1,
                event: 12
            ),
            ReportDocument(digest: "d2", name: nil),
        ]
    }

    var manifest: SubmissionManifest {
        SubmissionManifest(
            name: name,
            product: .init(id: "kazami-colon-cade", name: text, version: "1.0.0"),
            claims: [.init(id: "C1", texts: ["en": text])],
            stageClaims: [],
            situation: .serious,
            significance: .driveClinicalManagement,
            classes: [:],
            applicant: .init(id: "example-medical-software", name: text),
            holders: [:],
            targets: [],
            adopted: []
        )
    }

    private var marks: [ClockLedger.Mark] {
        [
            .init(kind: .started(by: .agency), on: Self.date("2026-03-02")),
            .init(kind: .held(by: .applicant), on: Self.date("2026-05-11")),
            .init(kind: .stopped, on: Self.date("2026-09-01")),
        ]
    }

    private var refusalForm: JSONValue {
        .object([
            "by": .object(["as": .string("applicant"), "authenticated": .bool(false), "person": .string("tanaka")]),
            "data": .object(["attempt": .string("SG/\(text)"), "code": .string("action.not-now")]),
            "recordedAt": .string(instant.description), "submission": .string("colon-cade"),
            "type": .string("refused"), "v": .integer(1),
        ])
    }

    private var submission: Submission {
        let opened = SubmissionOpened(
            name: name,
            product: "kazami-colon-cade",
            productVersion: "1.0.0",
            claims: ["C1", "C2"],
            applicant: "example-medical-software",
            holders: [],
            targets: [],
            adopted: [],
            manifest: "abc"
        )
        var submission = Submission(opened, at: instant)
        submission.questions = questions
        let reference = Approval.Reference(approval: Approval.ID("\(name)/JP"), revision: 1)
        var malaysia = approval("MY", on: "2026-09-07", dependsOn: [reference])
        malaysia.flags = [.init(cause: reference, change: .amended, path: [malaysia.id])]
        submission.approvals = [approval("JP", on: "2026-08-04"), malaysia]
        let member = CaseOpened(
            name: "SG",
            jurisdiction: "SG",
            route: "bundled",
            participation: .concurrentAction,
            procedure: "sha256:aa",
            rules: "sha256:bb",
            filing: 1,
            outcome: StepOutcome(microsteps: [], changes: [], isOver: false)
        )
        submission.cases = [Case(member, on: Self.date("2026-02-16"))]
        return submission
    }

    /// A decision with fields of every kind, and the rules bound anew.
    private var decided: [HistoryEntry] {
        let decision = Decision(
            outcome: .approved,
            on: Self.date("2026-09-07"),
            claims: ["C1", "C2"],
            number: "DE0001",
            conditions: [Condition(text: "t1", due: Self.date("2027-03-31")), Condition(text: "erased", due: nil)],
            reason: "t1"
        )
        let fields: [FieldName: FieldValue] = [
            "reason": .text("t1"), "note": .text("erased"), "number": .code("DE0001"),
            "answers": .answers([AnswerDraft(question: "Q1", text: "t2")]),
            "conditions": .conditions(decision.conditions), "claims": .claims(["C1"]),
            "jurisdictions": .jurisdictions(["SG", "JP"]),
        ]
        let approving = CaseAdvanced(
            name: "SG",
            cause: .action("approve"),
            payload: Payload(
                fields: fields,
                documents: [.init(digest: "d", name: "erased", mediaType: "application/pdf", size: 1)]
            ),
            outcome: StepOutcome(microsteps: [], changes: [.decided(decision)], isOver: true)
        )
        let rebound = RulesRebound(name: "SG", old: "sha256:aa", new: "sha256:bb", reason: "t1")
        let number = Corrected.FieldChange(field: "number", old: nil, new: .text("t1"))
        let corrected = Corrected(
            event: 28,
            name: "SG",
            fields: [number, .init(field: "claims", old: .claims(["C1"]), new: .claims(["C2"]))],
            oldDate: nil,
            newDate: nil,
            reason: "t2"
        )
        return [(28, .caseAdvanced(approving)), (29, .rulesRebound(rebound)), (30, .corrected(corrected))].map {
            (number: Int, event: SubmissionEvent) in
            HistoryEntry(
                position: number,
                record: EventRecord(
                    number: number,
                    occurredOn: Self.date("2026-09-07"),
                    recordedAt: instant,
                    recordedBy: Actor(person: "tan", capacity: .role("officer", at: "HSA")),
                    onBehalfOf: number == 28 ? .applicant : nil,
                    event: event
                ),
                name: "SG",
                states: [.init(rawValue: "approved")],
                procedure: "bundled-member",
                texts: ["t1": text, "t2": text],
                correctedBy: number == 28 ? [30] : [],
                amendment: nil,
                recordedLocally: Self.tokyo.localText(instant),
                routeNames: [:]
            )
        }
    }

    /// What falls due and what is owed, with every remark.
    var due: DueReport {
        let item = Duty(
            kind: .retention,
            subject: .clock("review"),
            date: DateBounds(exactly: Self.day("2026-09-01")),
            submission: name,
            name: "SG",
            jurisdiction: "SG",
            product: "kazami-colon-cade",
            turn: .applicant,
            turnBody: nil,
            isOverdue: true,
            confidence: .unconfirmed,
            isComputed: true,
            texts: [],
            text: text
        )
        let owed = Obligation(id: "o-1", name: "SG", kind: .commitment, text: "t1", due: Self.date("2026-09-01"))
        return DueReport(
            asOf: instant,
            zone: Self.tokyo,
            isSimulated: true,
            through: Self.day("2026-12-13"),
            items: [item],
            versions: [name: 7],
            obligations: [
                OpenObligation(submission: name, jurisdiction: "SG", obligation: owed, text: text, isOverdue: true)
            ]
        )
    }
}
