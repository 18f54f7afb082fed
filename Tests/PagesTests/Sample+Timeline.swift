import Regulation
import Statecharts
import Submissions

@testable import Engine
@testable import Views

extension Sample {
    var timeline: Timeline {
        Timeline(
            report: StatusReport(
                submission: name,
                product: "kazami-colon-cade",
                productVersion: "1.0.0",
                asOf: instant,
                zone: Self.tokyo,
                isSimulated: true,
                version: 31,
                rows: lanes.map(\.row),
                duties: lanes.flatMap(\.row.duties),
                questions: questions
            ),
            lanes: lanes,
            span: DateBounds(earliest: Self.day("2026-02-02"), latest: Self.day("2026-12-10"))
        )
    }

    var questions: [Question] {
        [
            Question(
                id: "Q1",
                origin: .hub,
                scope: nil,
                heading: HeadingCode("CH3.05.05"),
                text: "t1",
                status: .issued,
                due: Self.date("2026-09-30")
            ),
            Question(
                id: "Q2",
                origin: "TH",
                scope: "TH",
                heading: nil,
                text: "t2",
                status: .issued,
                due: Self.date("2026-08-31")
            ),
            Question(
                id: "Q3",
                origin: "SG",
                scope: "SG",
                heading: nil,
                text: "erased",
                status: .answered,
                due: nil,
                answer: "t1"
            ),
        ]
    }

    private var lanes: [Timeline.Lane] { [hub, japan, singapore, taiwan, thailand, malaysia, leftTaiwan] }

    private func segment(
        _ from: String,
        _ to: String?,
        _ turn: StateDetail.Turn,
        _ states: String...
    ) -> Timeline.Segment {
        .init(
            from: Self.date(from),
            to: to.map { Self.date($0) },
            turn: turn,
            body: nil,
            states: states.map { .init(rawValue: $0) }
        )
    }

    private func milestone(_ on: String, _ kind: Timeline.Milestone.Kind, letter: Bool = false) -> Timeline.Milestone {
        .init(on: Self.date(on), kind: kind, event: 5, isTranscribed: letter)
    }

    private var hub: Timeline.Lane {
        Timeline.Lane(
            row: row(
                .hub,
                "JP",
                ["PMDA"],
                route: "hub",
                participation: nil,
                procedure: "bundled-hub",
                states: ["awaitingMembers"],
                since: "2026-08-20",
                turn: .others
            ),
            segments: [
                segment("2026-02-02", "2026-02-16", .body(.reviews), "bundleScreening"),
                segment("2026-02-16", "2026-05-11", .body(.reviews), "gatheringQuestions"),
                segment("2026-05-11", "2026-07-03", .applicant, "awaitingAnswers"),
                segment("2026-07-03", "2026-08-20", .body(.reviews), "reportDue"),
                segment("2026-08-20", nil, .others, "awaitingMembers"),
            ],
            milestones: [
                milestone("2026-02-02", .opened), milestone("2026-02-02", .filed(.initial)),
                milestone("2026-05-11", .questionsIssued(7)), milestone("2026-07-03", .filed(.answer)),
                milestone("2026-08-20", .reportShared),
            ]
        )
    }

    private var japan: Timeline.Lane {
        let reading = clock(
            .months,
            limit: 6,
            counts: .total,
            marks: [
                .init(kind: .started(by: .agency), on: Self.date("2026-02-02")),
                .init(kind: .stopped, on: Self.date("2026-08-04")),
            ]
        )
        return Timeline.Lane(
            row: row(
                "JP",
                "JP",
                ["PMDA", "MHLW"],
                route: "two-stage",
                procedure: "jp-two-stage",
                standing: .law,
                states: ["evidenceCollection"],
                since: "2026-08-04",
                clock: reading,
                due: DateBounds(exactly: Self.day("2026-12-10")),
                turn: .applicant,
                outcome: .approved,
                approval: approval("JP", on: "2026-08-04")
            ),
            segments: [
                segment("2026-02-02", "2026-02-20", .body(.reviews), "stage1Submitted"),
                segment(
                    "2026-02-20",
                    "2026-05-11",
                    .body(.reviews),
                    "examining1",
                    "reliabilityOpen1",
                    "clinicalPracticeOpen1",
                    "qualitySystemOpen1"
                ),
                segment("2026-05-11", "2026-06-12", .applicant, "inquiry1"),
                segment("2026-06-12", "2026-07-28", .body(.reviews), "reviewReport1"),
                segment("2026-07-28", "2026-08-04", .body(.decides), "ministerDecision1"),
                segment("2026-08-04", nil, .applicant, "evidenceCollection"),
            ],
            milestones: [
                milestone("2026-02-02", .filed(.initial)), milestone("2026-05-11", .questionsIssued(3)),
                milestone("2026-08-04", .decided(.approved)),
            ]
        )
    }

    private var singapore: Timeline.Lane {
        let reading = clock(marks: [
            .init(kind: .started(by: .agency), on: Self.date("2026-03-02")),
            .init(kind: .held(by: .applicant), on: Self.date("2026-05-11")),
            .init(kind: .held(by: .agency), on: Self.date("2026-07-03")),
        ])
        return Timeline.Lane(
            row: row(
                "SG",
                "SG",
                ["HSA"],
                states: ["readyToDecide"],
                since: "2026-09-01",
                clock: reading,
                turn: .hub,
                turnBody: "PMDA"
            ),
            segments: [
                segment("2026-02-16", "2026-03-02", .body(.reviews), "screening"),
                segment("2026-03-02", "2026-05-11", .body(.reviews), "reading"),
                segment("2026-05-11", "2026-07-03", .applicant, "asking"),
                segment("2026-07-03", "2026-09-01", .body(.reviews), "reading"),
                segment("2026-09-01", nil, .hub, "readyToDecide"),
            ],
            milestones: [milestone("2026-02-16", .opened)]
        )
    }

    private var taiwan: Timeline.Lane {
        let reading = clock(
            .calendarDays,
            limit: 200,
            confidence: .unconfirmed,
            marks: [.init(kind: .started(by: .agency), on: Self.date("2026-03"))]
        )
        return Timeline.Lane(
            row: row(
                "TW-2",
                "TW",
                ["TFDA"],
                route: "national",
                participation: nil,
                procedure: "national-review",
                standing: .law,
                states: ["reading"],
                since: "2026-06",
                clock: reading,
                turn: .body(.reviews),
                turnBody: "TFDA",
                transcribed: [12]
            ),
            segments: [
                segment("2026-05-20", "2026-06", .applicant, "localFiling"),
                segment("2026-06", nil, .body(.reviews), "reading"),
            ],
            milestones: [milestone("2026-06", .filed(.fallback), letter: true), milestone("2026-07-10", .corrected)]
        )
    }

    private var thailand: Timeline.Lane {
        Timeline.Lane(
            row: row(
                "TH",
                "TH",
                ["Thai FDA"],
                participation: .concurrentReview,
                states: ["asking"],
                since: "2026-07-15",
                due: DateBounds(exactly: Self.day("2026-08-31")),
                turn: .applicant
            ),
            segments: [
                segment("2026-02-16", "2026-03-20", .body(.reviews), "screening"),
                segment("2026-03-20", "2026-07-15", .body(.reviews), "reading"),
                segment("2026-07-15", nil, .applicant, "asking"),
            ],
            milestones: [
                milestone("2026-02-16", .opened), milestone("2026-07-15", .questionsIssued(1)),
                milestone("2026-08-31", .deadlinePassed),
            ]
        )
    }

    private var malaysia: Timeline.Lane {
        let reference = Approval.Reference(approval: Approval.ID("\(name)/JP"), revision: 1)
        var approval = approval("MY", on: "2026-09-07", dependsOn: [reference])
        approval.flags = [
            .init(
                cause: .init(approval: reference.approval, revision: 2),
                change: .amended,
                path: [reference.approval, approval.id]
            )
        ]
        return Timeline.Lane(
            row: row(
                "MY",
                "MY",
                ["CAB", "MDA"],
                route: "reliance",
                participation: nil,
                procedure: "reliance",
                standing: .law,
                states: ["approved"],
                since: "2026-09-07",
                turn: .nobody,
                outcome: .approved,
                approval: approval
            ),
            segments: [
                segment("2026-02-16", "2026-08-04", .others, "referencePending"),
                segment("2026-08-04", "2026-08-12", .applicant, "localFiling"),
                segment("2026-08-12", "2026-09-07", .body(.assesses), "conformityAssessment"),
                segment("2026-09-07", nil, .nobody, "approved"),
            ],
            milestones: [
                milestone("2026-08-12", .filed(.initial)), milestone("2026-09-07", .decided(.approved)),
                milestone("2026-09-10", .flagged), milestone("2026-09-10", .amended),
            ]
        )
    }

    private var leftTaiwan: Timeline.Lane {
        Timeline.Lane(
            row: row(
                "TW",
                "TW",
                ["TFDA"],
                states: ["leftBundle"],
                since: "2026-05-20",
                turn: .nobody,
                outcome: .left,
                replacedBy: "TW-2",
                isOver: true
            ),
            segments: [
                segment("2026-02-16", "2026-05-20", .body(.reviews), "screening"),
                segment("2026-05-20", nil, .nobody, "leftBundle"),
            ],
            milestones: [milestone("2026-05-20", .decided(.left)), milestone("2026-05-20", .left(for: "TW-2"))]
        )
    }
}
