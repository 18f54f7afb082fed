import Regulation
import Statecharts

/// What a statechart's step asks while it runs one case: do the guards hold, and what do the effects change.
struct CaseHost: StatechartHost {
    typealias Failure = Refusal

    /// The case as its guards see it, with what effects have made of the submission so far.
    ///
    /// Kept, and not made for each guard: a submission takes longer to copy than most guards to judge.
    private(set) var situation: Situation
    /// What was handed in and when it was said to be done, where only a part of the days they name is possible.
    var stated: Stated?
    /// What the step takes; `nil` where it follows by itself.
    var trigger: EventName?
    let revision: DocumentDigest?
    let context: DecisionContext
    let number: Int
    let retaking: Retaking?
    var changes: [Change] = []
    var sends: [(event: EventName, to: CaseName)] = []
    var opensFallback = false
    /// Tracks to open once the macrostep is recorded.
    var tracks: [(track: RouteName, jurisdiction: JurisdictionCode, variables: [VariableName: String])] = []

    struct Stated {
        let payload: Payload
        let occurredOn: PartialDate
    }

    init(
        _ situation: Situation,
        revision: DocumentDigest?,
        in context: DecisionContext,
        number: Int,
        retaking: Retaking?
    ) {
        self.situation = situation
        self.revision = revision
        self.context = context
        self.number = number
        self.retaking = retaking
    }

    static func unsettled(after microsteps: Int) -> Refusal { .unsettled(microsteps: microsteps) }

    var bound: BoundCase { situation.bound }
    var name: CaseName { situation.name }
    var payload: Payload { situation.payload }
    var occurredOn: PartialDate { situation.occurredOn }
    var submission: Submission { situation.submission }
    var procedure: Procedure { bound.procedure }
    var rules: Jurisdiction { bound.rules }

    mutating func allows(
        _ transition: Statechart.Transition,
        in configuration: Configuration
    ) throws(Refusal) -> Bool {
        guard let condition = procedure.guards[transition.tag] else { return true }
        // What follows by itself is judged as things stand.
        let isOfAct = situation.isOfAct
        situation.isOfAct = isOfAct && transition.event != nil
        defer { situation.isOfAct = isOfAct }
        guard let retaking, condition.asksTheRegister else { return situation.holds(condition, in: configuration) }
        // What the register answered when the step was recorded stands, whatever became of those approvals since.
        switch retaking.answer(to: transition, in: name) {
        case .asked: return situation.holds(condition, in: configuration)
        case .no: return false
        case .yes:
            situation.assumesRegister = true
            defer { situation.assumesRegister = false }
            return situation.holds(condition, in: configuration)
        }
    }

    mutating func perform(_ effect: Int) throws(Refusal) {
        for change in try changes(of: procedure.effects[effect]) { record(change) }
    }

    mutating func record(_ change: Change) {
        guard let index = situation.submission.index(of: situation.name) else { return }
        situation.submission.apply(change, to: index, on: situation.occurredOn, event: number)
        changes.append(change)
    }

    /// The calendar by which a period counts: the rule's own; else, for what the applicant must do, that of the place where
    /// the holder sits; else that of the body.
    func calendar(of counting: Counting, forApplicant isApplicants: Bool) throws(Refusal) -> WorkingCalendar {
        guard counting.calendar == nil, isApplicants, let id = submission.opened.calendars[rules.code],
            let calendar = try context.rulebook.calendar(id)
        else { return bound.calendar(of: counting) }
        return calendar
    }

    var subject: Case? { submission[name] }
    var route: RouteRule? { rules.boundRoute }

    private mutating func changes(of effect: Effect) throws(Refusal) -> [Change] {
        switch effect {
        case .set(let variable, .literal(let text)): return [.variableSet(variable, text)]
        case .set(let variable, .field(let field)): return [.variableSet(variable, text(of: field))]
        case .set(let variable, .given(let field)): return text(of: field).map { [.variableSet(variable, $0)] } ?? []
        case .set(let variable, .today): return [.variableSet(variable, occurredOn.description)]
        case .count(let variable):
            let count = subject?.variables[variable].flatMap { Int($0) } ?? 0
            return [.variableSet(variable, String(count + 1))]
        case .take(let variable, let neighbour): return known(variable, of: neighbour)
        case .collect(let variable, let field):
            return text(of: field).map {
                [.variableSet(variable, Collected(subject?.variables[variable]).adding($0))]
            } ?? []
        case .setFact(let fact): return [.factSet(fact)]
        case .clearFact(let fact): return subject?.facts.contains(fact) == true ? [.factCleared(fact)] : []
        case .startClock, .holdClock, .resumeClock, .stopClock: return try clockChanges(of: effect)
        case .send(let event, let recipient):
            let recipients = cases(to: recipient)
            sends += recipients.map { (event, $0) }
            return recipients.map { .sent(event, to: $0) }
        case .requireFee(let fee):
            return [.feeRequired(fee, route?.fee(fee)?.amount)]
        case .settleFees:
            let open = (subject?.fees ?? []).filter { $0.settledBy == nil }
            return open.map { .feeSettled($0.id, reference: payload.code("reference") ?? "") }
        case .recordFiling(let kind):
            // What the hub filed for its bundle is the filing of the member that its message reaches.
            guard let revision else { return situation.isOfAct ? [] : filingOfBundle }
            let filing = Filing(
                number: submission.filings.count + 1,
                kind: kind,
                revision: revision,
                filedOn: occurredOn
            )
            let isOfDossier = kind == .initial || kind == .fallback
            return [.filed(filing)] + citations + (isOfDossier ? try admission(by: "file") : [])
        case .proposeQuestions, .issueQuestions, .answerQuestions, .declineQuestion:
            return try questionChanges(of: effect)
        case .joinBundle(let field):
            let hub = payload.code(field).map { CaseName($0) } ?? ""
            let open = situation.hubsToJoin
            guard open.contains(hub) else { throw .noBundleToJoin(hub, open: open) }
            return [.bundleJoined(hub)]
        case .giveConsent(let field): return [.consentGiven(try recipients(in: field))]
        case .shareReport(let fact):
            guard let report = payload.documents.first else { return [] }
            let consented = submission.consents.filter { code in
                fact.map { submission.member(code)?.facts.contains($0) != true } ?? true
            }
            let recipients = name == .hub ? consented : subject.map { [$0.jurisdiction] } ?? []
            return [.reportShared(recipients, report.digest)]
        case .recordDecision, .grantApproval, .amendApproval, .changeApproval: return try decisionChanges(of: effect)
        case .openFallback:
            opensFallback = true
            return []
        case .openTrack(let track, let passing):
            return try opening([rules.code], track, passing)
        case .openTrackWhereApproved(let track, let passing):
            let countries = situation.markets(found: retaking?.markets(of: name))
            return try opening(countries, track, passing) + withoutTrack(countries, track)
        case .setApprovalVersion, .prolongApproval, .setApprovalHolder, .widenApproval, .settleFlags, .doubtRoute,
            .settleDoubt, .noteSafety, .readValidity:
            return try registrationChanges(of: effect)
        case .addObligation, .closeObligation, .meetObligations, .endObligations, .recordStudy, .checkStudy, .recordFee:
            return try ledgerChanges(of: effect)
        }
    }

    /// Tracks to open, and their names as messages sent: a step that opened one is not taken back.
    private mutating func opening(
        _ countries: [JurisdictionCode],
        _ track: RouteName,
        _ passing: [VariableName]
    ) throws(Refusal) -> [Change] {
        let day = context.bindingDate(occurredOn)
        let classes = submission.opened.classes
        try context.rulebook.require(
            countries.flatMap { [.tracks($0), .opening($0, track, on: day, classes[$0])] }
        )
        let passed = (subject?.variables ?? [:]).filter { passing.contains($0.key) }
        var changes: [Change] = []
        for code in countries where try context.rulebook.tracks(code).contains(track) {
            tracks.append((track, code, passed))
            let isOfProduct = try context.rulebook.opening(code, track, on: day, classes[code])?.isOfProduct ?? false
            changes.append(
                .sent("track.opened", to: submission.nextTrack(track, of: code, isOfProduct: isOfProduct))
            )
        }
        return changes
    }

    /// What stands in the place of the track where the rules of a country have none: a report without a day, which somebody
    /// makes or finds not to be owed.
    private func withoutTrack(_ countries: [JurisdictionCode], _ track: RouteName) throws(Refusal) -> [Change] {
        var missing: [JurisdictionCode] = []
        for code in countries where try !context.rulebook.tracks(code).contains(track) { missing.append(code) }
        guard !missing.isEmpty else { return [] }
        let obligations = missing.enumerated().map { offset, code in
            Obligation(id: obligationID(offset), name: name, kind: .report, text: nil, due: nil, jurisdiction: code)
        }
        return [.obligationsAdded(obligations)]
    }

    /// The approvals on which the case rests now; taken again those on which it was found to rest.
    var references: [Approval.Reference] {
        retaking?.references(of: name)
            ?? situation.references.map { Approval.Reference(approval: $0.id, revision: $0.revision) }
    }

    /// What the filing rests on, so that a later change of it reaches the case.
    private var citations: [Change] {
        guard route?.relies == true else { return [] }
        let references = references
        return references.isEmpty || subject?.references == references ? [] : [.referencesCited(references)]
    }

    /// The last filing of the hub in whose bundle a track takes part.
    private var filingOfBundle: [Change] {
        guard let subject, subject.isTrack, let hub = submission.hub(of: subject), let number = hub.filings.last,
            !subject.filings.contains(number), let filing = submission.filings.first(where: { $0.number == number })
        else { return [] }
        return [.filed(filing)]
    }

    private func known(_ variable: VariableName, of neighbour: Neighbour) -> [Change] {
        let other: Case? =
            switch neighbour {
            case .hub: subject.flatMap(submission.hub(of:))
            case .member(let code): submission.member(code)
            case .track(let track):
                submission.cases.last { $0.isTrack && $0.route == track && $0.jurisdiction == rules.code }
            }
        return other?.variables[variable].map { [.variableSet(variable, $0)] } ?? []
    }

    private func text(of field: FieldName) -> String? {
        switch payload.fields[field] {
        case .code(let text), .choice(let text): text
        case .date(let date): date.description
        case .integer(let number): "\(number)"
        case .flag(let flag): flag ? "true" : "false"
        case .claims(let claims): claims.map(\.rawValue).joined(separator: " ")
        default: nil
        }
    }

    private func cases(to recipient: Recipient) -> [CaseName] {
        switch recipient {
        case .hub: subject.flatMap(submission.hub(of:)).map { [$0.name] } ?? []
        case .members: submission.members(of: name).filter { !$0.isOver }.map(\.name)
        case .member(let code): submission.member(code).map { [$0.name] } ?? []
        case .track(let track):
            submission.cases.filter { other in
                other.isTrack && other.route == track && other.jurisdiction == rules.code && !other.isOver
            }.map(\.name)
        }
    }
}
