import Engine
import Regulation
import Submissions
import Views

extension Report {
    /// Every clock: what it shows, and who held the case from when to when.
    var clocks: HTML {
        let parts = evidence.clocks.map { clock -> HTML in
            """
            <article class="clock">
            <h3>\(name)/\(clock.name.rawValue) – \(labels["clocks.\(clock.clock)"])\(proposalMark(clock.name))</h3>
            \(figures(clock))\(intervals(clock))</article>

            """
        }
        let note: HTML = "<p><small>\(labels["page.targetNote"])</small></p>\n"
        return .section(
            "clocks",
            labels["report.clocks"],
            parts.isEmpty ? "<p>\(labels["page.none"])</p>\n" : note + parts.joined()
        )
    }

    private func figures(_ clock: SubmissionEvidence.Clock) -> HTML {
        let reading = clock.reading
        let unit = labels["units.\(reading.unit.rawValue)"]
        let limit: HTML =
            if let limit = reading.limit {
                "\(limit) \(unit), \(labels["counts.\(reading.rule.counts.rawValue)"])"
                    + unconfirmedMark(reading.rule.confidence == .unconfirmed)
            } else {
                HTML(text: labels["clock.noLimit"])
            }
        let due = reading.due.map {
            HTML(text: $0.description) + unconfirmedMark(reading.rule.confidence == .unconfirmed)
        }
        let years = reading.unconfirmedYears.map(String.init).joined(separator: ", ")
        return .list([
            (labels["columns.limit"], limit),
            (labels["columns.agencyHeld"], HTML(text: "\(reading.agencyHeld) \(unit)")),
            (labels["columns.applicantHeld"], HTML(text: "\(reading.applicantHeld) \(unit)")),
            (labels["columns.due"], due ?? .empty),
            (labels["report.verdict"], HTML(text: reading.verdict.map { labels["verdict.\($0.word)"] } ?? "")),
            (
                labels["confidence.unconfirmed"],
                years.isEmpty ? .empty : HTML(text: labels.text("clock.unconfirmedYears", years))
            ),
        ])
    }

    private func intervals(_ clock: SubmissionEvidence.Clock) -> HTML {
        let marks = clock.course.marks
        let rows = marks.indices.map { index -> [HTML] in
            let mark = marks[index]
            let isLast = index == marks.index(before: marks.endIndex)
            let end: HTML =
                switch mark.kind {
                case .stopped: .empty
                case .started, .held:
                    HTML(text: isLast ? labels["report.ongoing"] : marks[index + 1].on.description)
                }
            return [
                HTML(text: mark.on.description), end, HTML(text: holder(mark.kind)),
                clock.course.events.indices.contains(index) ? reference(clock.course.events[index]) : .empty,
            ]
        }
        let columns = [
            labels["report.begins"], labels["report.ends"], labels["report.heldBy"], labels["columns.event"],
        ]
        return .table(columns, rows, ifEmpty: labels["clock.notStarted"])
    }

    private func holder(_ kind: ClockLedger.MarkKind) -> String {
        switch kind {
        case .started(let holder): labels.text("report.started", labels["holders.\(holder.rawValue)"])
        case .held(let holder): labels["holders.\(holder.rawValue)"]
        case .stopped: labels["report.stopped"]
        }
    }
}

extension Verdict {
    fileprivate var word: String {
        switch self {
        case .met: "met"
        case .missed: "missed"
        case .undetermined: "undetermined"
        }
    }
}
