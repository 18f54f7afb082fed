import Engine
import Regulation
import Views

/// What the picture's textures and shapes mean; only those that it uses.
struct Legend {
    private enum Sign {
        case tone(Tone), granted, mark(Mark), due, partial, transcribed
    }

    private let entries: [(sign: Sign, text: String, x: Int, row: Int)]

    init(timeline: Timeline, labels: Labels, width: Int) {
        var signs: [(Sign, String)] = []
        let granted = timeline.lanes.flatMap { lane in lane.segments.filter(lane.isGranted) }
        let segments = timeline.lanes.flatMap { lane in lane.segments.filter { !lane.isGranted($0) } }
        let milestones = timeline.lanes.flatMap(\.milestones)
        for tone in Tone.allCases where segments.contains(where: { Tone($0.turn) == tone }) {
            signs.append((.tone(tone), labels[tone.labelKey]))
        }
        if !granted.isEmpty { signs.append((.granted, labels["page.legendGranted"])) }
        for mark in Mark.allCases where milestones.contains(where: { Mark($0.kind) == mark }) {
            signs.append((.mark(mark), labels[mark.labelKey]))
        }
        if timeline.lanes.contains(where: { !$0.row.isOver && $0.row.due != nil }) {
            signs.append((.due, labels["page.legendDue"]))
        }
        if milestones.contains(where: { !$0.on.isExact }) { signs.append((.partial, labels["page.legendPartial"])) }
        if milestones.contains(where: \.isTranscribed) {
            signs.append((.transcribed, labels["page.legendTranscribed"]))
        }
        var x = 10
        var row = 0
        entries = signs.map { sign, text in
            let needed = 26 + LetterWidth.of(text, size: 11) + 18
            if x + needed > width, x > 10 {
                x = 10
                row += 1
            }
            defer { x += needed }
            return (sign, text, x, row)
        }
    }

    var height: Int { ((entries.last?.row ?? 0) + 1) * 22 + 6 }

    func draw(in svg: inout SVGWriter, y: Int) {
        for entry in entries {
            let middle = y + entry.row * 22 + 8
            draw(entry.sign, in: &svg, x: entry.x, middle: middle)
            svg.element(
                "text",
                ["class": "tl-ink", "x": "\(entry.x + 25)", "y": "\(middle + 4)", "fill": "#1b2733"],
                text: entry.text
            )
        }
    }

    private func draw(_ sign: Sign, in svg: inout SVGWriter, x: Int, middle: Int) {
        switch sign {
        case .tone(let tone): drawBar("tl-\(tone.rawValue)", tone.fill, isThin: tone == .nobody, in: &svg, x, middle)
        case .granted: drawBar("tl-granted", Tone.granted, isThin: true, in: &svg, x, middle)
        case .mark(let mark): mark.draw(in: &svg, x: x + 10, y: middle)
        case .due:
            svg.element(
                "line",
                [
                    "class": "tl-due", "x1": "\(x + 10)", "x2": "\(x + 10)", "y1": "\(middle - 8)",
                    "y2": "\(middle + 8)", "stroke": "#8a4b00", "stroke-width": "2", "stroke-dasharray": "4 3",
                ]
            )
        case .partial:
            svg.element(
                "rect",
                [
                    "class": "tl-nobody", "x": "\(x)", "y": "\(middle - 4)", "width": "20", "height": "8", "rx": "4",
                    "fill": "#7b8794", "fill-opacity": "0.35",
                ]
            )
        case .transcribed: TimelineDrawing.drawRing(in: &svg, x: x + 10, y: middle)
        }
    }

    private func drawBar(
        _ name: String,
        _ fill: String,
        isThin: Bool,
        in svg: inout SVGWriter,
        _ x: Int,
        _ middle: Int
    ) {
        svg.element(
            "rect",
            [
                "class": name, "x": "\(x)", "y": "\(middle - (isThin ? 2 : 7))", "width": "20",
                "height": isThin ? "4" : "14", "rx": "2", "fill": fill,
            ]
        )
    }
}
