import Regulation
import Statecharts

extension Excerpt {
    /// The event as the reader sees it; nil where it is not shown.
    package func of(_ record: EventRecord) -> EventRecord? {
        guard let event = of(record.event) else { return nil }
        let isWhole = isApplicants || record.event.subject.map(showsWhole) ?? true
        return EventRecord(
            number: record.number,
            occurredOn: record.occurredOn,
            within: record.within,
            recordedAt: record.recordedAt,
            recordedBy: isWhole ? record.recordedBy : record.recordedBy.unnamed,
            onBehalfOf: record.onBehalfOf,
            event: event
        )
    }

    private func of(_ event: SubmissionEvent) -> SubmissionEvent? {
        switch event {
        case .opened(let opened): return .opened(of(opened))
        case .amended(let opened): return .amended(of(opened))
        case .dossierFiled(let filed): return of(filed).map { .dossierFiled($0) }
        case .caseOpened(let opened):
            guard let depth = cases[opened.name] else { return nil }
            return .caseOpened(opened.showing(outcome(opened.outcome, depth)))
        case .caseAdvanced(let advanced):
            guard let depth = cases[advanced.name] else { return nil }
            return .caseAdvanced(
                CaseAdvanced(
                    name: advanced.name,
                    cause: advanced.cause,
                    payload: payload(of: advanced, depth),
                    outcome: outcome(advanced.outcome, depth)
                )
            )
        case .messageIgnored(let ignored): return shows(ignored.name) && shows(ignored.from) ? event : nil
        case .corrected(let corrected): return showsWhole(corrected.name) ? event : nil
        case .actionReversed(let reversed): return showsWhole(reversed.name) ? event : nil
        case .rulesRebound(let rebound): return showsWhole(rebound.name) ? event : nil
        case .letterConfirmed(let confirmed): return showsWhole(confirmed.name) ? event : nil
        case .letterDisputed(let disputed): return showsWhole(disputed.name) ? event : nil
        case .approvalFlagged:
            return isApplicants || event.subject.map(showsWhole) ?? false ? event : nil
        }
    }

    private func of(_ filed: DossierFiled) -> DossierFiled? {
        guard !isApplicants else { return filed }
        let targets = filed.targets.filter(countries.contains)
        guard !targets.isEmpty else { return nil }
        return DossierFiled(filing: filed.filing, entries: filed.entries, targets: targets)
    }

    /// What was handed in: of a case in outline, and where it was about questions that are not shown, only the words of those that are.
    private func payload(of advanced: CaseAdvanced, _ depth: Depth) -> Payload {
        if depth == .whole, !touchesHidden(advanced.outcome.changes) { return advanced.payload }
        return Payload(fields: advanced.payload.fields.compactMapValues(words(of:)))
    }

    /// What of a value are words of questions that are shown, or of their answers.
    private func words(of value: FieldValue) -> FieldValue? {
        switch value {
        case .text(let text): return texts.contains(text) ? value : nil
        case .questions(let drafts):
            let shown = drafts.filter { texts.contains($0.text) }.map { $0.standing(for: questions) }
            return shown.isEmpty ? nil : .questions(shown)
        case .answers(let drafts):
            let shown = drafts.filter { texts.contains($0.text) }
            return shown.isEmpty ? nil : .answers(shown)
        case .code, .date, .integer, .flag, .claims, .jurisdictions, .conditions, .choice, .money: return nil
        }
    }

    private func outcome(_ outcome: StepOutcome, _ depth: Depth) -> StepOutcome {
        StepOutcome(
            microsteps: outcome.microsteps,
            changes: outcome.changes.compactMap { depth == .whole ? of($0) : outline(of: $0) },
            isOver: outcome.isOver
        )
    }

    /// Whether the step was about questions that the reader does not see, whose words its payload holds.
    private func touchesHidden(_ changes: [Change]) -> Bool {
        changes.contains { change in
            switch change {
            case .questionsAdded(let added): added.contains { !questions.contains($0.id) }
            case .questionsConsolidated(let ids): ids.contains { !questions.contains($0) }
            case .questionMerged(let id, into: _), .questionDeclined(let id, reason: _): !questions.contains(id)
            default: false
            }
        }
    }

    /// A change in a case of which everything is shown.
    private func of(_ change: Change) -> Change? {
        switch change {
        case .questionsAdded(let added):
            let shown = added.filter { questions.contains($0.id) }
            return shown.isEmpty ? nil : .questionsAdded(shown)
        case .questionsConsolidated(let ids):
            let shown = ids.filter(questions.contains)
            return shown.isEmpty ? nil : .questionsConsolidated(shown)
        case .questionMerged(let id, into: _), .questionDeclined(let id, reason: _), .questionAnswered(let id, _),
            .answerDocumented(let id, _):
            return questions.contains(id) ? change : nil
        case .restated(.questions(let all)): return .restated(.questions(all.filter { questions.contains($0.id) }))
        case _ where isApplicants: return change
        case .consentGiven(let codes):
            let shown = codes.filter(countries.contains)
            return shown.isEmpty ? nil : .consentGiven(shown)
        case .reportShared(let codes, let report):
            let shown = codes.filter(countries.contains)
            return shown.isEmpty ? nil : .reportShared(shown, report)
        case .sent(_, let receiver): return shows(receiver) ? change : nil
        case .studyRecorded: return nil
        case .restated(let restatement): return restatement.isOfTheCase ? change : nil
        default: return change
        }
    }

    /// What a change in a case of which only the outline is shown leaves to be seen.
    private func outline(of change: Change) -> Change? {
        switch change {
        case .factSet, .factCleared, .clockStarted, .clockHeld, .clockStopped, .deadlineArmed, .deadlineDisarmed,
            .deadlineMissed, .replaced, .bundleJoined:
            change
        case .decided(let decision): .decided(of(decision))
        case .questionsAdded, .questionAnswered, .answerDocumented, .questionDeclined, .questionMerged: of(change)
        default: nil
        }
    }
}

extension Restatement {
    /// Whether it is about the case of its event alone.
    fileprivate var isOfTheCase: Bool {
        switch self {
        case .opening, .since, .clock, .currentClock, .lastDue, .passed, .fees, .ledger, .caseFilings, .references,
            .caseFlags, .decisions, .transcribed, .joined, .replacedBy, .undone:
            true
        case .judged, .filings, .questions, .approvals, .notices, .obligations, .studies, .consents, .sharedReports,
            .classes:
            false
        }
    }
}

extension QuestionDraft {
    /// The same, standing for no others than those of the ids.
    fileprivate func standing(for shown: Set<QuestionID>) -> QuestionDraft {
        QuestionDraft(
            text: text,
            heading: heading,
            scope: scope,
            standsFor: standsFor.filter(shown.contains),
            priority: priority,
            owner: owner,
            follows: follows.flatMap { shown.contains($0) ? $0 : nil }
        )
    }
}

extension CaseOpened {
    fileprivate func showing(_ outcome: StepOutcome) -> CaseOpened {
        CaseOpened(
            name: name,
            jurisdiction: jurisdiction,
            route: route,
            participation: participation,
            procedure: procedure,
            rules: rules,
            filing: filing,
            isTrack: isTrack,
            bundle: bundle,
            outcome: outcome
        )
    }
}

extension Actor {
    /// In what capacity somebody acted, without saying who.
    fileprivate var unnamed: Actor {
        Actor(person: PersonID(capacity.description), capacity: capacity, isAuthenticated: isAuthenticated)
    }
}
