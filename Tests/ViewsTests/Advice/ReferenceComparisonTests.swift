import Regulation
import Submissions
import Testing
import Views

@Suite("References beside what is to be filed")
struct ReferenceComparisonTests {
    private func comparison(_ claims: [ClaimID], _ version: String) throws -> ReferenceComparison {
        let day = try #require(CivilDate("2026-03-02"))
        let approval = Approval(
            id: "triage/held-US-1",
            product: "triage",
            productVersion: version,
            jurisdiction: "US",
            basis: .full,
            stage: nil,
            claims: claims,
            number: "K990002",
            grantedOn: .day(day),
            validUntil: nil,
            conditions: [],
            dependsOn: []
        )
        let facts = RouteFacts(
            jurisdiction: "SG",
            deviceClass: "B",
            traits: [],
            hasHolder: true,
            hasConsent: true,
            productVersion: "2.1",
            claims: ["PTX", "PE"],
            approvals: [approval],
            own: nil,
            date: .day(day)
        )
        return ReferenceComparison(of: approval, with: facts)
    }

    @Test("half of the claims is told as half, by inclusion and not by touch")
    func part() throws {
        let half = try comparison(["PTX", "CTR"], "2.1")
        #expect(half.covered == ["PTX"])
        #expect(half.lacking == ["PE"])
        #expect(half.differs)
        #expect(try comparison(["CTR"], "2.1").covered == [])
    }

    @Test("the same claims in another version differ, and in the same do not")
    func version() throws {
        let older = try comparison(["PE", "PTX"], "2.0")
        #expect(older.lacking == [])
        #expect(older.differs)
        #expect(try !comparison(["PE", "PTX", "CTR"], "2.1").differs)
    }
}
