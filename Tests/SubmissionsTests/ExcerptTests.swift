import Regulation
import Statecharts
import Testing

@testable import Submissions

@Suite("Excerpts")
struct ExcerptTests {
    private static func members(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }

    private let opened = SubmissionOpened(
        name: "s",
        product: "p",
        productVersion: "1",
        claims: [],
        applicant: "acme",
        holders: ["SG", "MY"],
        targets: [
            .init(jurisdiction: "SG", route: "full", participation: nil),
            .init(jurisdiction: "MY", route: "full", participation: nil),
        ],
        adopted: [],
        manifest: "sha256:0",
        classes: ["SG": "B", "MY": "C"]
    )

    private func submission() throws -> Submission {
        var submission = Submission(opened, at: Instant(millisecondsSinceEpoch: 0))
        for code: JurisdictionCode in ["SG", "MY"] {
            submission.cases.append(
                Case(
                    CaseOpened(
                        name: CaseName(code.rawValue),
                        jurisdiction: code,
                        route: "full",
                        participation: nil,
                        procedure: "sha256:1",
                        rules: "sha256:2",
                        filing: nil,
                        outcome: StepOutcome(microsteps: [], changes: [], isOver: false)
                    ),
                    on: .unknown
                )
            )
        }
        return submission
    }

    private func bodies(_ subject: Case) -> CaseBodies {
        CaseBodies(before: [subject.jurisdiction == "SG" ? "HSA" : "MDA"])
    }

    @Test("Whoever adds a member decides whom it is shown, here and in Excerpt")
    func decided() throws {
        let submission = try submission()
        #expect(
            Self.members(submission) == [
                "name", "opened", "openedAt", "filings", "filedVersions", "dossiers", "cases", "questions", "merged",
                "approvals", "notices", "obligations", "studies", "consents", "sharedReports", "corrections",
                "hasLateActs", "reversed", "transcriptions", "actingBodies", "version", "handledCauses",
            ]
        )
        #expect(
            Self.members(submission.cases[0]) == [
                "name", "jurisdiction", "route", "openedParticipation", "procedure", "rules", "openedOn", "isTrack",
                "openedBundle", "joined", "configuration", "since", "isSinceOfAct", "version", "isOver", "variables",
                "facts", "clocks", "currentClock", "deadlines", "missed", "passed", "lastDue", "fees", "ledger",
                "filings", "references", "flags", "decisions", "replacedBy", "isUndone", "transcribed",
            ]
        )
        let approval = Approval(
            id: "s/SG",
            product: "p",
            productVersion: "1",
            jurisdiction: "SG",
            basis: .full,
            stage: nil,
            claims: [],
            number: nil,
            grantedOn: .unknown,
            validUntil: nil,
            conditions: [],
            dependsOn: []
        )
        #expect(
            Self.members(approval) == [
                "id", "product", "productVersion", "jurisdiction", "basis", "stage", "standing", "claims", "number",
                "grantedOn", "validUntil", "conditions", "dependsOn", "revision", "flags", "holder", "notices",
            ]
        )
    }

    @Test("A body sees its own country and nothing of the others, an applicant its own filings")
    func scopes() throws {
        let submission = try submission()
        let seen = try #require(submission.excerpt(for: Sight(.bodies(["HSA"])), bodies: bodies)).of(submission)
        #expect(seen.cases.map(\.name) == ["SG"])
        #expect(seen.opened.targets.map(\.jurisdiction) == ["SG"])
        #expect(seen.opened.classes == ["SG": "B"] && seen.opened.holders == ["SG"])
        #expect(submission.excerpt(for: Sight(.bodies(["TFDA"])), bodies: bodies) == nil)
        #expect(submission.excerpt(for: Sight(.bodies(["HSA"]), only: ["other"]), bodies: bodies) == nil)
        #expect(submission.excerpt(for: Sight(.applicants(["other"])), bodies: bodies) == nil)
        let own = try #require(submission.excerpt(for: Sight(.applicants(["acme"]), only: ["s"]), bodies: bodies))
        #expect(own.of(submission) == submission)
    }
}
