import Engine
import Regulation
import Views

extension TimelineDrawing {
    /// Shapes above the bar, each on its day; a date known in part is a band.
    mutating func drawMilestones(_ marks: MarkRows, at y: Int) {
        for place in marks.places {
            let middle = y + 12 - place.row * MarkRows.distance
            svg.start("g")
            let words = place.milestones.map { "\($0.on) \(labels.words(for: $0))" }
            svg.element("title", [:], text: words.joined(separator: "\n"))
            for band in place.bands { drawBand(from: band.first, to: band.last, y: middle) }
            Mark(place.milestones[0].kind).draw(in: &svg, x: place.x, y: middle)
            if place.milestones.contains(where: \.isTranscribed) { Self.drawRing(in: &svg, x: place.x, y: middle) }
            if place.milestones.count > 1 { drawNumber(place.milestones.count - 1, x: place.x + 8, y: middle) }
            svg.end()
        }
    }

    /// How many more the mark stands for.
    private mutating func drawNumber(_ number: Int, x: Int, y: Int) {
        svg.element(
            "text",
            ["class": "tl-muted", "x": "\(x)", "y": "\(y + 4)", "font-size": "9", "fill": "#52606d"],
            text: "+\(number)"
        )
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
