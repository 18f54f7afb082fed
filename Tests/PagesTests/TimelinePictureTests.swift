import Engine
import Foundation
import Regulation
import Testing

@testable import Pages

@Suite("The timeline as a picture")
struct TimelinePictureTests {
    @Test("a year too short for its name gives way to the next, which is named")
    func years() throws {
        func years(_ first: String, _ last: String) throws -> [Int] {
            let span = DateBounds(
                earliest: try #require(CivilDate(first)),
                latest: try #require(CivilDate(last))
            )
            return TimeScale(span: span, left: 100, right: 900).years(width: 36).map(\.year)
        }
        #expect(try years("2027-01-05", "2028-06-30") == [2027, 2028])
        #expect(try years("2026-06-01", "2027-06-30") == [2026, 2027])
        #expect(try years("2027-02-01", "2027-06-30") == [2027])
    }

    @Test("stands alone as well-formed SVG with a title and a description", arguments: ["en", "ja"])
    func wellFormed(language: String) throws {
        let svg = TimelinePicture.svg(timeline: Sample().timeline, labels: try LabelFile.labels(language))
        let check = XMLCheck(svg)
        #expect(check.error == nil)
        #expect(check.elements.first == "svg")
        #expect(check.attributes.first?["xmlns"] == "http://www.w3.org/2000/svg")
        #expect(check.attributes.first?["role"] == "img")
        #expect(check.attributes.first?["aria-labelledby"] == "tl-title tl-summary")
        #expect(check.ids.contains("tl-title") && check.ids.contains("tl-summary"))
        #expect(Set(check.ids).count == check.ids.count)
        #expect(!check.elements.contains("script") && !check.elements.contains("image"))
        #expect(!svg.contains("http://") || svg.components(separatedBy: "http://").count == 2)
    }

    @Test("is the same every time")
    func deterministic() throws {
        let labels = try LabelFile.labels("en")
        let first = TimelinePicture.svg(timeline: Sample().timeline, labels: labels)
        for _ in 0..<5 { #expect(TimelinePicture.svg(timeline: Sample().timeline, labels: labels) == first) }
    }

    @Test("gives every lane its name, its bars their words and its milestones a title")
    func content() throws {
        let check = XMLCheck(TimelinePicture.svg(timeline: Sample().timeline, labels: try LabelFile.labels("en")))
        for words in [
            "JP hub", "PMDA → MHLW", "TW-2", "CAB → MDA", "Bundled review (案)", "2026-08-04 approved",
            "SG: Under review, reviewing body, 2026-03-02 – 2026-05-11", "2026-05-11 Questions issued (7)",
            "2026-06 Filing after leaving another route, transcribed from a letter", "Today 2026-09-14",
            "due 2026-12-10", "Overdue: due 2026-08-31", "due 2026-09-17/2026-10-17, at the latest 17 October*",
        ] {
            #expect(check.text.contains(words), "\(words)")
        }
    }

    @Test("tells holders apart by texture as well as by colour")
    func textures() throws {
        let check = XMLCheck(TimelinePicture.svg(timeline: Sample().timeline, labels: try LabelFile.labels("en")))
        let fills = Set(check.attributes.compactMap { $0["fill"] })
        #expect(fills.isSuperset(of: ["url(#tl-applicant-fill)", "url(#tl-hub-fill)", "url(#tl-others-fill)"]))
        for fill in fills where fill.hasPrefix("url(#") {
            #expect(check.ids.contains(String(fill.dropFirst(5).dropLast())))
        }
    }

    @Test("stays well-formed whatever a name holds")
    func hostile() throws {
        var sample = Sample()
        sample.name = "a\"><script>alert(1)</script>&\u{1}\"\u{301}'"
        let check = XMLCheck(TimelinePicture.svg(timeline: sample.timeline, labels: try LabelFile.labels("en")))
        #expect(check.error == nil)
        #expect(!check.elements.contains("script"))
    }

    @Test("draws a timeline without cases")
    func empty() throws {
        let full = Sample().timeline
        let check = XMLCheck(TimelinePicture.svg(timeline: full.withoutLanes, labels: try LabelFile.labels("ja")))
        #expect(check.error == nil)
    }
}
