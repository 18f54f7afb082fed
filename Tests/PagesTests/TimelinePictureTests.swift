import Engine
import Foundation
import Regulation
import Submissions
import Testing

@testable import Pages
@testable import Views

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
            "due 2026-12-10", "Overdue: due 2026-08-31", "due from 17 September 2026 to 17 October 2026*",
        ] {
            #expect(check.text.contains(words), "\(words)")
        }
    }

    private static func milestones(_ days: [String], _ kind: Timeline.Milestone.Kind) -> [Timeline.Milestone] {
        days.enumerated().map { number, day in
            .init(on: PartialDate(day) ?? .year(1999), kind: kind, event: number, isTranscribed: false)
        }
    }

    @Test("every mark stands on its day, however long the picture and however close the days")
    func marksOnTheirDays() throws {
        let span = DateBounds(
            earliest: try #require(CivilDate("2026-01-01")),
            latest: try #require(CivilDate("2034-12-31"))
        )
        let scale = TimeScale(span: span, left: 176, right: 1_188)
        let days = ["2027-03-01", "2027-03-20", "2027-04-02", "2028-01-01", "2028-03-15"]
        let marks = MarkRows(Self.milestones(days, .filed(.answer)), on: scale)
        #expect(marks.places.map(\.x) == days.map { scale.x(CivilDate($0) ?? .earliest) })
        #expect(marks.places.map(\.row) == [0, 1, 2, 0, 0])
        #expect(marks.extraHeight == 2 * MarkRows.distance)
        #expect(MarkRows([], on: scale).extraHeight == 0)
    }

    @Test("where the rows are full, a mark stands for the next ones, and says how many")
    func fullRows() throws {
        let full = Sample().timeline
        let days = (1...7).map { "2026-03-0\($0)" }
        let lane = Timeline.Lane(
            row: try #require(full.lanes.first).row,
            segments: [],
            milestones: Self.milestones(days, .questionsAnswered)
        )
        let span = DateBounds(
            earliest: try #require(CivilDate("2026-01-01")),
            latest: try #require(CivilDate("2034-12-31"))
        )
        let timeline = Timeline(report: full.report, lanes: [lane], span: span)
        let check = XMLCheck(TimelinePicture.svg(timeline: timeline, labels: try LabelFile.labels("en")))
        #expect(check.error == nil)
        #expect(check.text.contains("+3"))
        for day in days { #expect(check.text.contains("\(day) Questions answered"), "\(day)") }
    }

    @Test("the legend names the bar of an approval in force, and only where there is one")
    func granted() throws {
        let labels = try LabelFile.labels("en")
        let full = Sample().timeline
        func text(_ lanes: [Timeline.Lane]) -> String {
            XMLCheck(
                TimelinePicture.svg(
                    timeline: Timeline(report: full.report, lanes: lanes, span: full.span),
                    labels: labels
                )
            ).text
        }
        let malaysia = full.lanes.filter { $0.row.name == "MY" }
        #expect(text(malaysia).contains("approval in force") && !text(malaysia).contains("no step pending"))
        let taiwan = full.lanes.filter { $0.row.name == "TW" }
        #expect(!text(taiwan).contains("approval in force") && text(taiwan).contains("no step pending"))
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
