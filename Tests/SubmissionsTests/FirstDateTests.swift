import Regulation
import Scenarios
import Submissions
import Testing

@Suite("Nothing begins in another age")
struct FirstDateTests {
    private static let targets = [
        SubmissionOpened.Target(jurisdiction: "SG", route: "national", participation: nil)
    ]

    private func today() throws -> CivilDate { try #require(CivilDate("2026-04-13")) }

    private func longAgo(_ text: String) throws -> Refusal {
        .longAgo(try #require(PartialDate(text)), today: try today(), .init(50, .years))
    }

    @Test("a filing of more than 50 years ago is refused as mistyped", arguments: ["1926-04-13", "1976-04-12", "1975"])
    func filing(_ day: String) throws {
        var scenario = try Scenario()
        try scenario.open(Self.targets)
        let entries = scenario.entries(for: Self.targets)
        let refusal = try longAgo(day)
        #expect(refusal.code == "payload.implausible-date" && refusal.isAboutTyping)
        #expect(throws: refusal) {
            try scenario.send(.file(revision: "revision", entries: entries, for: []), on: day)
        }
        try scenario.send(.file(revision: "revision", entries: entries, for: []), on: "1976-04-13")
        #expect(scenario.submission?["SG"]?.openedOn == PartialDate("1976-04-13"))
    }

    @Test("nor can a filing or the opening of a track be corrected so")
    func corrections() throws {
        var scenario = try Scenario()
        try scenario.file(Self.targets)
        let filed = try #require(scenario.history.first { if case .dossierFiled = $0.event { true } else { false } })
        try scenario.send(.openTrack("change", "SG"))
        let opened = try #require(scenario.history.last { if case .caseOpened = $0.event { true } else { false } })
        let long = PartialDate("1926-04-13")
        for number in [filed.number, opened.number] {
            #expect(throws: try longAgo("1926-04-13"), "\(number)") {
                try scenario.send(.correct(event: number, fields: [:], date: long, reason: "reason"))
            }
        }
        try scenario.send(
            .correct(event: filed.number, fields: [:], date: PartialDate("2020-04-13"), reason: "reason")
        )
    }

    @Test("nor is a track opened or a manifest amended so")
    func others() throws {
        var scenario = try Scenario()
        try scenario.file(Self.targets)
        #expect(throws: try longAgo("1926-04-13")) { try scenario.send(.openTrack("change", "SG"), on: "1926-04-13") }
        let before = try #require(scenario.submission?.opened)
        let amended = SubmissionOpened(
            name: before.name,
            product: before.product,
            productVersion: "1.0.1",
            claims: before.claims,
            applicant: before.applicant,
            holders: before.holders,
            targets: before.targets,
            adopted: before.adopted,
            manifest: "amended",
            classes: before.classes
        )
        #expect(throws: try longAgo("1926-04-13")) { try scenario.send(.amend(amended), on: "1926-04-13") }
        try scenario.send(.amend(amended), on: "2026-04-12")
    }
}
