import Engine
import Regulation
import Submissions
import Testing
import Views

@Suite("Advice on routes")
struct RouteAdviceTests {
    private func day(_ text: String) -> CivilDate? { CivilDate(text) }

    // MARK: - Open, closed, unknown

    @Test("a route is open where every condition is met and confirmed, and then has no reasons")
    func open() throws {
        let sample = AdviceSample(routes: [AdviceSample.route("national", [.holder, .classes(["B"])])])
        let route = try #require(sample.advice.routes.first)
        #expect(route.answer == .open)
        #expect(route.reasons.isEmpty)
        #expect(sample.advice.answer == .open)
        #expect(sample.advice.next == nil)
    }

    @Test("a confirmed condition that is not met closes the route, and is told with its source")
    func closed() throws {
        let sample = AdviceSample(routes: [AdviceSample.route("national", [.holder])], hasHolder: false)
        let route = try #require(sample.advice.routes.first)
        #expect(route.answer == .closed)
        #expect(route.reasons.map(\.condition?.kind) == [.holder])
        #expect(route.reasons.map(\.source) == [AdviceSample.sure])
        #expect(sample.advice.next?.route.name == "national")
        #expect(sample.advice.next?.opening == nil)
    }

    @Test("a safety notice counts though no approval carries it")
    func notices() throws {
        let notice = SafetyNotice(on: .day(AdviceSample.today), isSerious: true)
        let rules = [AdviceSample.route("national", [.noSeriousNotice(months: 12)])]
        #expect(AdviceSample(routes: rules).advice.answer == .open)
        #expect(AdviceSample(routes: rules, notices: [notice]).advice.answer == .closed)
    }

    @Test("an unconfirmed condition that is not met leaves the route unknown, neither open nor closed")
    func unknown() throws {
        let condition = RouteCondition(kind: .holder, source: AdviceSample.unsure)
        let rule = RouteRule(
            name: "national",
            procedure: "national-review",
            conditions: [condition],
            source: AdviceSample.sure
        )
        let sample = AdviceSample(routes: [rule], hasHolder: false)
        let route = try #require(sample.advice.routes.first)
        #expect(route.answer == .unknown)
        #expect(route.reasons.map(\.answer) == [.unknown])
        #expect(sample.advice.answer == .unknown)
    }

    @Test("a bundled route that no source confirms is a proposal: unknown, though a confirmed condition is not met")
    func proposal() throws {
        let bundled = AdviceSample.route(
            "bundled",
            [.holder],
            procedure: "bundled-member",
            source: AdviceSample.unsure
        )
        let sample = AdviceSample(routes: [bundled, AdviceSample.route("national", [.holder])], hasHolder: false)
        let route = try #require(sample.advice.routes.first)
        #expect(route.standing == .proposal)
        #expect(route.answer == .unknown)
        #expect(sample.advice.answer == .closed, "what is only proposed does not make the country any more open")
        #expect(sample.advice.next?.route.name == "national")
    }

    // MARK: - When a route opens

    @Test("an approval held too short gives the day on which the route opens")
    func heldMonths() throws {
        let route = AdviceSample.route(
            "reliance",
            [.references(["JP"], atLeast: 1), .heldMonths(12)],
            procedure: "reliance"
        )
        let sample = AdviceSample(routes: [route], approvals: [AdviceSample.approval("JP", on: "2025-08-31")])
        let advice = try #require(sample.advice.routes.first)
        #expect(advice.answer == .closed)
        #expect(advice.opening?.on == day("2026-08-31"))
        #expect(advice.opening?.answer == .open)
        #expect(sample.advice.next?.opening == advice.opening)
        let references = advice.reasons.first { $0.condition?.kind.word == .references }
        #expect(references?.isExplainedElsewhere == true, "the approval is there, only too young")
    }

    @Test("the soonest of several openings is named, and a route that comes into force later is one of them")
    func soonest() throws {
        let held = AdviceSample.route("reliance", [.references(["JP"], atLeast: 1), .heldMonths(12)])
        let later = AdviceSample.route("pilot", [.holder], window: Window(from: day("2026-05-01"), until: nil))
        let sample = AdviceSample(routes: [held, later], approvals: [AdviceSample.approval("JP", on: "2025-08-31")])
        #expect(sample.advice.routes.map(\.route.name) == ["reliance"])
        #expect(sample.advice.next?.route.name == "pilot")
        #expect(sample.advice.next?.opening?.on == day("2026-05-01"))
    }

    @Test("no day is named where a route for other products would open")
    func barred() {
        let sample = AdviceSample(routes: [AdviceSample.route("national", [.classes(["C"])])])
        #expect(sample.advice.answer == .closed)
        #expect(sample.advice.next == nil)
    }

    // MARK: - Approvals that rest on others

    @Test("approvals that rest on one another count once where a rule wants them independent")
    func independence() throws {
        let route = AdviceSample.route("two", [.references(["JP", "TW"], atLeast: 2), .independent])
        let resting = [AdviceSample.approval("JP"), AdviceSample.approval("TW", restingOn: ["JP"])]
        let advice = try #require(AdviceSample(routes: [route], approvals: resting).advice.routes.first)
        #expect(advice.answer == .closed)
        #expect(advice.reasons.map(\.condition?.kind.word) == [.references, .independent])
        let apart = [AdviceSample.approval("JP"), AdviceSample.approval("TW")]
        #expect(AdviceSample(routes: [route], approvals: apart).advice.answer == .open)
    }

    @Test("the chain JP → SG → PH: an approval that rests on another does not count where that is forbidden")
    func chain() throws {
        let route = AdviceSample.route("reliance", [.references(["SG"], atLeast: 1), .notDerivative(within: [])])
        let approvals = [AdviceSample.approval("JP"), AdviceSample.approval("SG", restingOn: ["JP"])]
        let advice = try #require(AdviceSample(routes: [route], approvals: approvals, code: "PH").advice.routes.first)
        #expect(advice.answer == .closed)
        #expect(advice.reasons.flatMap(\.obstacles).map(\.reason) == [.derivative(["sample/JP", "sample/SG"])])
        #expect(advice.opening == nil, "time does not change it")
        let within = AdviceSample.route("reliance", [.references(["SG"], atLeast: 1), .notDerivative(within: ["JP"])])
        #expect(AdviceSample(routes: [within], approvals: approvals, code: "PH").advice.answer == .open)
    }

    @Test("no approval comes to rest on itself by way of another country")
    func cycle() throws {
        let route = AdviceSample.route("reliance", [.references(["SG"], atLeast: 1)])
        let approvals = [AdviceSample.approval("JP"), AdviceSample.approval("SG", restingOn: ["JP"])]
        let advice = try #require(AdviceSample(routes: [route], approvals: approvals, code: "JP").advice.routes.first)
        #expect(advice.answer == .closed)
        let reasons = advice.reasons.flatMap(\.obstacles).map(\.reason)
        #expect(reasons.count == 1)
        if case .circular(let chain)? = reasons.first {
            #expect(chain.first == "sample/JP" && chain.last == "sample/JP")
        } else {
            Issue.record("the cycle is not named: \(reasons)")
        }
    }
}
