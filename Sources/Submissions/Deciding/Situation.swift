import Regulation
import Statecharts

/// One case with everything that a guard may look at.
struct Situation {
    var submission: Submission
    let name: CaseName
    let bound: BoundCase
    let payload: Payload
    let occurredOn: PartialDate
    /// Approvals of the product beyond this submission.
    var register: [Approval]
    /// Whether an act asks, for which there was nothing yet that came after its day.
    var isOfAct = false
    /// Whether what is asked of the register is taken to hold.
    var assumesRegister = false

    var rules: Jurisdiction { bound.rules }
    var subject: Case? { submission[name] }
    var route: RouteRule? { rules.boundRoute }

    func holds(_ condition: Guard, in configuration: Configuration) -> Bool {
        switch condition {
        case .all(let parts): parts.allSatisfy { holds($0, in: configuration) }
        case .any(let parts): parts.contains { holds($0, in: configuration) }
        case .not(let part): !holds(part, in: configuration)
        case .inState(let state): configuration.active.contains(state)
        case .fact(let fact, of: let reference): named(reference)?.facts.contains(fact) ?? false
        case .everyMember(let fact, let participation):
            submission.members(of: subject?.bundle ?? name)
                .filter { $0.participation == participation }
                .allSatisfy { $0.facts.contains(fact) }
        case .variable(let variable, equals: let value): subject?.variables[variable] == value
        case .participation(let participation): subject?.participation == participation
        case .inBundle: isInBundle
        case .bundleOpen: !hubsToJoin.isEmpty
        case .bundleAhead(let variable): isAhead(variable)
        case .filingMade: !(subject?.filings.isEmpty ?? true)
        case .dossierComplete: isDossierComplete
        case .feesPaid: subject?.owesNothing ?? true
        case .holderAppointed: holderIsAppointed
        case .questionsOpen: !submission.openQuestions(of: name).isEmpty
        case .questionsAnswered: submission.openQuestions(of: name).isEmpty && !hubListIsDue
        case .consentGiven: hasConsent
        case .reportShared: subject.map { submission.sharedReports[$0.jurisdiction] != nil } ?? false
        case .onTime(let state): isOnTime(state)
        case .trackFact(let track, let fact): aTrack(track, states: fact)
        case .evidencePlanned: !studies.isEmpty
        case .evidenceLawful: studies.allSatisfy { $0.legalBasis != nil }
        case .evidenceReady: isEvidenceReady
        case .obligationsMet: obligationsAreMet
        case .obligationsOpen: submission.obligations.contains { $0.name == name && $0.standing == .open }
        case .feePaid: aFeeWasPaid
        case .routeValue(let key, equals: let value): routeValue(key, is: value)
        case .hasBody(let function): rules.body(that: function) != nil
        case .routeNeeds(let word): route?.conditions.contains { $0.kind.word == word } ?? false
        case .withinPeriod(let period, since: let variable): isPast(variable, period).map { !$0 } ?? false
        case .pastPeriod(let period, since: let variable): isPast(variable, period) ?? false
        case .count(let variable, below: let value): isBelow(variable, value)
        case .changeStep(let step): isSure(of: changeCategory) && changeCategory?.step == step
        case .changeUnconfirmed: changeCategory != nil && !isSure(of: changeCategory)
        case .trait(let trait, is: let answer): submission.opened.traits.answer(to: trait, in: rules.code) == answer
        case .field(let field, equals: let value): fieldText(field) == value
        case .collected(let field, in: let variable): isAmong(field, variable)
        case .approvalNumber(let field): isNumber(field)
        case .claimsWithin(let scope): claimsAre(within: scope)
        case .number(let field, moreThan: let variable): isMore(field, than: variable)
        case .opensMonth(let field): payload.date(field).map(\.canOpenMonth) ?? false
        case .notBefore(let field, let reference): isNotBefore(field, reference)
        case .referenceApproved: assumesRegister || (assessment?.hasReference ?? false)
        case .referenceStageAccepted: assumesRegister || stageIsAccepted
        case .routeOpen: assumesRegister || routeIsOpen
        case .routeUnsure: assessment?.answer == .unknown
        case .approvalInForce: approvalIsInForce
        case .approvalWithoutEnd: submission.concernedApproval(of: name).map { $0.validUntil == nil } ?? false
        case .approvalEnded: submission.concernedApproval(of: name)?.standing.isAnEnd ?? false
        case .flagsOpen: hasOpenFlags
        case .approvalStage(let stage): isAtStage(stage)
        case .telling(let answer): telling?.answer == answer
        }
    }

    /// The parts of `condition` that do not hold, so that a refusal can name each.
    func unmet(_ condition: Guard, in configuration: Configuration) -> [Guard] {
        if case .all(let parts) = condition { return parts.flatMap { unmet($0, in: configuration) } }
        return holds(condition, in: configuration) ? [] : [condition]
    }

    private var isDossierComplete: Bool {
        rules.isComplete(
            submission.entries(of: subject),
            adopted: Set(submission.opened.adopted),
            answers: submission.opened.conditions
        )
    }

    private func named(_ reference: CaseReference) -> Case? {
        switch reference {
        case .own: subject
        case .hub: subject.flatMap(submission.hub(of:))
        case .member(let jurisdiction): submission.member(jurisdiction)
        }
    }

    /// Questions that this case put to the hub and that no consolidated list has taken up yet.
    ///
    /// A case that left, or whose hub is over, waits for none any more.
    private var hubListIsDue: Bool {
        let isInBundle = isInBundle
        return submission.questions.contains { question in
            guard question.status == .proposed else { return false }
            return question.origin == name ? isInBundle : submission[question.origin]?.bundle == name
        }
    }

    private var isInBundle: Bool {
        guard let subject, submission.isMember(subject) else { return false }
        return submission.hub(of: subject).map { !$0.isOver } ?? false
    }

    /// The hubs whose bundle the case may join now, by its rules; none while it takes part in one.
    var hubsToJoin: [CaseName] {
        guard let rule = route?.bundle, let subject, subject.isTrack, !isInBundle else { return [] }
        return submission.hubsOpen(rule.hub)
    }

    /// Whether the date has come, or comes within the time ahead of it in which the rules let a case join a bundle.
    private func isAhead(_ variable: VariableName) -> Bool {
        guard let ahead = route?.bundle?.ahead,
            let date = subject?.variables[variable].flatMap({ PartialDate($0) })
        else { return false }
        return date.moved { ahead.start(before: $0) }.earliest <= occurredOn.latest
    }

    private var holderIsAppointed: Bool {
        subject.map { submission.opened.holders.contains($0.jurisdiction) } ?? false
    }

    private var hasConsent: Bool {
        name == .hub
            ? !submission.consents.isEmpty
            : subject.map { submission.consents.contains($0.jurisdiction) } ?? false
    }

    /// A date known only to the month or year may leave it undetermined; undetermined is not on time.
    private func isOnTime(_ state: StateID) -> Bool {
        guard let due = subject?.lastDue[state] else { return false }
        return occurredOn.compared(to: DateBounds(exactly: due)) == .met
    }

    /// A value that no official source confirms never decides.
    private func routeValue(_ key: String, is value: String) -> Bool {
        guard let answer = route?.value(key), answer.confidence == .confirmed else { return false }
        return answer.text == value
    }

    func fieldText(_ field: FieldName) -> String? {
        switch payload.fields[field] {
        case .code(let text), .choice(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .integer(let number): "\(number)"
        default: nil
        }
    }

    private func claimsAre(within scope: ClaimScope) -> Bool {
        let asked = Set(payload.claims("claims") ?? [])
        let product = Set(submission.claims(in: rules.code))
        guard !asked.isEmpty, asked.isSubset(of: product) else { return false }
        return switch scope {
        case .product: true
        case .stage: asked.isStrictSubset(of: product)
        case .reference:
            assumesRegister || !references.isEmpty && references.allSatisfy { asked.isSubset(of: Set($0.claims)) }
        case .widening:
            submission.concernedApproval(of: name).map { asked.isStrictSuperset(of: Set($0.claims)) } ?? false
        case .approval: submission.concernedApproval(of: name).map { asked.isSubset(of: Set($0.claims)) } ?? false
        }
    }
}
