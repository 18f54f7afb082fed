import Regulation
import Submissions
package import Views

/// The lag of a product as an SVG: a bar for each country, as long as its days, split by where they went.
///
/// The picture stands alone, needs no script and no font, and is the same for the same lag.
package enum LagPicture {
    package static func svg(_ lag: DeviceLag, labels: Labels) -> String {
        var drawing = LagDrawing(lag, labels)
        return drawing.draw()
    }
}

/// A picture while it is drawn; measures are units of the view box.
private struct LagDrawing {
    static let width = 960
    static let left = 130
    static let right = 800
    static let top = 48
    static let line = 26

    let lag: DeviceLag
    let labels: Labels
    var svg = SVGWriter()

    init(_ lag: DeviceLag, _ labels: Labels) {
        self.lag = lag
        self.labels = labels
    }

    private var most: Int { max(1, lag.countries.compactMap { $0.days?.upperBound }.max() ?? 1) }

    private func x(_ days: Int) -> Int { Self.left + days * (Self.right - Self.left) / most }

    mutating func draw() -> String {
        let bottom = Self.top + lag.countries.count * Self.line
        let total = bottom + 52
        let heading = labels.text("lag.heading", lag.name ?? lag.product.rawValue, lag.on.description)
        svg.startPicture("lag", heading, width: Self.width, height: total)
        text(heading, x: 10, y: 24, weight: "600")
        for (number, country) in lag.countries.enumerated() { draw(country, at: Self.top + number * Self.line) }
        drawLegend(at: bottom + 18)
        svg.end()
        return svg.text
    }

    private mutating func draw(_ country: DeviceLag.Country, at y: Int) {
        let day = country.approved.map { labels.words(for: $0) } ?? labels["lag.notYet"]
        let name = LetterWidth.fitted("\(country.code) \(day)", size: 11, limit: Self.left - 16)
        text(name ?? country.code.rawValue, x: 10, y: y + 14)
        guard let days = country.days else { return }
        var start = 0
        for (days, tone, key) in segments(country) where days > 0 {
            bar(from: start, to: start + days, y: y + 2, tone, "\(country.code): \(labels[key]) \(days)")
            start += days
        }
        let number = days.lowerBound == days.upperBound ? "\(days.lowerBound)" : "\(days.lowerBound)–\(days.upperBound)"
        text(number + (country.isApproved ? "" : "+"), x: x(days.upperBound) + 6, y: y + 14)
    }

    private func segments(_ country: DeviceLag.Country) -> [(Int, Tone, String)] {
        guard let parts = country.parts else {
            return [(country.days?.upperBound ?? 0, .others, "lag.columns.unknown")]
        }
        return [
            (parts.notFiled, .nobody, "lag.columns.notFiled"),
            (parts.withAuthority, .agency, "lag.columns.withAuthority"),
            (parts.withApplicant, .applicant, "lag.columns.withApplicant"),
        ]
    }

    private mutating func bar(from first: Int, to last: Int, y: Int, _ tone: Tone, _ title: String) {
        svg.start(
            "rect",
            [
                "class": "tl-\(tone.rawValue)", "x": "\(x(first))", "y": "\(y)",
                "width": "\(max(1, x(last) - x(first)))", "height": "16", "rx": "2", "fill": tone.fill,
            ]
        )
        svg.element("title", [:], text: title)
        svg.end()
    }

    private mutating func drawLegend(at y: Int) {
        var x = 10
        var signs = [
            (Tone.nobody, "lag.columns.notFiled"), (.agency, "lag.columns.withAuthority"),
            (.applicant, "lag.columns.withApplicant"),
        ]
        if lag.countries.contains(where: { $0.parts == nil }) { signs.append((.others, "lag.columns.unknown")) }
        for (tone, key) in signs {
            svg.element(
                "rect",
                [
                    "class": "tl-\(tone.rawValue)", "x": "\(x)", "y": "\(y)", "width": "20", "height": "14",
                    "rx": "2", "fill": tone.fill,
                ]
            )
            text(labels[key], x: x + 25, y: y + 11)
            x += 25 + LetterWidth.of(labels[key], size: 11) + 24
        }
    }

    private mutating func text(_ content: String, x: Int, y: Int, weight: String = "400") {
        svg.element(
            "text",
            ["class": "tl-ink", "x": "\(x)", "y": "\(y)", "font-weight": weight, "fill": "#1b2733"],
            text: content
        )
    }
}
