import Engine
import Regulation
import Submissions
import Views

extension TimelineDrawing {
    mutating func draw(_ placed: PlacedLane) {
        let lane = placed.lane
        let y = placed.y + placed.marks.extraHeight
        svg.start("g")
        drawName(of: lane.row, at: placed.y)
        for segment in lane.segments { draw(segment, of: lane, at: y) }
        if !lane.row.isOver, let due = lane.row.due { draw(due: due, of: lane.row, at: y) }
        drawMilestones(placed.marks, at: y)
        svg.end()
    }

    private mutating func drawName(of row: StatusRow, at y: Int) {
        let lines = [
            (labels.laneName(row), 13, 20, "tl-ink", "#1b2733", "600"),
            (labels.authority(of: row), 11, 36, "tl-muted", "#52606d", "400"),
            (labels.route(of: row), 11, 51, "tl-muted", "#52606d", "400"),
        ]
        for (text, size, offset, name, fill, weight) in lines {
            guard let fitted = LetterWidth.fitted(text, size: size, limit: scale.left - 18) else { continue }
            svg.element(
                "text",
                [
                    "class": name, "x": "10", "y": "\(y + offset)", "font-size": "\(size)", "font-weight": weight,
                    "fill": fill,
                ],
                text: fitted
            )
        }
    }

    /// A bar over the days for which it is certain, paler where the first day is known only in part.
    private mutating func draw(_ segment: Timeline.Segment, of lane: Timeline.Lane, at y: Int) {
        let row = lane.row
        let look = (tone: Tone(segment.turn), isGranted: lane.isGranted(segment))
        let end = segment.to?.earliest ?? max(today, segment.from.latest)
        let title = title(of: segment, row)
        if !segment.from.isExact {
            let doubtful = (scale.x(segment.from.earliest), scale.x(segment.from.latest))
            bar(look, doubtful, y, title, opacity: "0.45")
        }
        let certain = (scale.x(segment.from.latest), scale.x(end))
        guard certain.1 > certain.0 else { return }
        bar(look, certain, y, title, opacity: "1")
        let text = labels.states(row, segment)
        guard let fitted = LetterWidth.fitted(text, size: 11, limit: certain.1 - certain.0 - 10) else { return }
        svg.element(
            "text",
            [
                "class": "tl-\(look.tone.rawValue)-text", "x": "\(certain.0 + 6)", "y": "\(y + 38)",
                "fill": look.tone.ink,
                "pointer-events": "none",
            ],
            text: fitted
        )
    }

    private mutating func bar(
        _ look: (tone: Tone, isGranted: Bool),
        _ place: (Int, Int),
        _ y: Int,
        _ title: String,
        opacity: String
    ) {
        let isThin = look.tone == .nobody
        svg.start(
            "rect",
            [
                "class": look.isGranted ? "tl-granted" : "tl-\(look.tone.rawValue)", "x": "\(place.0)",
                "y": "\(y + (isThin ? 43 : 24))", "width": "\(max(1, place.1 - place.0 - 1))",
                "height": isThin ? "4" : "21", "rx": "2", "fill": look.isGranted ? Tone.granted : look.tone.fill,
                "fill-opacity": opacity,
            ]
        )
        svg.element("title", [:], text: title)
        svg.end()
    }

    private func title(of segment: Timeline.Segment, _ row: StatusRow) -> String {
        let end = segment.to?.description ?? labels["page.lasting"]
        return "\(labels.laneName(row)): \(labels.states(row, segment)), \(labels.turn(of: segment.turn)), "
            + "\(segment.from) – \(end)"
    }

    private mutating func draw(due: DateBounds, of row: StatusRow, at y: Int) {
        let (name, color) = row.isOverdue ? ("tl-late", "#a3211f") : ("tl-due", "#8a4b00")
        let x = scale.x(due.latest)
        if !due.isExact {
            svg.element(
                "rect",
                [
                    "class": "\(name)-text", "x": "\(scale.x(due.earliest))", "y": "\(y + 24)",
                    "width": "\(max(1, x - scale.x(due.earliest)))", "height": "21", "fill": color,
                    "fill-opacity": "0.18",
                ]
            )
        }
        svg.element(
            "line",
            [
                "class": name, "x1": "\(x)", "x2": "\(x)", "y1": "\(y + 18)", "y2": "\(y + 49)", "stroke": color,
                "stroke-width": "2", "stroke-dasharray": "4 3",
            ]
        )
        let late = row.isOverdue ? "\(labels["page.overdue"]): " : ""
        let text = late + labels.text("clock.due", labels.words(for: due)) + (row.isDueDoubtful ? "*" : "")
        let half = LetterWidth.of(text, size: 11) / 2
        svg.element(
            "text",
            [
                "class": "\(name)-text", "x": "\(min(max(x, scale.left + half), scale.right - half))",
                "y": "\(y + 59)", "text-anchor": "middle", "fill": color,
            ],
            text: text
        )
    }
}

extension Timeline.Lane {
    /// Whether nobody's move it is then because the approval of the case is in force.
    func isGranted(_ segment: Timeline.Segment) -> Bool {
        Tone(segment.turn) == .nobody && row.approval?.standing == .inForce
    }
}
