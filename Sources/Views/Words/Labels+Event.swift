import Engine
import Regulation
package import Submissions

extension Labels {
    /// What happened, in one line.
    package func words(for entry: HistoryEntry) -> String {
        words(for: entry.record.event, of: entry.procedure, route: entry.routeNames)
    }

    /// As ``words(for:)``, of an event alone; `names` are those of the route of a case that it opened.
    package func words(
        for event: SubmissionEvent,
        of procedure: ProcedureID?,
        route names: [String: String] = [:]
    ) -> String {
        let process = procedure ?? ProcedureID("")
        switch event {
        case .opened: return self["events.opened"]
        case .amended: return self["events.amended"]
        case .dossierFiled(let filed):
            let countries = filed.targets.map(\.rawValue).joined(separator: ", ")
            return text("events.dossierFiled", "\(filed.filing.number)", countries)
        case .caseOpened(let opened): return text("events.caseOpened", name(of: opened.route, own: names))
        case .caseAdvanced(let advanced):
            switch advanced.cause {
            case .action(let action): return text(ifAny: "actions.\(process).\(action)") ?? action.rawValue
            case .lateAction(let action, let before):
                let words = text(ifAny: "actions.\(process).\(action)") ?? action.rawValue
                return text("events.lateAction", words, "\(before)")
            case .correction(let event): return text("events.correction", "\(event)")
            case .message(let message, let sender):
                return text("events.message", self["messages.\(message)"], sender.rawValue)
            case .deadline(let state, let due):
                return text("events.deadline", self["states.\(process).\(state)"], due.description)
            case .condition:
                let isCounted = advanced.outcome.changes.contains {
                    if case .deadlineArmed = $0 { true } else { false }
                }
                let moved = advanced.outcome.microsteps.isEmpty && isCounted
                return self[moved ? "events.countedAnew" : "events.condition"]
            }
        case .messageIgnored(let ignored):
            return text("events.messageIgnored", self["messages.\(ignored.message)"], ignored.from.rawValue)
        case .corrected(let corrected):
            let changes =
                corrected.fields.map { change in
                    "\(name(ofCorrected: change.field)): \(change.old.map(words) ?? "–") → \(words(for: change.new))"
                } + (corrected.newDate.map { ["\(corrected.oldDate?.description ?? "–") → \($0)"] } ?? [])
            return text("events.corrected", "\(corrected.event)", changes.joined(separator: ", "))
        case .actionReversed(let reversed): return text("events.actionReversed", "\(reversed.event)")
        case .rulesRebound: return self["events.rulesRebound"]
        case .letterConfirmed(let confirmed): return text("events.letterConfirmed", "\(confirmed.event)")
        case .letterDisputed(let disputed): return text("events.letterDisputed", "\(disputed.event)")
        case .approvalFlagged(let flagged): return words(for: flagged.flag)
        }
    }

    /// A value in clear, or what stands for a text that only its commitment shows here.
    package func words(for value: FieldValue) -> String {
        switch value {
        case .text: self["events.text"]
        case .code(let text): text
        case .choice(let choice): text(ifAny: "choices.\(choice)") ?? choice
        case .date(let date): date.description
        case .integer(let number): "\(number)"
        case .flag(let flag): self["valueChoices.\(flag ? "yes" : "no")"]
        case .claims(let claims): claims.map(\.rawValue).joined(separator: ", ")
        case .jurisdictions(let codes): codes.map(\.rawValue).joined(separator: ", ")
        case .questions(let drafts): "\(drafts.count)"
        case .answers(let drafts): drafts.map(\.question.rawValue).joined(separator: ", ")
        case .conditions(let conditions): "\(conditions.count)"
        case .money(let money): money.description
        }
    }
}
