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
    private static let laneHeight = 62
    static let top = 50

    /// A lane with its place in the picture.
    struct PlacedLane {
        let lane: Timeline.Lane
        let marks: MarkRows
        let y: Int
        let height: Int
    }

    let timeline: Timeline
    let labels: Labels
    let scale: TimeScale
    let today: CivilDate
    let lanes: [PlacedLane]
    let bottom: Int
    var svg = SVGWriter()

    init(timeline: Timeline, labels: Labels) {
        self.timeline = timeline
        self.labels = labels
        let scale = TimeScale(span: timeline.span, left: 176, right: Self.width - 12)
        self.scale = scale
        today = timeline.report.zone.civilDate(at: timeline.report.asOf)
        var y = Self.top
        lanes = timeline.lanes.map { lane in
            let marks = MarkRows(labels.toldOnce(lane.milestones), on: scale)
            let height = Self.laneHeight + marks.extraHeight
            defer { y += height }
            return PlacedLane(lane: lane, marks: marks, y: y, height: height)
        }
        bottom = max(y, Self.top + Self.laneHeight)
    }

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
        for lane in lanes { draw(lane) }
        drawToday()
        legend.draw(in: &svg, y: bottom + 34)
        svg.end()
        return svg.text
    }
}
