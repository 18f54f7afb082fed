import Engine
import Regulation
import Submissions
import Testing
import Views

@Suite("Figures in the advice on routes")
struct RouteFigureTests {
    private func day(_ text: String) -> CivilDate? { CivilDate(text) }

    private func advice(
        _ clocks: [RouteClock],
        _ deviceClass: DeviceClass? = "B",
        fees: [FeeRule] = [],
        confirmedYears: [Int] = [2026]
    ) throws -> RouteAdvice {
        let sample = AdviceSample(
            routes: [AdviceSample.route("national", [], clocks: clocks, fees: fees)],
            deviceClass: deviceClass.map { AdvisedClass($0, origin: .declared) },
            confirmedYears: confirmedYears
        )
        return try #require(sample.advice.routes.first)
    }

    @Test("time and fee are those of the class")
    func byClass() throws {
        let amount = try #require(Money(text: "SGD 1910.00"))
        let fee = FeeRule(id: "evaluation", amounts: .byClass(["B": amount]), due: .filed, source: AdviceSample.sure)
        let clock = AdviceSample.clock("review", .byClass(["B": 10, "C": 20]))
        let small = try advice([clock], "B", fees: [fee])
        #expect(small.time.until == day("2026-03-16"))
        #expect(small.time.countsAgencyOnly)
        #expect(!small.time.isUnconfirmed)
        #expect(small.fees.map(\.amount) == [amount])
        let great = try advice([clock], "C", fees: [fee])
        #expect(great.time.until == day("2026-03-30"))
        #expect(great.fees.map(\.gap) == [.otherClasses])
    }

    @Test("without a class figures by class are unknown, and those for all classes stand")
    func noClass() throws {
        let byClass = try advice([AdviceSample.clock("review", .byClass(["B": 10]))], nil)
        #expect(byClass.time.until == nil)
        #expect(byClass.time.steps.map(\.gap) == [.classUnknown])
        let forAll = try advice([AdviceSample.clock("review", .all(10))], nil)
        #expect(forAll.time.until == day("2026-03-16"))
        let unstated = try advice([AdviceSample.clock("review", nil)])
        #expect(unstated.time.steps.map(\.gap) == [.unstated])
        #expect(unstated.time.until == nil)
    }

    @Test("the review begins when the assessment before it ends, and a step back is not on the way")
    func steps() throws {
        let route = try advice([
            AdviceSample.clock("fullReview", .all(90), starts: .reviewBegun),
            AdviceSample.clock("assessment", .all(10)), AdviceSample.clock("review", .all(5), starts: .reviewBegun),
        ])
        #expect(route.time.onTheWay.map(\.clock.name) == ["assessment", "review"])
        #expect(route.time.onTheWay.map(\.from) == [day("2026-03-02"), day("2026-03-16")])
        #expect(route.time.until == day("2026-03-23"))
        let aside = try #require(route.time.steps.last)
        #expect(aside.clock.rule.limit == 90 && aside.until == nil && !aside.isOnTheWay)
        let open = try advice([
            AdviceSample.clock("assessment", nil), AdviceSample.clock("review", .all(5), starts: .reviewBegun),
        ])
        #expect(open.time.until == nil, "nobody knows when a review begins that waits for a step without a limit")
    }

    @Test("years whose holidays are not confirmed are named, and only where working days count")
    func years() throws {
        let working = try advice([AdviceSample.clock("review", .all(230))])
        #expect(working.time.unconfirmedYears == [2027])
        #expect(working.time.isUnconfirmed)
        let months = try advice([AdviceSample.clock("review", .all(12), .months)])
        #expect(months.time.until == day("2027-03-02"))
        #expect(months.time.unconfirmedYears.isEmpty)
        #expect(!months.time.isUnconfirmed)
    }

    @Test("where no class is declared the country's table gives one, and the advice says so")
    func grid() {
        let software = Classification.Software(
            grid: [.serious: [.driveClinicalManagement: "B"]],
            names: [:],
            source: AdviceSample.unsure
        )
        let classification = Classification(classes: ["A", "B"], software: software, source: AdviceSample.sure)
        let country = AdviceSample(classification: [classification]).jurisdiction
        let category = SoftwareCategory(situation: .serious, significance: .driveClinicalManagement)
        let today = AdviceSample.today
        let found = country.advisedClass(declared: nil, category: category, on: today)
        #expect(found == AdvisedClass("B", origin: .grid(category, AdviceSample.unsure)))
        #expect(country.advisedClass(declared: "C", category: category, on: today)?.origin == .declared)
        let other = SoftwareCategory(situation: .critical, significance: .treatOrDiagnose)
        #expect(country.advisedClass(declared: nil, category: other, on: today) == nil)
        #expect(country.advisedClass(declared: nil, category: nil, on: today) == nil)
    }

    @Test("a manifest's approvals are held from its opening on, with what they rest on")
    func manifest() throws {
        let manifest = SubmissionManifest(
            name: "sample",
            product: .init(id: "p", name: "P", version: "1.0"),
            claims: [.init(id: "C1", texts: ["en": "c"])],
            stageClaims: [],
            situation: .serious,
            significance: .driveClinicalManagement,
            classes: [:],
            applicant: .init(id: "a", name: "A", country: "JP"),
            holders: ["TW": .init(id: "t", name: "T"), "SG": .init(id: "s", name: "S")],
            targets: [.init(jurisdiction: "SG", route: "reliance")],
            adopted: [],
            approvals: [
                .init(
                    jurisdiction: "JP",
                    number: "1",
                    grantedOn: .year(2025),
                    basis: .full,
                    claims: ["C1"],
                    productVersion: "1.0"
                ),
                .init(
                    jurisdiction: "TW",
                    number: "2",
                    grantedOn: .year(2025),
                    basis: .abridged,
                    claims: ["C1"],
                    productVersion: "1.0",
                    restsOn: ["JP"]
                ),
            ]
        )
        #expect(manifest.heldApprovals.map(\.id) == ["sample/held-JP-1", "sample/held-TW-1"])
        #expect(manifest.heldApprovals.last?.dependsOn == [.init(approval: "sample/held-JP-1", revision: 1)])
        #expect(manifest.holderJurisdictions == ["SG", "JP", "TW"])
        let route = AdviceSample.route("reliance", [.references(["JP"], atLeast: 1), .holder])
        let report = RouteReport(
            of: Submission(describedBy: manifest),
            register: [],
            entries: nil,
            category: manifest.category,
            on: AdviceSample.today,
            in: AdvisedField(
                jurisdictions: [AdviceSample(routes: [route]).jurisdiction],
                procedures: [],
                calendars: []
            )
        )
        let country = try #require(report.countries.first)
        #expect(country.answer == .open)
        #expect(country.routes.map(\.isPlanned) == [true])
        #expect(country.documents == nil)
    }
}
