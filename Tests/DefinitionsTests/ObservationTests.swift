import Definitions
import Foundation
import Regulation
import Submissions
import Testing

@Suite("What was observed of an authority, and what plans assume")
struct ObservationTests {
    @Test("what was observed is no part of what a case is bound to")
    func pinned() throws {
        let zones = try shipped.zones()
        let date = try #require(CivilDate("2026-12-01"))
        var compared = 0
        for jurisdiction in try shipped.jurisdictions() where !jurisdiction.observed.isEmpty {
            let text = try shippedText("jurisdictions/\(jurisdiction.code).yaml")
            let start = try #require(text.range(of: "\nobserved:\n"))
            let rest = text[start.upperBound...]
            let end = try #require(rest.range(of: "\ntracks:"))
            let rules = String(text[..<start.lowerBound] + rest[end.lowerBound...])
            // What only observations cite would be a source that nothing cites.
            let without = rules.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
                guard let name = try? /\ \ ([a-z0-9-]+): \{ text: .*/.wholeMatch(in: line)?.1 else { return true }
                return name == "source" || rules.contains("source: \(name)")
            }.joined(separator: "\n")
            let forms = try [text, without].map {
                try PinnableJurisdiction(SourceFile(path: "\(jurisdiction.code).yaml", text: $0), zones: zones)
            }
            for route in Set((jurisdiction.routes + jurisdiction.tracks).map(\.name)) {
                let own = jurisdiction.classification(on: date)?.classes.last
                let pins = forms.map { $0.canonicalText(route: route, on: date, for: own) }
                #expect(pins[0] == pins[1], "\(jurisdiction.code) \(route)")
                compared += pins[0] == nil ? 0 : 1
            }
        }
        #expect(compared > 50)
    }

    @Test("every figure has a population and a source, and none is dated after the day on which it was written down")
    func sourced() throws {
        let observed = try shipped.jurisdictions().flatMap(\.observed)
        #expect(observed.count > 20)
        for observation in observed {
            #expect(Set(observation.population.keys) == ["en", "ja"])
            #expect(observation.source.url != nil, "\(observation.population)")
        }
        let forecast = try shipped.forecast()
        #expect(forecast.ranges.allSatisfy { $0.source.confidence == .unconfirmed })
        #expect(forecast.range(counting: .agency, relies: true)?.id == "reliance")
        #expect(forecast.range(counting: .agency, relies: false)?.id == "agency")
        #expect(forecast.range(counting: .total, relies: true)?.id == "total")
    }

    @Test(
        "a defect of an observation is told with its place",
        arguments: [
            ("times: { p50: 3 }", "times: { p50: 3, p20: 5 }", "the points of ‘times’ do not rise"),
            ("times: { p50: 3 }", "times: { p49: 3 }", "unknown key ‘p49’ in ‘times’"),
            ("times: { p50: 3 }", "asked: 40", "‘asked’ is a share from 0 to 1"),
            ("times: { p50: 3 }", "n: 4", "an observation has ‘times’, ‘asked’ or both"),
            ("routes: [full]", "routes: [ful]", "there is no route ‘ful’; did you mean ‘full’?"),
            ("basis: survey", "basis: sign", "a sign is an observation without figures"),
        ]
    )
    func defect(_ old: String, _ new: String, _ message: String) throws {
        let sound = try shippedText("../Schemas/examples/jurisdiction.yaml")
        let line = "observed: [{ routes: [full], basis: survey, counts: total, unit: months, times: { p50: 3 }, "
        let end = "population: { en: all }, source: hsa }]\n"
        let start = try #require(sound.range(of: "observed:"))
        let text = sound[..<start.lowerBound] + line + end
        let zones = try shipped.zones()
        func found(_ text: String) -> [String] {
            defects { () throws(Diagnostics) in
                try JurisdictionReader.jurisdiction(from: SourceFile(path: "SG.yaml", text: text), zones: zones)
            }
        }
        #expect(found(String(text)).filter { $0.contains(message) } == [])
        let edited = found(text.replacing(old, with: new)).filter { $0.contains(String(message.prefix(30))) }
        #expect(edited.count == 1, "\(found(text.replacing(old, with: new)))")
        #expect(edited.first?.hasPrefix("SG.yaml:\(text.split(separator: "\n").count):") == true)
    }

    @Test("a strategy is held against the rules, each defect at its line and column")
    func strategy() throws {
        let sound = try shippedText("strategies/singapore-first.yaml")
        func found(_ old: String, _ new: String) -> [String] {
            let text = sound.replacing(old, with: new)
            return defects { () throws(Diagnostics) in
                try shipped.strategy(from: SourceFile(path: "s.yaml", text: text))
            }
        }
        #expect(found("", "") == [])
        #expect(
            found("MY: { route: singapore-programme, after: SG }", "MY: { route: singapore-program, after: SJ }") == [
                "s.yaml:8:16: error: ‘MY’ has no route ‘singapore-program’, only bundled, reliance, singapore-programme, "
                    + "thailand-pilot, thailand, china-pilot or national; did you mean ‘singapore-programme’?",
                "s.yaml:8:42: error: the jurisdiction ‘SJ’ is not configured; did you mean ‘SG’?",
            ]
        )
        #expect(
            found("MY: { route: singapore-programme, after: SG }", "MY: { fileOn: 2027-13-01, after: SG }") == [
                "s.yaml:8:17: error: ‘fileOn’ is a date such as 2026-05-12, not ‘2027-13-01’",
                "s.yaml:8:36: error: ‘fileOn’ and ‘after’ exclude each other",
            ]
        )
        #expect(
            found("TH: { route: singapore-programme, after: SG }", "TH: { after: TH }") == [
                "s.yaml:9:16: error: ‘TH’ is not filed after itself"
            ]
        )
    }
}
