import Engine
import Regulation
import Views

/// What the review clock of a row says in words and as a share of its limit.
struct ClockText {
    let main: String
    /// In hundredths of the limit, at most; nil where there is no limit or nothing runs.
    let share: Int?
    let remarks: [String]

    init(_ row: StatusRow, _ labels: Labels) {
        guard let clock = row.clock else {
            (main, share, remarks) = ("–", nil, [])
            return
        }
        let unit = labels["units.short.\(clock.unit.rawValue)"]
        guard clock.startedOn != nil else {
            (main, share, remarks) = (labels["clock.notStarted"], nil, [])
            return
        }
        let mark = row.isLimitUnconfirmed ? "*" : ""
        let used = labels.words(for: clock.counted)
        main = clock.limit.map { "\(used) / \($0)\(mark) \(unit)" } ?? "\(used) \(unit)"
        share = clock.limit.flatMap { limit in
            // Rounded up, so that a limit passed by little is above its hundredth too.
            limit == 0 ? nil : (max(0, clock.counted.upper.parts) * 100 - 1) / (limit * Amount.partsPerUnit) + 1
        }
        remarks = Self.remarks(on: clock, unit, labels)
    }

    private static func remarks(on clock: ClockReading, _ unit: String, _ labels: Labels) -> [String] {
        var remarks: [String] = []
        if clock.limit == nil { remarks.append(labels["clock.noLimit"]) }
        if clock.isSuspended {
            remarks.append(labels["clock.suspended"])
        } else if let stopped = clock.stoppedOn {
            remarks.append(labels.text("clock.stopped", labels.words(for: stopped)))
            remarks += [clock.verdict.map { labels.words(for: $0) }].compactMap(\.self)
        } else if let remaining = clock.remaining {
            let isOver = remaining.upper < .zero
            let amount =
                isOver ? AmountBounds(lower: .zero - remaining.upper, upper: .zero - remaining.lower) : remaining
            remarks.append(labels.text(isOver ? "clock.exceeded" : "clock.remaining", labels.words(for: amount), unit))
        }
        if clock.applicantHeld.upper > .zero {
            remarks.append("\(labels["columns.applicantHeld"]): \(labels.words(for: clock.applicantHeld)) \(unit)")
        }
        return remarks
    }
}

extension Labels {
    func words(for verdict: Verdict) -> String {
        switch verdict {
        case .met: self["verdict.met"]
        case .missed: self["verdict.missed"]
        case .undetermined: self["verdict.undetermined"]
        }
    }

    func words(for amount: AmountBounds) -> String {
        amount.isExact
            ? amount.lower.description
            : text("clock.between", amount.lower.description, amount.upper.description)
    }
}
