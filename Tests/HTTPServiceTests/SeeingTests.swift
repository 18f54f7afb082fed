import Accounts
import CommandLineTool
import Engine
import Foundation
import Regulation
import Submissions
import TestSupport
import Testing
import Views

@testable import HTTPService

@Suite("Who sees what")
struct SeeingTests {
    /// Days of the demo on which questions are proposed, issued and answered, and decisions fall.
    private static let days = [
        CivilDate(year: 2026, month: 5, day: 14), CivilDate(year: 2026, month: 7, day: 20),
        CivilDate(year: 2026, month: 10, day: 15), nil,
    ]

    @Test("What a body sees of its own cases is what they are, and of others nothing", arguments: days)
    func rows(day: CivilDate?) async throws {
        let house = try await Household.make(until: day)
        let whole = try await house.workspace.tasuki.status(of: "colon-cade", includingReplaced: true)
        for body: BodyID in ["HSA", "MDA", "PMDA", "TFDA", "ThaiFDA"] {
            let seen = house.workspace.tasuki.seen(by: Sight(.bodies([body])))
            guard let report = try? await seen.status(of: "colon-cade", includingReplaced: true) else { continue }
            #expect(!report.rows.isEmpty)
            for row in report.rows {
                let same = try #require(whole.rows.first { $0.name == row.name })
                if row.authority.contains(body) {
                    #expect(row == same, "\(body) \(row.name)")
                } else {
                    // An outline says where the other case stands, and no more.
                    #expect(
                        row.states == same.states && row.turn == same.turn
                    )
                }
            }
            let own = whole.rows.filter { $0.authority.contains(body) }.map(\.name)
            #expect(Set(own).isSubset(of: report.rows.map(\.name)), "\(body)")
        }
        try await house.workspace.remove()
    }

    @Test("Nothing that was written for others is in any answer", arguments: days)
    func texts(day: CivilDate?) async throws {
        let house = try await Household.make(until: day)
        let history = try await house.workspace.tasuki.history(of: "colon-cade")
        for (person, body) in [("hsa-reviewer", "HSA"), ("mda-reviewer", "MDA"), ("pmda-reviewer", "PMDA")] {
            let sight = Sight(.bodies([BodyID(body)]))
            let seen = try await house.workspace.tasuki.seen(by: sight).history(of: "colon-cade")
            let questions = try await house.workspace.tasuki.seen(by: sight).submission("colon-cade").texts.values
            let shown = Set(seen.flatMap(\.texts.values)).union(questions)
            let hidden = Set(history.flatMap(\.texts.values)).subtracting(shown).filter { $0.count > 8 }
            let said = try await everything(house, as: person)
            for text in hidden {
                let isSaid = said.contains(text)
                #expect(!isSaid, "\(person) reads ‘\(text)’")
            }
            // Who acted in other countries is not named either.
            let people = Set(seen.map(\.record.recordedBy.person))
            let words = Set(said.split { !$0.isLetter && !$0.isNumber && $0 != "-" })
            for name in Set(history.map(\.record.recordedBy.person)).subtracting(people) {
                let isNamed = words.contains(Substring(name.rawValue))
                #expect(!isNamed, "\(person) reads of \(name)")
            }
        }
        try await house.workspace.remove()
    }

    @Test("Questions are their proposer's and the hub's until they are issued")
    func questions() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 7, day: 20))
        let whole = try await house.workspace.tasuki.submission("colon-cade")
        let waiting = whole.submission.questions.filter { ![.issued, .answered].contains($0.status) }
        try #require(!waiting.isEmpty, "the story has questions that wait at the hub then")
        var checked = 0
        for question in waiting {
            let text = try #require(whole.texts[question.text])
            // Some are taken up word for word.
            let isAsked = whole.submission.questions.contains {
                [.issued, .answered].contains($0.status) && whole.texts[$0.text] == text
            }
            if isAsked { continue }
            checked += 1
            let origin = try #require(whole.submission[question.origin])
            for (person, body) in [
                ("hsa-reviewer", "SG"), ("mda-reviewer", "MY"), ("regulatory-lead", "-"), ("pmda-reviewer", "hub"),
                ("inspector", "all"),
            ] {
                let isShown = body == "hub" || body == "all" || origin.jurisdiction.rawValue == body
                let said = try await everything(house, as: person)
                let isSaid = said.contains(text)
                #expect(isSaid == isShown, "\(person) and \(question.id)")
            }
        }
        #expect(checked > 2)
        try await house.workspace.remove()
    }

    @Test("A question that is shown is shown with its words", arguments: days)
    func words(day: CivilDate?) async throws {
        let house = try await Household.make(until: day)
        let erased = try house.workspace.words.labels("en")["page.textErased"]
        for person in ["hsa-reviewer", "mda-reviewer", "pmda-reviewer", "regulatory-lead", "inspector"] {
            let page = try await house.get("/submissions/colon-cade", as: person).body
            let isErased = page.contains(erased)
            #expect(!isErased, "\(person)")
        }
        try await house.workspace.remove()
    }

    @Test("What one may not see answers as if it were not there")
    func absent() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        for path in [
            "/v1/submissions/X", "/v1/submissions/X/status", "/v1/submissions/X/history", "/v1/submissions/X/dates",
            "/submissions/X", "/v1/cases/X/SG/actions",
        ] {
            let real = try await house.get(path.replacing("X", with: "colon-cade"), as: "stranger")
            let none = try await house.get(path.replacing("X", with: "colon-cadf"), as: "stranger")
            #expect(real.status == 404, "\(path)")
            #expect(real.status == none.status)
            #expect(real.body.replacing("colon-cade", with: "colon-cadf") == none.body, "\(path)")
        }
        let lists = ["/v1/submissions", "/v1/cases", "/v1/products", "/v1/due", "/"]
        for path in lists {
            #expect(try await !house.get(path, as: "stranger").body.contains("colon-cade"), "\(path)")
            #expect(try await house.get(path, as: "regulatory-lead").body.contains("colon-cade"), "\(path)")
        }
        // A reviewer of one country asks for another's case, and for one that nobody has.
        let real = try await house.get("/v1/cases/colon-cade/MY/actions", as: "hsa-reviewer")
        let none = try await house.get("/v1/cases/colon-cade/XX/actions", as: "hsa-reviewer")
        #expect(real.status == 404 && none.status == 404)
        #expect(real.body.replacing("MY", with: "XX") == none.body)
        try await house.workspace.remove()
    }

    @Test("Work is one's own: another's capacity opens no list")
    func work() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        let own = try await house.get("/v1/work", as: "hsa-reviewer")
        #expect(own.status == 200)
        #expect(own.json["as"] as? String == "officer@HSA")
        #expect(try await house.get("/v1/work?as=officer%40MDA", as: "hsa-reviewer").status == 400)
        #expect(try await house.get("/v1/work", as: "inspector").status == 400)
        #expect(try await house.client.get("/v1/work").status == 401)
        try await house.workspace.remove()
    }

    @Test("Lists go on to their end though most of what they pass is not shown")
    func paging() async throws {
        let house = try await Household.make(until: CivilDate(year: 2026, month: 5, day: 14))
        let seen = house.workspace.tasuki.seen(by: Sight(.bodies(["HSA"])))
        var names: [String] = []
        var place: CasePosition?
        repeat {
            let page = try await seen.cases(CaseFilter(), after: place, limit: 1)
            names += page.rows.map { "\($0.submission)/\($0.name)" }
            place = page.next
        } while place != nil
        let rows = try await seen.cases(CaseFilter(), after: nil, limit: 200).rows
        #expect(names == rows.map { "\($0.submission)/\($0.name)" })
        #expect(names.contains("colon-cade/SG") && !names.contains("colon-cade/MY"))
        try await house.workspace.remove()
    }

    /// All that the person can read of the demo.
    private func everything(_ house: Household, as person: String) async throws -> String {
        var said = ""
        for path in [
            "/", "/submissions/colon-cade", "/submissions/colon-cade?lang=ja", "/submissions/colon-cade/dates",
            "/submissions/colon-cade/timeline.svg", "/v1/submissions/colon-cade",
            "/v1/submissions/colon-cade/status?all", "/v1/submissions/colon-cade/history",
            "/v1/submissions/colon-cade/dates", "/v1/cases", "/v1/due?within=3650", "/v1/products",
            "/v1/products/colon-cade", "/v1/products/colon-cade/claims", "/v1/work", "/v1/cases/colon-cade/SG/actions",
            "/v1/cases/colon-cade/MY/actions", "/v1/cases/colon-cade/JP/actions", "/v1/cases/colon-cade/hub/actions",
        ] {
            said += try await house.get(path, as: person).body
        }
        return said
    }
}
