import Engine
import Regulation
import Views

extension TimelineDrawing {
    /// Every other lane on a ground of its own, and the days to come on another.
    mutating func drawGround() {
        for (index, lane) in lanes.enumerated() where index.isMultiple(of: 2) {
            svg.element(
                "rect",
                [
                    "class": "tl-stripe", "x": "0", "y": "\(lane.y)", "width": "\(Self.width)",
                    "height": "\(lane.height)", "fill": "#f4f6f8",
                ]
            )
        }
        let now = scale.x(today)
        guard now < scale.right else { return }
        svg.element(
            "rect",
            [
                "class": "tl-future", "x": "\(now)", "y": "\(Self.top)", "width": "\(scale.right - now)",
                "height": "\(bottom - Self.top)", "fill": "#e9eef4", "fill-opacity": "0.6",
            ]
        )
    }

    mutating func drawAxis() {
        for tick in scale.ticks {
            let x = "\(scale.x(tick.date))"
            svg.element(
                "line",
                [
                    "class": tick.isYear ? "tl-year" : "tl-grid", "x1": x, "x2": x,
                    "y1": tick.isYear ? "12" : "\(Self.top - 6)", "y2": "\(bottom)",
                    "stroke": tick.isYear ? "#8d9aa8" : "#d5dce3", "stroke-width": "1",
                ]
            )
            guard let month = tick.month, scale.x(tick.date) + 30 <= scale.right else { continue }
            svg.element(
                "text",
                ["class": "tl-muted", "x": "\(scale.x(tick.date) + 4)", "y": "40", "fill": "#52606d"],
                text: labels["page.months.\(month)"]
            )
        }
        var free = 0
        for (year, x) in scale.years(width: 36) where x >= free && x + 30 <= scale.right {
            svg.element(
                "text",
                ["class": "tl-ink", "x": "\(x + 4)", "y": "22", "font-weight": "600", "fill": "#1b2733"],
                text: "\(year)"
            )
            free = x + 36
        }
    }

    mutating func drawToday() {
        let x = scale.x(today)
        svg.element(
            "line",
            [
                "class": "tl-now", "x1": "\(x)", "x2": "\(x)", "y1": "\(Self.top - 4)", "y2": "\(bottom + 6)",
                "stroke": "#0b5cad", "stroke-width": "1.5",
            ]
        )
        let text = "\(labels["page.today"]) \(today)"
        let half = LetterWidth.of(text, size: 11) / 2
        svg.element(
            "text",
            [
                "class": "tl-now-text", "x": "\(min(max(x, half + 4), Self.width - half - 4))", "y": "\(bottom + 20)",
                "text-anchor": "middle", "font-weight": "600", "fill": "#0b5cad",
            ],
            text: text
        )
    }
}
