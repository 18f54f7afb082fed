import ArgumentParser
import Foundation
import Regulation
import Submissions
import TestSupport
import Testing
import Views

@testable import CommandLineTool
@testable import Engine

@Suite("What the day brings", .timeLimit(.minutes(30)))
struct TodayTests {
    private static let days = [
        ("colon-cade", "2026-04-10"), ("colon-cade", "2026-08-10"), ("colon-cade", "2027-03-01"), ("colon-cade", nil),
        ("sleep-therapy", "2028-06-01"), ("sleep-therapy", nil),
    ]

    private func workspaces(_ check: (TestWorkspace, String) async throws -> Void) async throws {
        for (story, until) in Self.days {
            let test = try await TestWorkspace.story(story, until: until.flatMap { CivilDate($0) })
            try await check(test, "\(story) \(until ?? "at its end")")
            try await test.remove()
        }
    }

    @Test("every duty that is due by then stands in it once, and nothing else but moves: there is no second reckoning")
    func oneReckoning() async throws {
        try await workspaces { test, place in
            for horizon in ["0d", "30d", "5y"].compactMap({ Horizon($0) }) {
                let due = try await test.tasuki.due(within: horizon).items
                let today = try await test.tasuki.today(within: horizon)
                let all = try await test.tasuki.due(within: Horizon("100y") ?? horizon).items
                let told = today.items.compactMap(\.duty)
                let moves = try await test.tasuki.movesWithoutDuty(of: nil)
                #expect(moves == today.mine.count { $0.duty == nil }, "\(place)")
                #expect(Set(told).count == told.count && Set(told).isSuperset(of: due), "\(place)")
                // What lies further ahead is told where it is the applicant's move, and is a duty of the one reckoning too.
                let further = told.filter { !due.contains($0) }
                #expect(further.allSatisfy { $0.turn == .applicant && all.contains($0) }, "\(place)")
                #expect(today.mine.allSatisfy { $0.duty?.turn ?? .applicant == .applicant }, "\(place)")
                #expect(
                    today.others.allSatisfy { $0.duty.map { $0.turn != .nobody } ?? ($0.kind == "wait") },
                    "\(place)"
                )
                for list in [today.mine, today.others, today.ahead] {
                    let overdue = list.map(\.isOverdue)
                    #expect(overdue == overdue.sorted { $0 && !$1 }, "\(place): overdue first")
                    let days = list.filter { !$0.isOverdue }.compactMap { $0.date?.latest }
                    #expect(days == days.sorted(), "\(place): then by day")
                }
            }
        }
    }

    @Test("a case that waits for another is told of by a day of theirs, or by what it waits for")
    func waiting() async throws {
        var waits = 0
        try await workspaces { test, place in
            let others = try await test.tasuki.today(within: .month).others
            let dated = try await test.tasuki.due(within: Horizon("100y") ?? .month).items.filter { duty in
                duty.kind == .target || duty.date != nil && duty.turn != .applicant
            }
            for submission in try await test.tasuki.store.read({ try $0.submissions(after: nil, limit: 10) }) {
                for row in try await test.tasuki.status(of: submission).rows {
                    let isTheirs = !row.isOver && row.replacedBy == nil && ![.applicant, .nobody].contains(row.turn)
                    let hasDay = dated.contains { $0.submission == submission && $0.name == row.name }
                    let told = others.filter { $0.fullName == "\(submission)/\(row.name)" && $0.kind == "wait" }
                    #expect(told.count == (isTheirs && !hasDay ? 1 : 0), "\(place): \(row.name)")
                    waits += told.count
                }
            }
        }
        #expect(waits > 0)
    }

    @Test("a suggested command is accepted as it stands, or once what only a person knows is filled in")
    func commands() async throws {
        var (whole, filled) = (0, 0)
        try await workspaces { test, place in
            let report = try await test.tasuki.today(within: Horizon("5y") ?? .quarter)
            for item in report.mine {
                guard let suggestion = item.suggestion else { continue }
                guard item.duty?.kind != .filing else {
                    // Where the dossier lies nobody knows here; the command itself is one that there is.
                    #expect(try TasukiCommand.parseAsRoot(suggestion.arguments) is SubmissionFile)
                    continue
                }
                let command = try #require(try TasukiCommand.parseAsRoot(suggestion.arguments) as? ActCommand)
                let offered = try await test.tasuki.actions(of: command.name.name, in: command.name.submission)
                let rule = try #require(offered.actions.first { $0.rule.name.rawValue == command.action }).rule
                let settings = command.set.map { Self.filled($0, rule, on: item.today) }
                let request = ActionRequest(
                    submission: command.name.submission,
                    name: command.name.name,
                    action: ActionName(command.action),
                    actor: try command.actor.actor(),
                    fields: try FieldSettings(payload: nil, settings: settings).fields,
                    documents: command.document.map { _ in
                        IncomingDocument(name: "answer.md", mediaType: "text/markdown", bytes: Array("An answer".utf8))
                    }
                )
                #expect(suggestion.isWhole == !suggestion.arguments.contains { $0.hasSuffix(Suggestion.placeholder) })
                do {
                    _ = try await test.tasuki.rehearsing { try await $0.act(request) }
                } catch {
                    Issue.record("\(place): \(suggestion.arguments): \(error)")
                }
                if suggestion.isWhole { whole += 1 } else { filled += 1 }
            }
        }
        #expect(whole > 0 && filled > 0)
    }

    /// The setting with what a person would write for `…`.
    private static func filled(_ setting: String, _ rule: ActionRule, on today: CivilDate) -> String {
        guard setting.hasSuffix("=" + Suggestion.placeholder) else { return setting }
        let field = rule.fields.first { setting.hasPrefix("\($0.name)=") }
        let value =
            switch field?.kind {
            case .date: (field?.name == "nextDue" ? today.adding(months: 12) : today).description
            case .flag: "true"
            case .choice: field?.options.first ?? ""
            case .money: "JPY 1"
            default: "words"
            }
        return setting.dropLast() + value
    }

    @Test("as it stands, with … in it, a command is refused, so that nothing is recorded by mistake")
    func placeholders() async throws {
        let until = CivilDate("2026-08-10")
        let test = try await TestWorkspace.demo(until: until)
        let report = try await test.tasuki.today(within: .quarter)
        let item = try #require(report.mine.first { $0.suggestion?.isWhole == false && $0.duty?.kind == .question })
        let command = try #require(
            try TasukiCommand.parseAsRoot(item.suggestion?.arguments ?? []) as? ActCommand
        )
        let request = ActionRequest(
            submission: command.name.submission,
            name: command.name.name,
            action: ActionName(command.action),
            actor: try command.actor.actor(),
            fields: try FieldSettings(payload: nil, settings: command.set).fields
        )
        await #expect(throws: EngineError.self) { try await test.tasuki.act(request) }
        try await test.remove()
    }

    @Test("a question is told in its own words, with who asks and by when; a move says what stands in its way")
    func words() async throws {
        let test = try await TestWorkspace.demo(until: CivilDate("2026-08-10"))
        let report = try await test.tasuki.today(within: .quarter)
        let labels = try test.words.labels("en")
        let question = try #require(report.mine.first { $0.duty?.kind == .question })
        #expect(labels.words(for: question).hasPrefix("PMDA asks: Provide the penetration test report"))
        #expect(labels.time(of: question) == "answer by Wed 30 Sep, in 51 days")
        let japanese = try test.words.labels("ja")
        #expect(japanese.time(of: question) == "回答期限 9月30日（水）、あと51日")
        // What the hub asked in the name of all is answered there, and told there alone.
        #expect(!report.mine.contains { $0.fullName == "colon-cade/SG" && $0.duty == nil })
        try await test.remove()
    }

    @Test("a question that may be answered much later is told all the same, and once")
    func further() async throws {
        let test = try await TestWorkspace.demo(until: CivilDate("2026-07-10"))
        let mine = try await test.tasuki.today(within: Horizon("0d") ?? .month).mine
        #expect(mine.compactMap(\.duty).filter { $0.kind == .question }.count == 2)
        #expect(mine.allSatisfy { $0.duty != nil }, "no move stands beside the questions that it answers")
        try await test.remove()
    }

    @Test("days are counted from the day in the heading, to the last one on which it is in time")
    func distances() async throws {
        let test = try await TestWorkspace.demo()
        let report = try await test.tasuki.today(within: .month)
        let labels = try test.words.labels("en")
        let late = report.mine.filter(\.isOverdue)
        #expect(!late.isEmpty)
        for item in late {
            let days = try #require(item.days)
            #expect(days < 0)
            #expect(labels.time(of: item)?.hasSuffix(days == -1 ? "1 day over" : "\(-days) days over") == true)
        }
        try await test.remove()
    }

    @Test("a workspace in which nothing was opened says so, and one that has something does not")
    func empty() async throws {
        let test = try await TestWorkspace.make()
        let report = try await test.tasuki.today(within: .month)
        #expect(report.isWorkspaceEmpty && report.items.isEmpty)
        try await test.remove()
        let demo = try await TestWorkspace.demo(until: CivilDate("2026-04-10"))
        #expect(try await !demo.tasuki.today(within: .month).isWorkspaceEmpty)
        try await demo.remove()
    }
}
