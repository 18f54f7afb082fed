import Engine
import Regulation
import Submissions
package import Views

/// The course of every case as an SVG: one lane a case, who held it when, what happened and what is due.
///
/// The picture stands alone, needs no script and no font, and is the same for the same timeline.
package enum TimelinePicture {
    package static func svg(timeline: Timeline, labels: Labels) -> String {
        var drawing = TimelineDrawing(timeline: timeline, labels: labels)
        return drawing.draw()
    }
}

/// A picture while it is drawn; measures are units of the view box.
struct TimelineDrawing {
    static let width = 1_200
    static let laneHeight = 62
    static let top = 50

    let timeline: Timeline
    let labels: Labels
    let scale: TimeScale
    let today: CivilDate
    var svg = SVGWriter()

    init(timeline: Timeline, labels: Labels) {
        self.timeline = timeline
        self.labels = labels
        scale = TimeScale(span: timeline.span, left: 176, right: Self.width - 12)
        today = timeline.report.zone.civilDate(at: timeline.report.asOf)
    }

    var bottom: Int { Self.top + max(1, timeline.lanes.count) * Self.laneHeight }

    mutating func draw() -> String {
        let legend = Legend(timeline: timeline, labels: labels, width: Self.width)
        let height = bottom + 34 + legend.height
        let (first, last) = (timeline.span.earliest.description, timeline.span.latest.description)
        svg.startPicture(
            "tl",
            "\(labels["page.timeline"]): \(timeline.report.submission)",
            summary: labels.text("page.pictureSummary", first, last),
            width: Self.width,
            height: height
        )
        drawGround()
        drawAxis()
        for (index, lane) in timeline.lanes.enumerated() {
            draw(lane, at: Self.top + index * Self.laneHeight)
        }
        drawToday()
        legend.draw(in: &svg, y: bottom + 34)
        svg.end()
        return svg.text
    }
}
