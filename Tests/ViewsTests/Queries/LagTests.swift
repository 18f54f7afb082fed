import Definitions
import Regulation
import Scenarios
import Statecharts
import Submissions
import TestSupport
import Testing

@testable import Views

@Suite("Device lag")
struct LagTests {
    private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }
    private static func date(_ text: String) -> PartialDate { PartialDate(text) ?? .year(1999) }

    private static func granted(
        _ code: JurisdictionCode,
        _ on: String,
        declared: Bool = false
    ) -> LagReckoner.Granted {
        LagReckoner.Granted(jurisdiction: code, on: date(on), isDeclared: declared)
    }

    private static func segment(
        _ from: String,
        _ to: String?,
        _ turn: StateDetail.Turn
    ) -> Timeline.Segment {
        Timeline.Segment(from: date(from), to: to.map { date($0) }, turn: turn, body: nil, states: [])
    }

    /// A filing in MY: a review of 61 days, a question of 31 days, again a review.
    private static let course = LagReckoner.Course(
        jurisdiction: "MY",
        filed: date("2027-03-01"),
        segments: [
            segment("2027-02-01", "2027-03-01", .applicant), segment("2027-03-01", "2027-05-01", .body(.reviews)),
            segment("2027-05-01", "2027-06-01", .applicant), segment("2027-06-01", nil, .body(.decides)),
        ],
        isOver: false,
        common: []
    )

    private func reckoner(
        _ granted: [LagReckoner.Granted],
        _ courses: [LagReckoner.Course] = [Self.course]
    ) -> LagReckoner {
        LagReckoner(granted: granted, courses: courses, targets: ["MY", "TH"], today: Self.day("2027-12-31"))
    }

    @Test("Days are split into those before the filing, with the authority and with the applicant")
    func parts() throws {
        let reckoner = reckoner([Self.granted("JP", "2027-01-10"), Self.granted("MY", "2027-07-01")])
        let countries = reckoner.countries { _, _ in nil }
        #expect(reckoner.first?.jurisdiction == "JP" && countries.map(\.code) == ["JP", "MY", "TH"])
        let malaysia = try #require(countries.first { $0.code == "MY" })
        #expect(malaysia.days == 172...172 && malaysia.review == 122...122)
        #expect(malaysia.parts == .init(notFiled: 50, withAuthority: 91, withApplicant: 31))
        let japan = try #require(countries.first)
        #expect(japan.days == 0...0 && japan.parts?.sum == 0)
    }

    @Test("A country that has not approved counts so far, and its lag is not over")
    func waiting() throws {
        let countries = reckoner([Self.granted("JP", "2027-01-10")]).countries { _, _ in nil }
        let malaysia = try #require(countries.first { $0.code == "MY" })
        #expect(!malaysia.isApproved && malaysia.days == 355...355 && malaysia.review == nil)
        #expect(malaysia.parts == .init(notFiled: 50, withAuthority: 274, withApplicant: 31))
        #expect(countries.last?.code == "TH" || countries.last?.code == "MY")
        let thailand = try #require(countries.first { $0.code == "TH" })
        #expect(thailand.parts == .init(notFiled: 355, withAuthority: 0, withApplicant: 0))
    }

    @Test("After a case's end the time lies with nobody, until another is filed")
    func ended() throws {
        let over = LagReckoner.Course(
            jurisdiction: "MY",
            filed: Self.date("2027-03-01"),
            segments: [
                Self.segment("2027-03-01", "2027-05-01", .body(.reviews)), Self.segment("2027-05-01", nil, .nobody),
            ],
            isOver: true,
            common: []
        )
        let countries = reckoner([Self.granted("JP", "2027-02-28")], [over]).countries { _, _ in nil }
        let malaysia = try #require(countries.first { $0.code == "MY" })
        #expect(malaysia.parts == .init(notFiled: 1 + 244, withAuthority: 61, withApplicant: 0))
    }

    @Test("What waits for a common review lies with whom that lies")
    func common() throws {
        let member = LagReckoner.Course(
            jurisdiction: "MY",
            filed: Self.date("2027-03-01"),
            segments: [Self.segment("2027-03-01", nil, .others)],
            isOver: false,
            common: Self.course.segments
        )
        let granted = [Self.granted("JP", "2027-03-01"), Self.granted("MY", "2027-07-01")]
        let malaysia = try #require(reckoner(granted, [member]).countries { _, _ in nil }.first { $0.code == "MY" })
        #expect(malaysia.parts == .init(notFiled: 0, withAuthority: 91, withApplicant: 31))
    }

    @Test("Dates known in part make a lag between two numbers, never less than none; what was declared has no parts")
    func partly() throws {
        let reckoner = reckoner([
            Self.granted("US", "2027-02", declared: true), Self.granted("EU", "2027", declared: true),
        ])
        #expect(reckoner.first?.jurisdiction == "US" && reckoner.first?.isDeclared == true)
        let europe = try #require(reckoner.countries { _, _ in nil }.first { $0.code == "EU" })
        #expect(europe.days == 0...333 && europe.parts == nil)
    }

    @Test("What the plan expects is asked with the day of the filing")
    func alone() throws {
        let countries = reckoner([Self.granted("JP", "2027-01-10")]).countries { code, filed in
            #expect(code == "MY" && filed == Self.day("2027-03-01"))
            return DeviceLag.Alone(route: "full", days: 197)
        }
        #expect(countries.compactMap(\.alone?.days) == [197])
    }

    @Test("Over all products, the median is of those that were approved after they were elsewhere")
    func overview() throws {
        let products = ["2027-01-20", "2027-02-09", "2027-03-11"].map { day in
            let reckoner = reckoner([Self.granted("JP", "2027-01-10"), Self.granted("TH", day)], [])
            return DeviceLag(
                product: "p",
                name: nil,
                on: Self.day("2027-12-31"),
                first: reckoner.first,
                countries: reckoner.countries { _, _ in nil }
            )
        }
        let countries = LagOverview(products).countries
        #expect(countries.map(\.code) == ["MY", "TH"])
        #expect(countries.map(\.approved) == [0, 3] && countries.map(\.waiting) == [3, 0])
        #expect(countries.map(\.median) == [nil, 30])
        #expect(countries.last?.parts.notFiled == 10 + 30 + 60)
    }

    @Test("What was filed for several countries at once was filed in each of them on that day")
    func joint() async throws {
        let test = try await TestWorkspace.story("colon-cade", until: Self.day("2026-08-10"))
        let lanes = try await test.tasuki.timeline(of: "colon-cade").lanes
        let japan = try #require(lanes.first { $0.row.name == "JP" })
        #expect(japan.milestones.first?.kind == .filed(.initial))
        let filed = try #require(japan.milestones.first?.on)
        let lag = try #require(try await test.tasuki.lag(of: "kazami-colon-cade") { _ in nil }.first)
        for code in ["JP", "SG", "TH"] as [JurisdictionCode] {
            #expect(lag.countries.first { $0.code == code }?.filed == filed, "\(code)")
        }
        // It relies on Japan's approval, and is filed once that is there.
        #expect(lag.countries.first { $0.code == "MY" }?.filed == nil)
        try await test.remove()
    }

    @Test("Of several reports the last is the one asked for, where they may come before it or it is asked for again")
    func reports() throws {
        let definitions = ConfiguredDefinitions(folder: ConfigFolder(path: Repository.configuration))
        let procedures = try definitions.procedures()
        let conditional = try #require(procedures.first { $0.id == "jp-conditional" })
        #expect(conditional.takesSeveralReports(in: "surveyRunning"))
        let report = try #require(procedures.first { $0.id == "safety-report" })
        #expect(!report.takesSeveralReports(in: "reportDue"))
    }
}
