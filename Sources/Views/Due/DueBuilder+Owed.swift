import Engine
import Regulation
import Submissions

// What the applicant owes: answers, and what decisions ask of the holder.
extension DueBuilder {
    /// One item for the questions of a case that are due together.
    var questionItems: [DueItem] {
        struct Key: Hashable {
            let origin: CaseName
            let scope: JurisdictionCode?
            let due: PartialDate
        }
        let dated = submission.questions.compactMap { question in
            question.due.map { (Key(origin: question.origin, scope: question.scope, due: $0), question) }
        }
        let groups = Dictionary(grouping: dated) { $0.0 }.mapValues { $0.map(\.1) }
        return dated.map(\.0).uniqued().compactMap { key in
            let together = groups[key] ?? []
            let open = together.filter { $0.status == .issued }
            guard let first = together.first, !open.isEmpty,
                let subject = running.first(where: { $0.name == key.origin })
            else { return nil }
            return item(
                .question,
                .questions(open.map(\.id), first: first.id),
                on: DateBounds(key.due),
                of: key.origin,
                in: key.scope ?? subject.jurisdiction,
                today: today(in: rules.bound[subject.pins]?.rules),
                text: open.compactMap { texts[$0.text] }.joined(separator: " · ").nonEmpty
            )
        }
    }

    var obligationItems: [DueItem] {
        openObligations.compactMap { open in
            guard let due = open.obligation.due else { return nil }
            let obligation = open.obligation
            return item(
                obligation.kind == .retention ? .retention : .obligation,
                .obligation(obligation.id, obligation.kind),
                on: DateBounds(due),
                of: obligation.name,
                in: open.jurisdiction,
                today: today(of: obligation),
                text: open.text
            )
        }
    }

    /// What the holder still owes, with and without a date, in the order in which it was imposed.
    var openObligations: [OpenObligation] {
        submission.obligations.compactMap { obligation in
            guard obligation.standing == .open, let subject = submission[obligation.name] else { return nil }
            return OpenObligation(
                submission: submission.name,
                jurisdiction: subject.jurisdiction,
                obligation: obligation,
                text: obligation.text.flatMap { texts[$0] },
                isOverdue: obligation.due.map { $0.latest < today(of: obligation) } ?? false
            )
        }
    }

    private func today(of obligation: Obligation) -> CivilDate {
        today(in: submission[obligation.name].flatMap { rules.bound[$0.pins]?.rules })
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
