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
        let filing = submission.filings.first { $0.kind == .report && subject.filings.contains($0.number) }
        guard let filing else { return nil }
        let procedure = bound.procedure
        let states = procedure.statesKeptByReport.filter { subject.lastDue[$0] != nil }
        guard let state = states.last, let due = subject.lastDue[state], let rule = procedure.details[state]?.deadline,
            !subject.configuration.active.contains(state)
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
        let reports = effects.indices.filter { effects[$0] == .recordFiling(.report) }.map { Action.effect($0) }
        return chart.states.map(\.id).filter { state in
            guard let deadline = details[state]?.deadline, !deadline.isBeginning else { return false }
            return chart.transitions.contains { transition in
                transition.source == state && !transition.targets.isEmpty
                    && transition.actions.contains(where: reports.contains)
            }
        }
    }
}

extension Labels {
    /// `reported 15 Feb 2027, due by 11 Feb 2027 · late`.
    package func words(for report: ReportTiming) -> String {
        let day = words(for: PartialDate.day(report.due)) + (report.confidence == .unconfirmed ? "*" : "")
        return text("safety.reported", words(for: report.doneOn), day, self["verdict.\(report.verdict.rawValue)"])
    }
}
