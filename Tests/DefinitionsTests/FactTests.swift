import Engine
import Regulation
import Testing
import Views

@testable import Definitions

@Suite("Every figure of the configuration is among the facts, with its source")
struct FactTests {
    @Test("each number, sum and date in the file of a jurisdiction stands in a fact of its place")
    func everyFigure() throws {
        for jurisdiction in try shipped.jurisdictions() {
            let file = try shipped.jurisdictionFile(jurisdiction.code)
            let tree = try #require(YAMLText.tree(of: file, Findings(file: file.path)))
            let facts = jurisdiction.facts
            let figures = Figures(tree).all
            #expect(figures.count >= 20, "\(jurisdiction.code)")
            for figure in figures {
                let near = facts.filter { $0.place.hasPrefix(figure.place) }
                #expect(near.contains { $0.tells(figure.text) }, "\(jurisdiction.code).\(figure.place): \(figure.text)")
            }
        }
    }

    @Test("each fact has a path, a source that says something, and no twin on the same days")
    func sources() throws {
        for jurisdiction in try shipped.jurisdictions() {
            var seen: Set<String> = []
            for fact in jurisdiction.facts {
                #expect(fact.path.hasPrefix("\(jurisdiction.code)."))
                #expect(!fact.source.text.isEmpty, "\(fact.path)")
                let key = "\(fact.path) \(fact.window) \(fact.value ?? "")"
                #expect(seen.insert(key).inserted, "\(key)")
            }
        }
    }

    @Test("paths name route, rule and class")
    func paths() throws {
        let file = SourceFile(path: "XA.yaml", text: RuleFolder.jurisdiction)
        let jurisdiction = try JurisdictionReader.jurisdiction(from: file, zones: try shipped.zones())
        let facts = jurisdiction.facts
        func values(_ path: String) -> [String?] { facts.filter { $0.path == path }.map(\.value) }
        #expect(values("XA.routes.full.clocks.review.limit[B]") == ["40 workingDays", "60 workingDays"])
        #expect(values("XA.routes.full.fees.application.amount") == ["JPY 5,000"])
        #expect(values("XA.routes.full.fees.application.amount[A]") == ["JPY 6,000"])
        #expect(values("XA.routes.full.conditions[1].references") == ["BN, CH"])
        #expect(values("XA.routes.full.conditions[1].references.atLeast") == ["1"])
        #expect(values("XA.validity.years") == ["5"])
        #expect(values("XA.validity[A].model") == ["unlimited"])
        #expect(values("XA.safety.serious.period") == ["10 calendarDays"])
        #expect(values("XA.requirements.CH1.01.need") == ["conditional"])
        let windows = facts.filter { $0.place == "routes.full.clocks.review.limit[A]" }.map(\.window)
        #expect(windows.map { $0.until?.description } == ["2026-06-30", nil])
    }

    @Test("on a day only the versions in force are left")
    func inForce() throws {
        let file = SourceFile(path: "XA.yaml", text: RuleFolder.jurisdiction)
        let jurisdiction = try JurisdictionReader.jurisdiction(from: file, zones: try shipped.zones())
        let date = try #require(CivilDate("2026-07-01"))
        let facts = jurisdiction.inForce(on: date).facts
        #expect(facts.allSatisfy { $0.window.contains(date) })
        #expect(facts.count { $0.place.hasPrefix("routes.full.fees.application.amount") } == 2)
    }

    @Test("each year of a calendar is a fact, as sure as its file says, with the official list")
    func calendars() throws {
        for jurisdiction in try shipped.jurisdictions() {
            let facts = try shipped.calendarFacts(of: jurisdiction)
            let calendar = try shipped.calendar(jurisdiction.calendar)
            #expect(facts.map(\.source.confidence) == calendar.years.sorted { $0.key < $1.key }.map(\.value))
            #expect(facts.allSatisfy { $0.source.url != nil && $0.value != "0" })
        }
    }
}

/// The figures of a file, each with the beginning of the place of its fact.
private struct Figures {
    private(set) var all: [(place: String, text: String)] = []

    /// What stands under these keys says nothing by itself or is told elsewhere.
    private static let ignored = [
        "source", "sources", "names", "when", "headings", "functions", "languages", "classes",
    ]
    /// Keys below which facts are named in another way than by the keys of the file.
    private static let leaves = ["conditions", "software", "renewal", "period"]

    init(_ tree: Tree) {
        collect(tree, [])
    }

    private mutating func collect(_ tree: Tree, _ path: [String]) {
        switch tree.content {
        case .scalar(let text):
            let isFigure = Int(text) != nil || Money(text: text) != nil || CivilDate(text) != nil
            if isFigure { all.append((path.joined(separator: "."), text)) }
        case .list(let elements): for element in elements { collect(element, path) }
        case .mapping(let entries):
            for entry in entries where !Self.ignored.contains(entry.key) {
                let isNamed = ["routes", "tracks"].contains(path.first) ? path.count < 4 : path.isEmpty
                let isBelowLeaf = path.contains(where: Self.leaves.contains)
                let isDate = Fields.windowKeys.contains(entry.key)
                collect(entry.value, isNamed && !isBelowLeaf && !isDate ? path + [entry.key] : path)
            }
        }
    }
}

extension Fact {
    /// Whether the value holds the figure as a whole word, or the fact is in force from or until it.
    fileprivate func tells(_ figure: String) -> Bool {
        if let money = Money(text: figure) { return value == money.description }
        if [window.from, window.until].contains(where: { $0?.description == figure }) { return true }
        let words = value?.split { !$0.isLetter && !$0.isNumber && $0 != "-" } ?? []
        return words.contains { $0 == figure }
    }
}
