import Regulation
import Submissions
import Testing

@testable import Views

// Every day here was counted apart from the program, from the calendar files alone.
@Suite("When a product is expected on each market")
struct PlanTests {
    private static let december = CivilDate("2026-12-01") ?? .earliest
    private static let march = CivilDate("2027-03-15") ?? .earliest

    @Test("all clocks of a route count one after the other, over the holidays of its country")
    func colonCade() throws {
        let sample = try PlanSample("colon-cade")
        #expect(
            sample.lines(on: Self.december) == [
                "JP 2026-12-01 2027-12-01 2027-10-07 2027-12-01", "SG 2026-12-01 2027-07-22 2027-11-15 2028-07-05",
                "TW 2026-12-01 2027-12-01 2027-10-07 2027-12-01", "TH 2026-12-01 2027-07-15 2027-11-05 2028-06-20",
                "MY 2027-11-06 2028-02-01 2028-03-20 2028-06-19",
            ]
        )
        #expect(
            sample.lines(on: Self.march) == [
                "JP 2027-03-15 2028-03-15 2028-01-21 2028-03-15", "SG 2027-03-15 2027-11-01 2028-02-23 2028-10-12",
                "TW 2027-03-15 2028-03-15 2028-01-21 2028-03-15", "TH 2027-03-15 2027-10-28 2028-02-17 2028-09-29",
                "MY 2028-02-20 2028-05-19 2028-07-04 2028-09-28",
            ]
        )
    }

    @Test(
        "a route that asks for an approval held for a year is filed a year after it; without a time it has no market day"
    )
    func held() throws {
        let sample = try PlanSample("sleep-therapy")
        #expect(
            sample.lines(on: Self.december) == [
                "JP 2026-12-01 2027-12-01 2027-10-07 2027-12-01", "TH 2028-10-07 ? ? ?",
                "MY 2027-11-06 2028-02-01 2028-03-20 2028-06-19",
            ]
        )
        let plan = sample.report(on: Self.december).plan
        #expect(plan.unreckoned == ["TH"])
        #expect(
            plan.countries.map(\.filing.cause) == [
                .start, .after(["JP"], heldMonths: 12), .after(["JP"], heldMonths: nil),
            ]
        )
        #expect(plan.countries[1].time?.ground == .nothing)
    }

    @Test("a day that is named stands, and what rests on it moves with it and with the preparation")
    func wishes() throws {
        let sample = try PlanSample("colon-cade")
        let wishes = PlanWishes(fileOn: ["JP": Self.march], preparation: 0)
        let plan = sample.report(on: Self.december, wishes).plan
        #expect(plan.countries.first?.filing.on == Self.march)
        #expect(plan.countries.first?.filing.cause == .given)
        // Malaysia follows whichever of its references is there first: Singapore, which is not held up by the day of Japan.
        #expect(plan.countries.last?.filing.on == CivilDate("2027-11-05"))
        let early = PlanWishes(fileOn: ["MY": Self.december])
        let malaysia = sample.report(on: Self.december, early).plan.countries.last
        #expect(malaysia?.advice?.answer == .closed, "nothing is there yet on which it could rest")
    }

    @Test("what was observed with its sample goes before a range from elsewhere; what is told, only where it is wider")
    func grounds() throws {
        let sample = try PlanSample("colon-cade")
        func ground(_ code: JurisdictionCode, _ route: RouteName, _ own: DeviceClass) throws -> PlannedTime {
            let jurisdiction = try #require(sample.field.jurisdictions.first { $0.code == code })
            let rule = try #require(jurisdiction.route(route, on: Self.december))
            return TimeReckoner(jurisdiction, in: sample.calendar(of: jurisdiction), by: sample.forecast)
                .time(of: rule, aside: [], for: own, from: Self.december)
        }
        let china = try ground("CN", "national", "II")
        guard case .observed(let mean) = china.ground else {
            Issue.record("China publishes its times")
            return
        }
        #expect(mean.times[.mean] == 332)
        #expect(china.expected == CivilDate("2028-04-05"))
        #expect(china.late == nil, "a mean alone has no spread")
        let vietnam = try ground("VN", "national", "C")
        #expect(vietnam.expected == CivilDate("2028-01-01"), "13 months, and never the 30 days of the target")
        let taiwan = try ground("TW", "national", "2")
        #expect(
            [taiwan.early, taiwan.expected, taiwan.late]
                == ["2027-08-01", "2027-10-01", "2027-12-01"].map { CivilDate($0) }
        )
        let malaysia = try ground("MY", "national", "B")
        guard case .range(let range) = malaysia.ground else {
            Issue.record("three to six months are narrower than the range from elsewhere")
            return
        }
        #expect(range.id == "agency")
        #expect(malaysia.beside.count == 1)
        #expect(malaysia.expected == CivilDate("2027-06-23"))
    }

    @Test("strategies are held against each other by days, lag and fees, and an own one beside them")
    func strategies() throws {
        let sample = try PlanSample("colon-cade")
        let own = FilingStrategy(
            id: "own",
            names: [:],
            steps: [
                .init(jurisdiction: "SG", route: "national", filing: .on(Self.march)),
                .init(jurisdiction: "MY", route: "singapore-programme", filing: .after("SG")),
            ]
        )
        let strategies = sample.report(on: Self.december, PlanWishes(strategy: own)).comparison.strategies
        #expect(
            strategies.map(\.id) == [
                "alone", "after-JP", "after-SG", "bundled", "two-stage-alone", "two-stage-after-JP",
                "two-stage-after-SG", "two-stage-bundled", "chosen", "own",
            ]
        )
        let alone = try #require(strategies.first)
        #expect(alone.first?.day == CivilDate("2027-06-23"))
        #expect(alone.last?.day == CivilDate("2027-11-15"))
        #expect(alone.lag == 145)
        let afterJapan = strategies[1]
        #expect(afterJapan.plan.unreckoned == ["TW", "TH"])
        #expect(afterJapan.lag == nil)
        // Of two fees of Thailand one is owed without the reliance, and nobody knows yet which.
        #expect(afterJapan.feeDifference.sums.map(\.least.description) == ["SGD -1,800.00", "THB -38,000.00"])
        #expect(afterJapan.feeDifference.sums.map(\.most.description) == ["SGD -1,800.00", "THB -33,000.00"])
        #expect(afterJapan.feeDifference.exact == nil && afterJapan.feeDifference.unknown.isEmpty)
        let staged = strategies[4].feeDifference
        #expect(staged.sums.map(\.least.description) == ["JPY 0"])
        #expect(staged.sums.map(\.most.description) == ["JPY 7,308,700"])
        #expect(staged.unknown.map { $0.rule?.id } == ["application-partial-change"])
        let last = try #require(strategies.last?.plan.countries.first { $0.jurisdiction == "MY" })
        #expect(last.filing.on == CivilDate("2028-03-24"))
        #expect(last.filing.cause == .after(["SG"], heldMonths: nil))
    }

    @Test("what Japan's approval saves is the review by the route that rests on it, filed on the same day as without")
    func savings() throws {
        let report = try PlanSample("colon-cade").report(on: Self.december)
        #expect(report.leader == "JP")
        let singapore = try #require(report.savings.first { $0.jurisdiction == "SG" })
        #expect(singapore.with.time?.days == 219)
        #expect(singapore.without.time?.days == 349)
        #expect(singapore.days == 130)
        #expect(singapore.feeDifference.exact?.map(\.description) == ["SGD 1,800.00"])
        #expect(report.savings.first { $0.jurisdiction == "TW" }?.days == nil, "Taiwan states no time for its scheme")
        #expect(report.withoutSaving.contains("KR"))
    }
}
