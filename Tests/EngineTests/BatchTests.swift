import Engine
import Regulation
import Submissions
import TestSupport
import Testing

@Suite("A batch of commands is carried out whole or not at all", .timeLimit(.minutes(5)))
struct BatchTests {
    private static let lead = Actor(person: "lead", capacity: .applicant)

    private func opened(_ name: SubmissionName, product: ProductID) -> SubmissionOpened {
        SubmissionOpened(
            name: name,
            product: product,
            productVersion: "1.0",
            claims: ["C1"],
            applicant: "company",
            holders: ["MY"],
            targets: [.init(jurisdiction: "MY", route: "national", participation: nil)],
            adopted: [],
            manifest: "manifest"
        )
    }

    private func act(_ name: SubmissionName, _ subject: CaseName, _ action: ActionName) throws -> BatchCommand {
        try .act(
            ActionRequest(submission: name, name: subject, action: action, actor: Self.lead),
            storingIn: nil
        )
    }

    @Test("a rehearsal tells what would become of each command and keeps nothing, and then all of it is kept")
    func rehearsed() async throws {
        let workspace = try await TestWorkspace.make()
        let commands = [
            BatchCommand.open(opened("one", product: "p"), by: Self.lead),
            BatchCommand.open(opened("two", product: "q"), by: Self.lead),
        ]
        let rehearsed = try await workspace.tasuki.together(commands, keeping: false)
        #expect(rehearsed.map(\.isAccepted) == [true, true])
        #expect(try await names(workspace) == [])
        let kept = try await workspace.tasuki.together(commands, keeping: true)
        #expect(kept.map(\.isAccepted) == [true, true])
        #expect(try await names(workspace) == ["one", "two"])
        try await workspace.remove()
    }

    @Test("where one is refused nothing is kept, not even the refusal; what would build on it waits, the rest is tried")
    func refused() async throws {
        let workspace = try await TestWorkspace.make()
        let first = BatchCommand.open(opened("one", product: "p"), by: Self.lead)
        _ = try await workspace.tasuki.together([first], keeping: true)
        let before = try await workspace.tasuki.store.read { try $0.leafCount() }
        let answers = try await workspace.tasuki.together(
            [
                BatchCommand.open(opened("two", product: "q"), by: Self.lead),
                try act("one", "SG", "accept"), try act("one", "SG", "approve"), try act("one", "XX", "accept"),
                try act("three", "SG", "accept"), first,
            ],
            keeping: true
        )
        #expect(answers[0].isAccepted)
        #expect(!answers.dropFirst().contains { $0.isAccepted })
        if case .waiting(on: 1) = answers[2] {} else { Issue.record("the second act on SG waits: \(answers[2])") }
        if case .refused(let error, _) = answers[5] { #expect(error is Refusal) } else { Issue.record("\(answers[5])") }
        #expect(try await names(workspace) == ["one"])
        #expect(try await workspace.tasuki.store.read { try $0.leafCount() } == before)
        try await workspace.remove()
    }

    private func names(_ workspace: TestWorkspace) async throws -> [SubmissionName] {
        try await workspace.tasuki.store.read { try $0.submissions(after: nil, limit: 10) }
    }
}
