import Regulation
import Statecharts

extension CaseHost {
    // MARK: - Clocks

    func clockChanges(of effect: Effect) throws(Refusal) -> [Change] {
        switch effect {
        case .startClock(let name, let step):
            guard let clock = route?.clock(name), clock.starts == step else { return [] }
            guard subject?.clocks[name]?.ledger.isRunning != true else { return [] }
            return [.clockStarted(name, clock.rule)]
        case .holdClock(let name, let side):
            guard try isRunning(name) else { return [] }
            return [.clockHeld(name, by: side)]
        case .resumeClock(let name):
            guard try isRunning(name) else { return [] }
            return [.clockHeld(name, by: .agency)]
        case .stopClock(let name):
            guard try isRunning(name) else { return [] }
            return [.clockStopped(name)]
        default: return []
        }
    }

    /// Whether the clock runs.
    ///
    /// A mark dated before one that a person made would count time twice, so it is refused. One dated before a mark that
    /// a deadline made is not: an answer given in time but recorded late undoes the deadline, and counts from its day.
    /// Nor is one that a deadline makes itself, whatever command it was that found it passed.
    private func isRunning(_ name: ClockName) throws(Refusal) -> Bool {
        guard let clock = subject?.clocks[name], clock.ledger.isRunning else { return false }
        if context.actor.capacity.isOfAPerson, let last = clock.ledger.lastMarkedOn, occurredOn.latest < last.earliest,
            let event = clock.events.last, try isOfAPerson(event)
        {
            throw .beforeClock(occurredOn, name, last: last)
        }
        return true
    }

    private func isOfAPerson(_ event: Int) throws(Refusal) -> Bool {
        if let retaking { return retaking.personal.contains(event) }
        return try context.rulebook.event(event).flatMap(submission.recording) != nil
    }

    // MARK: - Questions

    func questionChanges(of effect: Effect) throws(Refusal) -> [Change] {
        switch effect {
        case .proposeQuestions(let field):
            return [.questionsAdded(questions(payload.questions(field), status: .proposed, due: nil))]
        case .issueQuestions(let field, let dueField):
            let drafts = payload.questions(field)
            let due = dueField.flatMap { payload.date($0) }
            let known = Set(proposals.map(\.id))
            for id in drafts.flatMap(\.standsFor) where !known.contains(id) {
                throw .unknownQuestion(id, open: known.sorted())
            }
            let issued = questions(drafts, status: .issued, due: due)
            var changes: [Change] = [.questionsAdded(issued)]
            // A proposal that no question names stays before the hub, until a later list names it or it is declined.
            if submission.isHub(name) {
                var merged: Set<QuestionID> = []
                for (draft, question) in zip(drafts, issued) {
                    for id in draft.standsFor where merged.insert(id).inserted {
                        changes.append(.questionMerged(id, into: question.id))
                    }
                }
            }
            if let dueField { changes.append(.variableSet(VariableName(dueField.rawValue), due?.description)) }
            return changes
        case .declineQuestion(let field):
            let proposed = proposals.map(\.id)
            guard let id = payload.code(field).map(QuestionID.init(_:)), proposed.contains(id) else {
                throw .unknownQuestion(QuestionID(payload.code(field) ?? ""), open: proposed)
            }
            guard let reason = payload.text("reason") else { return [] }
            return [.questionDeclined(id, reason: reason)]
        case .answerQuestions(let field):
            // Those of a hub are its own.
            let open = submission.openQuestions(of: name).map(\.id)
            return try payload.answers(field).map { answer throws(Refusal) in
                guard open.contains(answer.question) else { throw .unknownQuestion(answer.question, open: open) }
                return .questionAnswered(answer.question, answer.text)
            } + documentation(of: payload.answers(field).map(\.question))
        default: return []
        }
    }

    /// The documents that came with answers, kept with each question they answer.
    private func documentation(of questions: [QuestionID]) -> [Change] {
        guard !payload.documents.isEmpty else { return [] }
        return questions.map { .answerDocumented($0, payload.documents.map(\.digest)) }
    }

    /// What was proposed and is still to be taken up or declined; to a hub only by its own members.
    private var proposals: [Question] {
        submission.questions.filter { question in
            guard question.status == .proposed else { return false }
            return !submission.isHub(name) || submission[question.origin]?.bundle == name
        }
    }

    private func questions(_ drafts: [QuestionDraft], status: Question.Status, due: PartialDate?) -> [Question] {
        drafts.enumerated().map { offset, draft in
            Question(
                id: QuestionID("q-\(submission.questions.count + offset + 1)"),
                origin: name,
                scope: draft.scope,
                heading: draft.heading,
                text: draft.text,
                status: status,
                due: due,
                priority: draft.priority,
                owner: draft.owner,
                follows: draft.follows
            )
        }
    }

    // MARK: - Decisions and approvals

    func decisionChanges(of effect: Effect) throws(Refusal) -> [Change] {
        let claims = payload.claims("claims") ?? []
        switch effect {
        case .recordDecision(let outcome):
            let decision = Decision(
                outcome: outcome,
                on: occurredOn,
                claims: claims,
                number: payload.code("number"),
                conditions: payload.conditions("conditions"),
                reason: payload.text("reason")
            )
            return [.decided(decision)] + conditionObligations(decision.conditions)
        case .grantApproval(let basis, let stage):
            return [.approvalGranted(try approval(basis, stage: stage, claims: claims))]
        case .amendApproval(let stage):
            guard let held = submission.approval(of: name) else { throw .noApproval(name) }
            return [
                .approvalAmended(
                    held.id,
                    claims: claims,
                    stage: stage ?? held.stage,
                    number: payload.code("number"),
                    conditions: payload.conditions("conditions")
                )
            ]
        case .changeApproval(let standing):
            guard let held = submission.concernedApproval(of: name) else { throw .noApproval(name) }
            guard held.standing != standing else { return [] }
            guard held.may(become: standing) else {
                // What the law's clock would end has ended already.
                guard context.actor.capacity.isOfAPerson else { return [] }
                throw .approvalEnded(held.id, held.standing)
            }
            // A date that the approval no longer has, because it was renewed elsewhere, ends nothing.
            if standing == .lapsed, let until = held.validUntil, until.latest > occurredOn.latest { return [] }
            return [.approvalStandingChanged(held.id, standing)]
        default: return []
        }
    }

    /// The version of the dossier on which the case is judged: what was declared later was never filed for it.
    private var filedVersion: String {
        let filed = subject?.filings.last { number in
            submission.filings.first { $0.number == number }.map {
                [.initial, .fallback, .application].contains($0.kind)
            }
                ?? false
        }
        return filed.flatMap { submission.filedVersions[$0] } ?? submission.opened.productVersion
    }

    private func approval(
        _ basis: Approval.Basis,
        stage: Int?,
        claims: [ClaimID]
    ) throws(Refusal) -> Approval {
        let id = submission.approvalID(of: name)
        var references: [Approval.Reference] = []
        if basis == .abridged || basis == .recognition {
            references = self.references
            if references.isEmpty { throw .unmet("approve", [.referenceApproved]) }
        }
        return Approval(
            id: id,
            product: submission.opened.product,
            productVersion: filedVersion,
            jurisdiction: rules.code,
            basis: basis,
            stage: stage,
            claims: claims,
            number: payload.code("number"),
            grantedOn: occurredOn,
            validUntil: payload.date("validUntil"),
            conditions: payload.conditions("conditions"),
            dependsOn: references
        )
    }
}
