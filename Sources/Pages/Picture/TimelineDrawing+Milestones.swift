import Engine
import Regulation
import Views

extension TimelineDrawing {
    private static let markDistance = 14

    /// Shapes above the bar, moved aside where several fall on one day; a date known in part is a band.
    mutating func drawMilestones(_ milestones: [Timeline.Milestone], at y: Int) {
        var taken = Int.min / 2
        var seen: Set<String> = []
        for milestone in milestones.sorted(by: Self.precedes) {
            let words = "\(milestone.on) \(labels.words(for: milestone))"
            guard seen.insert(words).inserted else { continue }
            let (first, last) = (scale.x(milestone.on.earliest), scale.x(milestone.on.latest))
            let x = max((first + last) / 2, taken + Self.markDistance)
            taken = x
            svg.start("g")
            svg.element("title", [:], text: words)
            if !milestone.on.isExact { drawBand(from: first, to: last, y: y + 12) }
            Mark(milestone.kind).draw(in: &svg, x: x, y: y + 12)
            if milestone.isTranscribed { Self.drawRing(in: &svg, x: x, y: y + 12) }
            svg.end()
        }
    }

    private static func precedes(_ left: Timeline.Milestone, _ right: Timeline.Milestone) -> Bool {
        (left.on.earliest, left.event) < (right.on.earliest, right.event)
    }

    private mutating func drawBand(from first: Int, to last: Int, y: Int) {
        svg.element(
            "rect",
            [
                "class": "tl-nobody", "x": "\(first)", "y": "\(y - 4)", "width": "\(max(2, last - first))",
                "height": "8", "rx": "4", "fill": "#7b8794", "fill-opacity": "0.35",
            ]
        )
    }

    /// Marks what was transcribed from a letter.
    static func drawRing(in svg: inout SVGWriter, x: Int, y: Int) {
        svg.element(
            "circle",
            [
                "class": "tl-ring", "cx": "\(x)", "cy": "\(y)", "r": "8.5", "fill": "none", "stroke": "#52606d",
                "stroke-width": "1", "stroke-dasharray": "2 2",
            ]
        )
    }
}
