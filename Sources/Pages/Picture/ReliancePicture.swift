import Engine
import Regulation
package import Views

/// Who accepts whose approval as an SVG matrix: rows accept, columns are accepted.
///
/// The picture stands alone, needs no script and no font, and is the same for the same rules.
package enum ReliancePicture {
    package static func svg(_ overview: RelianceOverview, labels: Labels) -> String {
        var drawing = RelianceDrawing(overview: overview, labels: labels)
        return drawing.draw()
    }
}

/// A picture while it is drawn; measures are units of the view box.
private struct RelianceDrawing {
    static let left = 190
    static let top = 92
    static let cell = 46
    static let line = 36
    static let accepted = "#1f7a54"

    let overview: RelianceOverview
    let labels: Labels
    var svg = SVGWriter()

    private var width: Int { max(720, Self.left + overview.references.count * Self.cell + 20) }
    private var bottom: Int { Self.top + overview.relying.count * Self.line }
    private var height: Int { bottom + (overview.independent.isEmpty ? 60 : 84) }

    mutating func draw() -> String {
        let heading = labels.text("jurisdiction.reliance.heading", overview.date.description)
        svg.startPicture("rl", heading, width: width, height: height, fontSize: 12, hasTones: false)
        text(heading, x: 14, y: 26, weight: "600")
        for (column, reference) in overview.references.enumerated() {
            let x = middle(of: column)
            text(reference.rawValue, x: x, y: Self.top - 26, weight: "600", anchor: "middle")
            text(
                "\(overview.count(accepting: reference))",
                x: x,
                y: Self.top - 10,
                "tl-muted",
                "#52606d",
                anchor: "middle"
            )
        }
        text(labels["jurisdiction.reliance.count"], x: 14, y: Self.top - 10, "tl-muted", "#52606d")
        for (row, jurisdiction) in overview.relying.enumerated() { draw(jurisdiction, row) }
        drawLegend()
        svg.end()
        return svg.text
    }

    private func middle(of column: Int) -> Int { Self.left + column * Self.cell + Self.cell / 2 }

    private mutating func draw(_ jurisdiction: Jurisdiction, _ row: Int) {
        let y = Self.top + row * Self.line
        if row.isMultiple(of: 2) {
            svg.element(
                "rect",
                [
                    "class": "tl-stripe", "x": "0", "y": "\(y)", "width": "\(width)", "height": "\(Self.line)",
                    "fill": "#f4f6f8", "fill-opacity": "0.7",
                ]
            )
        }
        let name = "\(jurisdiction.code) \(Names(of: [jurisdiction], in: labels.language)[jurisdiction.code])"
        if let fitted = LetterWidth.fitted(name, size: 12, limit: Self.left - 22) {
            text(fitted, x: 14, y: y + Self.line / 2 + 4)
        }
        for (column, reference) in overview.references.enumerated() {
            switch overview.standing(of: reference, in: jurisdiction.code) {
            case .no: break
            case .accepted(let rule): draw(rule, of: reference, x: middle(of: column), y: y + 13, isLater: false)
            case .later(let rule): draw(rule, of: reference, x: middle(of: column), y: y + 13, isLater: true)
            }
        }
    }

    /// A disc, hollow where it is not confirmed, dashed where it begins later; under it the year from which it holds.
    private mutating func draw(_ rule: RelianceRule, of reference: JurisdictionCode, x: Int, y: Int, isLater: Bool) {
        let isConfirmed = rule.isConfirmed(on: overview.date) && !isLater
        svg.start("g")
        let from = rule.window.from?.description ?? "?"
        svg.element(
            "title",
            [:],
            text: "\(rule.jurisdiction) ← \(reference): \(labels.words(for: rule.route)) (\(from))"
        )
        disc(x: x, y: y, isFilled: isConfirmed, isDashed: isLater)
        if rule.needed > 1 {
            text(
                "\(rule.needed)",
                x: x,
                y: y + 4,
                "tl-due-text",
                isConfirmed ? "#ffffff" : "#1b2733",
                size: 11,
                anchor: "middle"
            )
        }
        if let year = rule.window.from?.year {
            text("\(year)", x: x, y: y + 20, "tl-muted", "#52606d", size: 10, anchor: "middle")
        }
        svg.end()
    }

    private mutating func disc(x: Int, y: Int, isFilled: Bool, isDashed: Bool) {
        svg.element(
            "circle",
            [
                "class": isFilled ? "tl-granted" : "tl-hollow", "cx": "\(x)", "cy": "\(y)", "r": "8",
                "fill": isFilled ? Self.accepted : "#ffffff", "stroke": Self.accepted, "stroke-width": "2",
                "stroke-dasharray": isDashed ? "3 3" : "none",
            ]
        )
    }

    private mutating func drawLegend() {
        let y = bottom + 26
        var x = 20
        let signs: [(key: String, isFilled: Bool, isDashed: Bool)] = [
            ("confirmed", true, false), ("unconfirmed", false, false), ("later", false, true),
        ]
        for sign in signs {
            let words = labels["jurisdiction.reliance.\(sign.key)"]
            disc(x: x, y: y, isFilled: sign.isFilled, isDashed: sign.isDashed)
            text(words, x: x + 16, y: y + 4)
            x += 16 + LetterWidth.of(words, size: 12) + 34
        }
        guard !overview.independent.isEmpty else { return }
        let codes = overview.independent.map(\.code.rawValue).joined(separator: ", ")
        text(labels.text("jurisdiction.reliance.independent", codes), x: 12, y: y + 28, "tl-muted", "#52606d")
    }

    private mutating func text(
        _ content: String,
        x: Int,
        y: Int,
        _ style: String = "tl-ink",
        _ fill: String = "#1b2733",
        size: Int = 12,
        weight: String = "400",
        anchor: String = "start"
    ) {
        svg.element(
            "text",
            [
                "class": style, "x": "\(x)", "y": "\(y)", "fill": fill, "font-size": "\(size)", "font-weight": weight,
                "text-anchor": anchor,
            ],
            text: content
        )
    }
}
