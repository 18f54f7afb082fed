import Engine
import Regulation
import Submissions
package import Views

/// Strategies as an SVG: a block for each, in it a line for each country, from its filing to its market.
///
/// The picture stands alone, needs no script and no font, and is the same for the same strategies.
package enum PlanPicture {
    package static func svg(_ comparison: StrategyComparison, labels: Labels) -> String {
        var drawing = PlanDrawing(comparison, labels)
        return drawing.draw()
    }
}

/// A picture while it is drawn; measures are units of the view box.
private struct PlanDrawing {
    static let width = 1_200
    static let top = 50
    static let line = 22
    static let gap = 34

    let comparison: StrategyComparison
    let labels: Labels
    let scale: TimeScale
    var svg = SVGWriter()

    init(_ comparison: StrategyComparison, _ labels: Labels) {
        self.comparison = comparison
        self.labels = labels
        let countries = comparison.strategies.flatMap(\.plan.countries)
        let days = countries.flatMap { [$0.filing.on, $0.market, $0.lastDay] }.compactMap(\.self)
        let first = min(comparison.start, days.min() ?? comparison.start)
        let last = max(comparison.start.adding(days: 365), days.max() ?? comparison.start)
        // Room at the right, in which the day of what ends last is written.
        let room = last.adding(days: (last.dayNumber - first.dayNumber) / 12)
        scale = TimeScale(span: DateBounds(earliest: first, latest: room), left: 190, right: Self.width - 12)
    }

    private func height(of strategy: ComparedStrategy) -> Int {
        Self.gap + strategy.plan.countries.count * Self.line
    }

    mutating func draw() -> String {
        let bottom = comparison.strategies.reduce(Self.top) { $0 + height(of: $1) }
        let total = bottom + 64
        let heading = labels.text("plan.strategiesHeading", comparison.start.description)
        svg.startPicture("pl", heading, width: Self.width, height: total)
        drawAxis(to: bottom)
        var y = Self.top
        for (number, strategy) in comparison.strategies.enumerated() {
            draw(strategy, number, at: y)
            y += height(of: strategy)
        }
        drawLegend(at: bottom + 20)
        svg.end()
        return svg.text
    }

    private mutating func drawAxis(to bottom: Int) {
        for tick in scale.ticks {
            let x = "\(scale.x(tick.date))"
            svg.element(
                "line",
                [
                    "class": tick.isYear ? "tl-year" : "tl-grid", "x1": x, "x2": x, "y1": tick.isYear ? "12" : "44",
                    "y2": "\(bottom)", "stroke": tick.isYear ? "#8d9aa8" : "#d5dce3",
                ]
            )
            guard let month = tick.month, scale.x(tick.date) + 30 <= scale.right else { continue }
            text(labels["page.months.\(month)"], x: scale.x(tick.date) + 4, y: 40, "tl-muted", "#52606d")
        }
        for (year, x) in scale.years(width: 36) where x + 30 <= scale.right {
            text("\(year)", x: x + 4, y: 22, "tl-ink", "#1b2733", weight: "600")
        }
    }

    private mutating func draw(_ strategy: ComparedStrategy, _ number: Int, at y: Int) {
        if number.isMultiple(of: 2) {
            svg.element(
                "rect",
                [
                    "class": "tl-stripe", "x": "0", "y": "\(y)", "width": "\(Self.width)",
                    "height": "\(height(of: strategy))", "fill": "#f4f6f8", "fill-opacity": "0.7",
                ]
            )
        }
        let lag = strategy.lag.map { " · \(labels["plan.columns.lag"]): \($0)" } ?? ""
        let letter = String(UnicodeScalar(UInt8(65 + number % 26)))
        text("\(letter)  \(labels.words(for: strategy))\(lag)", x: 10, y: y + 18, "tl-ink", "#1b2733", weight: "600")
        for (index, country) in strategy.plan.countries.enumerated() {
            draw(country, isClosed: strategy.closed.contains(country.jurisdiction), at: y + 26 + index * Self.line)
        }
    }

    private mutating func draw(_ country: PlannedCountry, isClosed: Bool, at y: Int) {
        let route = country.advice.map { labels.words(for: $0.route) } ?? country.routeName.rawValue
        let name = "\(country.jurisdiction)\(isClosed ? " x" : "") \(route)"
        if let fitted = LetterWidth.fitted(name, size: 11, limit: scale.left - 22) {
            text(fitted, x: 14, y: y + 13, "tl-ink", "#1b2733")
        }
        guard let filed = country.filing.on else {
            text("?", x: scale.left + 4, y: y + 13, "tl-muted", "#52606d")
            return
        }
        // The wait before the filing is the applicant's, or the reference country's.
        bar(from: comparison.start, to: filed, y: y + 7, height: 3, "tl-nobody", "#7b8794", "")
        guard let market = country.market else {
            // Decided otherwise than by an approval that is in force, or not known.
            let words = country.actual?.outcome.map { labels["outcomes.\($0.rawValue)"] } ?? "?"
            text(words, x: scale.x(filed) + 4, y: y + 13, "tl-muted", "#52606d")
            return
        }
        bar(
            from: filed,
            to: market,
            y: y + 1,
            height: 15,
            country.standing == .proposal ? "tl-hub" : "tl-agency",
            country.standing == .proposal ? Tone.hub.fill : Tone.agency.fill,
            "\(country.jurisdiction): \(filed) – \(market)"
        )
        var end = scale.x(market)
        if let late = country.lastDay, late > market {
            bar(from: market, to: late, y: y + 1, height: 15, "tl-others", Tone.others.fill, "– \(late)")
            end = scale.x(late)
        }
        let days = market.dayNumber - comparison.start.dayNumber
        let label = country.isOnMarket ? "\(market) ✓" : "\(market) (\(days))"
        let needed = LetterWidth.of(label, size: 11) + 6
        let x = end + needed <= scale.right ? end + 6 : max(scale.left, scale.x(filed) - needed)
        text(label, x: x, y: y + 13, "tl-ink", "#1b2733")
    }

    private mutating func bar(
        from first: CivilDate,
        to last: CivilDate,
        y: Int,
        height: Int,
        _ name: String,
        _ fill: String,
        _ title: String
    ) {
        let (left, right) = (scale.x(first), scale.x(last))
        guard right > left else { return }
        svg.start(
            "rect",
            [
                "class": name, "x": "\(left)", "y": "\(y)", "width": "\(right - left)", "height": "\(height)",
                "rx": "2", "fill": fill,
            ]
        )
        if !title.isEmpty { svg.element("title", [:], text: title) }
        svg.end()
    }

    private mutating func drawLegend(at y: Int) {
        var x = 10
        let signs = [
            ("tl-nobody", "#7b8794", "plan.legend.waiting"), ("tl-agency", Tone.agency.fill, "plan.legend.review"),
            ("tl-hub", Tone.hub.fill, "plan.legend.proposal"), ("tl-others", Tone.others.fill, "plan.legend.late"),
        ]
        for (name, fill, key) in signs {
            let height = name == "tl-nobody" ? 3 : 14
            svg.element(
                "rect",
                [
                    "class": name, "x": "\(x)", "y": "\(y + (14 - height) / 2)", "width": "20", "height": "\(height)",
                    "rx": "2", "fill": fill,
                ]
            )
            text(labels[key], x: x + 25, y: y + 11, "tl-ink", "#1b2733")
            x += 25 + LetterWidth.of(labels[key], size: 11) + 24
        }
        text(labels["plan.unconfirmed"], x: 10, y: y + 34, "tl-muted", "#52606d")
    }

    private mutating func text(
        _ content: String,
        x: Int,
        y: Int,
        _ name: String,
        _ fill: String,
        weight: String = "400"
    ) {
        svg.element(
            "text",
            ["class": name, "x": "\(x)", "y": "\(y)", "font-weight": weight, "fill": fill],
            text: content
        )
    }
}

extension PlannedCountry {
    /// The last day of the range in which the decision is expected; none where it has been taken.
    fileprivate var lastDay: CivilDate? { actual?.isOver == true ? nil : time?.late }
}
