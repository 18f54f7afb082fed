import CanonicalJSON
import Definitions
import Engine
import Regulation
import Scenarios
import Testing
import Views

@Suite("A sample of facts, and how far what is known of a country goes")
struct FactSampleTests {
    private static func facts(_ count: Int) -> [Fact] { (0..<count).map { fact("place-\($0)", value: "\($0)") } }

    private static func fact(
        _ place: String,
        value: String? = "1",
        topic: Fact.Topic = .clocks,
        _ confidence: Confidence = .confirmed,
        asOf: PartialDate? = nil,
        from: CivilDate? = nil
    ) -> Fact {
        Fact(
            jurisdiction: "SG",
            topic: topic,
            path: place,
            value: value,
            source: Source(text: "A text", url: nil, asOf: asOf, confidence: confidence),
            window: Window(from: from, until: nil)
        )
    }

    @Test("draws the same facts by the same seed, each once and in their order")
    func sameSeed() {
        let facts = Self.facts(500)
        let drawn = facts.sample(of: 40, seed: 7)
        #expect(drawn == facts.sample(of: 40, seed: 7))
        #expect(Set(drawn).count == 40)
        let places = drawn.compactMap { fact in fact.value.flatMap { Int($0) } }
        #expect(places == places.sorted())
        #expect(drawn != facts.sample(of: 40, seed: 8))
    }

    @Test("draws what it drew in earlier releases")
    func pinned() {
        let drawn = Self.facts(1000).sample(of: 5, seed: 1)
        #expect(drawn.compactMap(\.value) == ["205", "242", "465", "582", "627"])
    }

    @Test("draws all there are, where more are asked for")
    func tooMany() {
        #expect(Self.facts(3).sample(of: 40, seed: 1) == Self.facts(3))
        #expect(Self.facts(3).sample(of: 0, seed: 1).isEmpty)
    }

    @Test("counts what is confirmed, contested and unknown, and finds the oldest source")
    func coverage() {
        let coverage = FactCoverage([
            Self.fact("a", asOf: .year(2021), from: CivilDate("2021-05-01")),
            Self.fact("b", value: nil, asOf: .month(year: 2020, month: 3)),
            Self.fact("c", topic: .general, .unconfirmed, asOf: .year(2024)),
            Self.fact("d", value: nil, .unconfirmed, asOf: .year(2026)),
            Self.fact("e", value: "unknown", .unconfirmed),
        ])
        #expect(coverage.confirmed == 2)
        #expect(coverage.unconfirmed == 1)
        #expect(coverage.unknown == 2)
        #expect(coverage.undated == 3)
        #expect(coverage.oldest == PartialDate.month(year: 2020, month: 3))
    }

    @Test("finds a country's coverage told where the country is shown")
    func told() throws {
        let all = try ConfigFolder(path: Repository.configuration).jurisdictions()
        let singapore = try #require(all.first { $0.code == "SG" })
        let coverage = FactCoverage(singapore.facts)
        #expect(coverage.confirmed + coverage.unconfirmed + coverage.unknown == singapore.facts.count)
        #expect(singapore.json["coverage"] == coverage.json)
    }
}
