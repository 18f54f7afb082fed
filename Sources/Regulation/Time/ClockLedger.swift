/// The ledger of one review clock: who held the case from when.
///
/// Marks are kept in the order in which they were added, and that order holds: a mark dated before the one ahead of it
/// counts as of that one's day.
package struct ClockLedger: Hashable, Sendable {
    package enum MarkKind: Hashable, Codable, Sendable {
        /// The clock starts, or starts anew; what lies before no longer counts.
        case started(by: ClockSide)
        /// The case passes to the side; without meaning while the clock does not run.
        case held(by: ClockSide)
        /// The clock stops for good; without meaning while it does not run.
        case stopped
    }

    package struct Mark: Hashable, Codable, Sendable {
        package let kind: MarkKind
        package let on: PartialDate

        package init(kind: MarkKind, on date: PartialDate) {
            self.kind = kind
            on = date
        }
    }

    package let rule: ClockRule
    package private(set) var marks: [Mark]

    package init(rule: ClockRule, marks: [Mark] = []) {
        self.rule = rule
        self.marks = marks
    }

    package mutating func add(_ mark: Mark) {
        marks.append(mark)
    }

    /// Whether the clock has started and not stopped; a clock that waits for the applicant runs too.
    package var isRunning: Bool { side != nil }

    /// Who has the case now; nil when the clock has not started or has stopped.
    package var side: ClockSide? {
        switch currentRun.last?.kind {
        case .started(let side), .held(let side): side
        case .stopped, nil: nil
        }
    }

    /// The date of the last mark, whatever it was.
    package var lastMarkedOn: PartialDate? { marks.last?.on }

    /// The marks from the last start to the stop after it.
    var currentRun: ArraySlice<Mark> {
        let start = marks.lastIndex { mark in
            if case .started = mark.kind { true } else { false }
        }
        guard let start else { return [] }
        let run = marks[start...]
        guard let stop = run.firstIndex(where: { $0.kind == .stopped }) else { return run }
        return run[...stop]
    }
}
