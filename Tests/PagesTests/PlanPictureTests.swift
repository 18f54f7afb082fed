import Pages
import Regulation
import Submissions
import Testing

@testable import Views

@Suite("Strategies as a picture")
struct PlanPictureTests {
    private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }

    private static func country(_ code: JurisdictionCode, _ actual: ActualCourse?) -> PlannedCountry {
        PlannedCountry(
            jurisdiction: code,
            names: [:],
            deviceClass: nil,
            routeName: "national",
            filing: PlannedFiling(on: day("2026-05-01"), cause: actual == nil ? .start : .actual),
            advice: nil,
            time: PlannedTime(
                filed: day("2026-05-01"),
                review: ReviewTime(steps: []),
                span: PlannedSpan(early: nil, expected: day("2027-02-01"), late: day("2027-09-30"), years: []),
                ground: .nothing,
                beside: []
            ),
            actual: actual,
            isFirstStage: false
        )
    }

    private static func course(_ outcome: Decision.Outcome, approved: PartialDate?) -> ActualCourse {
        ActualCourse(
            caseName: "SG",
            filed: .day(day("2026-05-01")),
            decided: .day(day("2026-12-01")),
            outcome: outcome,
            approved: approved
        )
    }

    private func picture(_ country: PlannedCountry) throws -> XMLCheck {
        let plan = Plan(
            submission: "sample",
            product: "sample-cad",
            productVersion: "1.0.0",
            on: Self.day("2026-05-01"),
            preparation: .init(days: 30, source: Source(text: "sample", url: nil, asOf: nil, confidence: .confirmed)),
            countries: [country]
        )
        let comparison = StrategyComparison(
            on: Self.day("2026-05-01"),
            start: Self.day("2026-05-01"),
            strategies: [
                ComparedStrategy(
                    kind: .chosen,
                    isTwoStage: false,
                    plan: plan,
                    feeDifference: FeeDifference(from: [], to: [])
                )
            ],
            stageClaims: [],
            withoutStage: []
        )
        let check = XMLCheck(PlanPicture.svg(comparison, labels: try LabelFile.labels("en")))
        #expect(check.error == nil)
        return check
    }

    @Test("a range stands behind what is expected, and behind nothing that was decided")
    func ranges() throws {
        #expect(try picture(Self.country("SG", nil)).text.contains("– 2027-09-30"))
        let approved = Self.course(.approved, approved: .day(Self.day("2026-12-01")))
        let decided = try picture(Self.country("SG", approved)).text
        #expect(decided.contains("SG: 2026-05-01 – 2026-12-01") && !decided.contains("2027-09-30"))
        #expect(decided.contains("2026-12-01 ✓"))
    }

    @Test("what was decided otherwise says so, where an unknown day is a question mark")
    func refused() throws {
        let text = try picture(Self.country("SG", Self.course(.refused, approved: nil))).text
        #expect(text.contains("refused") && !text.contains("?"))
    }
}
