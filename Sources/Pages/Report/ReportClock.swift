import Regulation
import Submissions
import Views

/// A clock: what it shows, and which side held it from when to when.
struct ReportClock: TemplateModel {
    struct Interval: TemplateModel {
        let begins: String
        let ends: String?
        let side: String
        let event: Int?
    }

    let title: String
    let isProposal: Bool
    let limit: ReportFigure
    let agencyHeld: String
    let applicantHeld: String
    let due: ReportFigure?
    let verdict: String?
    let unconfirmedYears: String?
    let intervals: [Interval]

    init(_ clock: SubmissionEvidence.Clock, _ source: ReportSource) {
        let (labels, reading) = (source.labels, clock.reading)
        let unit = labels["units.\(reading.unit.rawValue)"]
        let isUnconfirmed = reading.rule.confidence == .unconfirmed
        title = "\(source.name)/\(clock.name.rawValue) – \(labels["clocks.\(clock.clock)"])"
        isProposal = source.isProposal(clock.name)
        limit =
            reading.limit.map { limit in
                let counts = labels["counts.\(reading.rule.counts.rawValue)"]
                return ReportFigure(text: "\(limit) \(unit), \(counts)", isUnconfirmed: isUnconfirmed)
            } ?? ReportFigure(text: labels["clock.noLimit"], isUnconfirmed: false)
        agencyHeld = "\(reading.agencyHeld) \(unit)"
        applicantHeld = "\(reading.applicantHeld) \(unit)"
        due = reading.due.map { ReportFigure(text: labels.words(for: $0), isUnconfirmed: isUnconfirmed) }
        verdict = reading.verdict.map { labels.words(for: $0) }
        let years = reading.unconfirmedYears.map(String.init).joined(separator: ", ")
        unconfirmedYears = years.ifAny.map { labels.text("clock.unconfirmedYears", $0) }
        intervals = Self.intervals(clock, labels)
    }

    private static func intervals(_ clock: SubmissionEvidence.Clock, _ labels: Labels) -> [Interval] {
        let marks = clock.course.marks
        return marks.indices.map { index in
            let mark = marks[index]
            let next = marks.indices.contains(index + 1) ? marks[index + 1].on.description : labels["report.ongoing"]
            return Interval(
                begins: mark.on.description,
                ends: mark.kind == .stopped ? nil : next,
                side: side(mark.kind, labels),
                event: clock.course.events.indices.contains(index) ? clock.course.events[index] : nil
            )
        }
    }

    private static func side(_ kind: ClockLedger.MarkKind, _ labels: Labels) -> String {
        switch kind {
        case .started(let side): labels.text("report.started", labels["sides.\(side.rawValue)"])
        case .held(let side): labels["sides.\(side.rawValue)"]
        case .stopped: labels["report.stopped"]
        }
    }
}
