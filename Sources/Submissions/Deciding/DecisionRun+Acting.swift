import Regulation
import Statecharts

extension DecisionRun {
    /// Runs one action of a person, then the submission to quiescence.
    mutating func act(
        _ name: CaseName,
        _ action: ActionName,
        _ payload: Payload,
        _ revision: DocumentDigest?
    ) throws(Refusal) {
        let subject = try subject(name)
        let bound = try bound(subject)
        let (procedure, rules) = (bound.procedure, bound.rules)
        guard let rule = procedure.action(action) else {
            throw .noSuchAction(action, known: procedure.actions.map(\.name))
        }
        let onBehalfOf = try authorise(rule, in: rules)
        try expectVersion(of: subject)
        let date = try date(in: rules.zone)
        guard date.latest >= subject.openedOn.earliest else {
            throw .beforeOpening(date, opened: subject.openedOn)
        }
        try PayloadCheck(rule: rule, submission: submission).check(payload)
        let today = rules.zone.civilDate(at: context.now)
        try DateCheck(rule: rule, today: today, foregoing: submission.foregoing(rule, of: name))
            .check(payload.fields, on: date)
        if let onBehalfOf, payload.documents.isEmpty { throw .letterMissing(action, of: onBehalfOf) }
        let late = PersonalAct(name: name, action: action, payload: payload, revision: revision, onBehalfOf: onBehalfOf)
        let stated = context.occurredOn ?? date
        switch try takeInTime(late, on: date) {
        case .yes: return
        case .no:
            try carryOut(name, action, payload, revision, on: stated, onBehalfOf: onBehalfOf)
            try beginWhatHasBegun(in: name)
        case .held(let held):
            do throws(Refusal) {
                try carryOut(name, action, payload, revision, on: stated, onBehalfOf: onBehalfOf)
            } catch {
                // Not the state or its day is in the way, but what a person did since.
                switch error {
                case .notNow, .beforeStep: throw held
                default: throw error
                }
            }
        }
    }

    /// Moves the case by what is known to be allowed and well formed, and the submission to quiescence.
    ///
    /// Of the date as it was stated, what can be is worked out here.
    mutating func carryOut(
        _ name: CaseName,
        _ action: ActionName,
        _ payload: Payload,
        _ revision: DocumentDigest?,
        on stated: PartialDate,
        onBehalfOf: Actor.Capacity?
    ) throws(Refusal) {
        let subject = try subject(name)
        let procedure = try bound(subject).procedure
        let date = try day(of: action, stated: stated, in: subject)
        let reckoned = try narrowed(payload, of: action, on: date, in: procedure)
        var host = try host(for: subject, reckoned, on: date, revision: revision, ofAct: true)
        if date != stated || reckoned != payload { host.stated = .init(payload: payload, occurredOn: stated) }
        if subject.isOver, let kind = procedure.action(action)?.afterEnd {
            try enter(kind, by: action, in: subject, &host)
            return try finish([], host, cause: .action(action), onBehalfOf: onBehalfOf)
        }
        let event = EventName(rawValue: action.rawValue)
        host.trigger = event
        guard let microsteps = try procedure.chart.step(from: subject.configuration, on: event, host: &host) else {
            throw refusal(of: action, procedure, subject, host.situation)
        }
        try finish(microsteps, host, cause: .action(action), onBehalfOf: onBehalfOf)
        try settle(on: date)
    }

    /// Enters into the ledger of a case that is over what the act says of a fee: nothing else of it can change any more.
    private func enter(
        _ kind: FeeEntry.Kind,
        by action: ActionName,
        in subject: Case,
        _ host: inout CaseHost
    ) throws(Refusal) {
        if kind == .refunded, !host.situation.holds(.feePaid, in: subject.configuration) {
            throw .unmet(action, [.feePaid])
        }
        for change in try host.ledgerChanges(of: .recordFee(kind)) { host.record(change) }
    }

    /// In whose name the actor acts: the own name (`nil`), or that of the body whose letter the applicant types in.
    func authorise(_ rule: ActionRule, in rules: Jurisdiction) throws(Refusal) -> Actor.Capacity? {
        var expected: [BodyID] = []
        var othersAct: Actor.Capacity?
        for performer in rule.performers {
            let capacity: Actor.Capacity
            switch performer {
            case .applicant:
                if context.actor.capacity == .applicant { return nil }
                continue
            case .role(let role, let function):
                // A national body may name several bodies for one function; each may act.
                let bodies = rules.bodies.filter { $0.functions.contains(function) }.map(\.id)
                expected += bodies
                if bodies.contains(where: { context.actor.capacity == .role(role, at: $0) }) { return nil }
                guard let first = bodies.first else { continue }
                capacity = .role(role, at: first)
            case .hub(let role):
                // Asked only here: without a hub's case it is looked up among the jurisdictions as configured.
                guard let hub = try hubBody() else { continue }
                expected.append(hub)
                if context.actor.capacity == .role(role, at: hub) { return nil }
                capacity = .role(role, at: hub)
            }
            if othersAct == nil { othersAct = capacity }
        }
        if context.actor.capacity == .applicant, let othersAct { return othersAct }
        if case .role(_, let body) = context.actor.capacity, !expected.isEmpty, !expected.contains(body) {
            throw .wrongBody(body, expected: expected)
        }
        throw .notAllowed(rule.name, by: rule.performers)
    }

    /// The body that is the window of the bundle, or would be.
    private func hubBody() throws(Refusal) -> BodyID? {
        if let hub = submission.hub { return try bound(hub).rules.hub }
        guard let code = try context.rulebook.hub() else { return nil }
        let today = Zone.utc.civilDate(at: context.now)
        return try context.rulebook.opening(code, "hub", on: today, nil)?.bound.rules.hub
    }

    /// Nothing was enabled: either nothing waits for the action, or conditions stand in its way.
    private func refusal(
        of action: ActionName,
        _ procedure: Procedure,
        _ subject: Case,
        _ situation: Situation
    ) -> Refusal {
        let event = EventName(rawValue: action.rawValue)
        let candidates = procedure.chart.transitions(in: subject.configuration)
            .filter { $0.event?.matches(event) ?? false }
        let lacks = candidates.compactMap { candidate in
            procedure.guards[candidate.tag].map { situation.unmet($0, in: subject.configuration) }
        }
        // Of two ways, the one that lacks all that the other lacks and more is no help.
        let nearest = lacks.filter { lack in !lacks.contains { $0.count < lack.count && Set($0).isSubset(of: lack) } }
        let unmet = nearest.joined().reduce(into: [Guard]()) { if !$0.contains($1) { $0.append($1) } }
        let registerGuards: [Guard] = [.routeOpen, .referenceApproved]
        if unmet.contains(where: registerGuards.contains), let assessment = situation.assessment {
            return .routeClosed(action, subject.jurisdiction, assessment)
        }
        if unmet.contains(where: \.isAboutTelling), let telling = situation.telling {
            return .notToBeTold(action, telling)
        }
        if let category = situation.unknownCategory, unmet.contains(where: \.isAboutCategory) { return category }
        if !unmet.isEmpty { return .unmet(action, unmet) }
        let possible = procedure.actions.filter { rule in
            subject.isOver && rule.afterEnd != nil
                || procedure.chart.transitions(in: subject.configuration)
                    .contains { $0.event?.matches(EventName(rawValue: rule.name.rawValue)) ?? false }
        }.map(\.name)
        return .notNow(action, states: procedure.chart.atomicStates(of: subject.configuration), possible: possible)
    }
}

/// Whether a payload is what its action declares.
struct PayloadCheck {
    let rule: ActionRule
    let submission: Submission

    func check(_ payload: Payload) throws(Refusal) {
        let known = rule.fields.map(\.name)
        for name in payload.fields.keys.sorted() where !known.contains(name) {
            throw .unknownField(name, rule.name, known: known)
        }
        for field in rule.fields {
            guard let value = payload.fields[field.name] else {
                if field.isRequired { throw .missingField(field.name, rule.name) }
                continue
            }
            if case .choice(let text) = value, field.kind == .choice, !field.options.contains(text) {
                throw .notAnOption(field.name, read: text, options: field.options)
            }
            guard field.accepts(value) else { throw .badField(field.name, expected: field.kind) }
            try checkReferences(value)
        }
        if rule.documents == .required, payload.documents.isEmpty { throw .missingDocument(rule.name) }
        if rule.documents == .none, !payload.documents.isEmpty { throw .unwantedDocument(rule.name) }
    }

    private func checkReferences(_ value: FieldValue) throws(Refusal) {
        let jurisdictions = submission.opened.targets.map(\.jurisdiction)
        switch value {
        case .claims(let claims):
            for claim in claims where !submission.opened.claims.contains(claim) {
                throw .unknownClaim(claim, known: submission.opened.claims)
            }
        case .jurisdictions(let codes):
            for code in codes where !jurisdictions.contains(code) {
                throw .unknownJurisdiction(code, known: jurisdictions)
            }
        case .questions(let drafts):
            let known = submission.questions.map(\.id)
            for id in drafts.flatMap(\.standsFor) where !known.contains(id) {
                throw .unknownQuestion(id, open: known)
            }
            for code in drafts.compactMap(\.scope) where !jurisdictions.contains(code) {
                throw .unknownJurisdiction(code, known: jurisdictions)
            }
        default: break
        }
    }
}

extension Field {
    /// Whether `value` is of this field's kind; a required list must not be empty.
    func accepts(_ value: FieldValue) -> Bool {
        switch (kind, value) {
        case (.text, .text), (.code, .code), (.date, .date), (.integer, .integer), (.flag, .flag), (.money, .money):
            true
        case (.claims, .claims(let list)): !list.isEmpty
        case (.jurisdictions, .jurisdictions(let list)): !list.isEmpty
        case (.questions, .questions(let list)): !list.isEmpty
        case (.answers, .answers(let list)): !list.isEmpty
        case (.conditions, .conditions): true
        // Which options there are is asked before, for an answer of its own.
        case (.choice, .choice): true
        default: false
        }
    }
}
