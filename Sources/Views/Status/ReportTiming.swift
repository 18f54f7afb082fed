import Engine
package import Regulation
import Statecharts
package import Submissions

/// When what a procedure wanted reported by a day was reported, and whether that was in time.
///
/// A report that was late stays late: nothing that is done afterwards makes it one in time.
package struct ReportTiming: Hashable, Sendable {
    /// The last day on which it was in time, the latest where that is known only in part.
    package let due: CivilDate
    package let doneOn: PartialDate
    package let verdict: Verdict
    /// No surer than the rule from which the day follows.
    package let confidence: Confidence

    /// Nothing while nothing was reported, or where no day was set for it.
    package init?(of subject: Case, in submission: Submission, _ bound: BoundCase) {
        let reports = submission.filings.filter { $0.kind == .report && subject.filings.contains($0.number) }
        let procedure = bound.procedure
        let states = procedure.statesKeptByReport.filter { subject.lastDue[$0] != nil }
        guard let state = states.last, let due = subject.lastDue[state], let rule = procedure.details[state]?.deadline,
            !subject.configuration.active.contains(state),
            // What follows a report is no other; where reports come before it, or it may be asked for again, the last is it.
            let filing = procedure.takesSeveralReports(in: state) ? reports.last : reports.first
        else { return nil }
        let (variable, period): (VariableName?, String?) =
            switch rule.due {
            case .variable(let variable): (variable, nil)
            case .period(let period): (nil, period)
            case .variablePlus(let variable, let period), .variableElse(let variable, let period): (variable, period)
            }
        let start = variable.flatMap { subject.variables[$0] }.flatMap { PartialDate($0) }
        let deviceClass = submission.opened.classes[subject.jurisdiction]
        let counted = period.flatMap { bound.period($0, .empty, subject.variables, deviceClass) }
        self.due = due
        doneOn = filing.filedOn
        confidence = counted?.confidence ?? .confirmed
        // Of a day that follows from a date known only in part, the first that it can be is not kept.
        verdict =
            if filing.filedOn.earliest > due {
                .missed
            } else if filing.filedOn.latest <= due,
                start?.isExact ?? true
            { .met } else { .undetermined }
    }
}

extension Procedure {
    /// States with a last day that are left by reporting.
    fileprivate var statesKeptByReport: [StateID] {
        let reported = reporting
        return chart.states.map(\.id).filter { state in
            guard let deadline = details[state]?.deadline, !deadline.isBeginning else { return false }
            return reported.contains { $0.source == state && !$0.targets.isEmpty }
        }
    }

    /// Whether a report leaves the state as it is, or what a report led to leads back to it.
    func takesSeveralReports(in state: StateID) -> Bool {
        let own = reporting.filter { $0.source == state }
        let next = Set(own.flatMap(\.targets))
        return own.contains(where: \.targets.isEmpty)
            || chart.transitions.contains { next.contains($0.source) && $0.targets.contains(state) }
    }

    /// The transitions with which a report is filed.
    private var reporting: [Statechart.Transition] {
        let reports = effects.indices.filter { effects[$0] == .recordFiling(.report) }.map { Action.effect($0) }
        return chart.transitions.filter { $0.actions.contains(where: reports.contains) }
    }
}

extension Labels {
    /// `reported 15 Feb 2027, due by 11 Feb 2027 · late`.
    package func words(for report: ReportTiming) -> String {
        let day = words(for: PartialDate.day(report.due)) + (report.confidence == .unconfirmed ? "*" : "")
        return text("safety.reported", words(for: report.doneOn), day, self["verdict.\(report.verdict.rawValue)"])
    }
}
