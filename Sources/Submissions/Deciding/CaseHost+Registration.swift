import Regulation
import Statecharts

// Effects on an approval after it was granted, and on the ledgers of a case.
extension CaseHost {
    func registrationChanges(of effect: Effect) throws(Refusal) -> [Change] {
        switch effect {
        case .setApprovalVersion(let field):
            guard let version = payload.code(field) else { return [] }
            return [.approvalVersionChanged(try concerned().id, version)]
        case .prolongApproval(let field):
            guard let date = payload.date(field) else { return [] }
            return [.approvalProlonged(try concerned().id, until: date)]
        case .setApprovalHolder(let field):
            guard let holder = payload.code(field) else { return [] }
            return [.approvalHolderChanged(try concerned().id, OrganizationID(holder))]
        case .widenApproval:
            let held = try concerned()
            let change = Change.approvalAmended(
                held.id,
                claims: payload.claims("claims") ?? held.claims,
                stage: held.stage,
                number: payload.code("number"),
                conditions: payload.conditions("conditions")
            )
            return [change]
        case .settleFlags:
            return [.flagsSettled(submission.concernedApproval(of: name)?.id ?? submission.approvalID(of: name))]
        case .doubtRoute: return [.doubtFlagged(doubt)]
        case .settleDoubt:
            let isInDoubt = subject?.flags.contains { $0.change == .unsure && !$0.isSettled } ?? false
            return isInDoubt ? [.doubtSettled] : []
        case .noteSafety(let isSerious): return [.safetyNoted(SafetyNotice(on: occurredOn, isSerious: isSerious))]
        case .readValidity: return validity
        default: return []
        }
    }

    /// What the authority has to look into before it relies: the reference, or where there is none, the filing itself.
    var doubt: Approval.Flag {
        let own = submission.approvalID(of: name)
        let cited = references.first
        let cause = cited ?? Approval.Reference(approval: own, revision: 1)
        return Approval.Flag(cause: cause, change: .unsure, path: cited == nil ? [own] : [cause.approval, own])
    }

    /// The approval's recorded end, and the window in which the rules let its renewal be filed, where that is confirmed.
    ///
    /// An end that only follows from the rule is shown with what is due, but ends nothing by itself.
    private var validity: [Change] {
        guard let approval = submission.concernedApproval(of: name), let until = approval.validUntil else { return [] }
        let deviceClass = submission.opened.classes[rules.code]
        let route = submission.route(of: approval.id)
        let renewal = rules.validity(on: approval.grantedOn.earliest, for: deviceClass, by: route)?.renewal
        let window = renewal?.source.confidence == .confirmed ? renewal : nil
        let dates: [(VariableName, PartialDate?)] = [
            ("validUntil", until),
            ("renewalOpens", window?.opens.map { period in until.moved { period.start(before: $0) } }),
            ("renewalCloses", window?.closes.map { period in until.moved { period.start(before: $0) } }),
        ]
        return dates.compactMap { variable, date in
            guard subject?.variables[variable] == nil, let date, date.latest > occurredOn.latest else { return nil }
            return .variableSet(variable, date.description)
        }
    }

    private func concerned() throws(Refusal) -> Approval {
        guard let held = submission.concernedApproval(of: name) else { throw .noApproval(name) }
        return held
    }

    func ledgerChanges(of effect: Effect) throws(Refusal) -> [Change] {
        switch effect {
        case .addObligation(let kind, let text, let due):
            let obligation = Obligation(
                id: obligationID(0),
                name: name,
                kind: kind,
                text: text.flatMap { payload.text($0) },
                due: try due.flatMap { due throws(Refusal) in try date(of: due) }
            )
            return [.obligationsAdded([obligation])]
        case .closeObligation(let field, let standing):
            let open = submission.obligations.filter { $0.standing == .open && $0.name == name }
            guard let id = payload.code(field).map(ObligationID.init(_:)), open.contains(where: { $0.id == id }) else {
                throw .unknownObligation(payload.code(field) ?? "", open: open.map(\.id))
            }
            let evidence = standing == .met ? payload.documents.map(\.digest) : []
            return [.obligationClosed(id, standing, evidence: evidence)]
        case .meetObligations(let kind, let field):
            guard let next = payload.date(field) else { return [] }
            return submission.obligations.filter { obligation in
                obligation.standing == .open && obligation.name == name && obligation.kind == kind
                    && obligation.due.map { $0.latest < next.earliest } ?? false
            }.map { .obligationClosed($0.id, .met, evidence: []) }
        case .endObligations(let kind):
            return submission.obligations.filter { obligation in
                obligation.standing == .open && obligation.name == name && obligation.kind == kind
            }.map { .obligationClosed($0.id, .ended, evidence: [], by: trigger) }
        case .recordStudy: return [.studyRecorded(study)]
        case .checkStudy: return [.studyRecorded(try checkedStudy())]
        case .recordFee(let kind):
            guard let fee = payload.code("fee").map(FeeID.init(_:)) else { return [] }
            let known = (route?.fees.map(\.id) ?? []) + (subject?.ledger.map(\.fee) ?? [])
            // An authority may ask for a fee that no rule states; the applicant pays what was asked for.
            if kind == .paid || kind == .waived || kind == .refunded, !known.contains(fee) {
                throw .unknownFee(fee.rawValue, known: known)
            }
            let entry = FeeEntry(
                fee: fee,
                kind: kind,
                amount: payload.money("amount"),
                reference: payload.code("reference"),
                on: occurredOn
            )
            return [.feeRecorded(entry)]
        default: return []
        }
    }

    /// What a decision asks of the holder becomes an obligation that can be met, waived or fall due.
    func conditionObligations(_ conditions: [Condition]) -> [Change] {
        guard !conditions.isEmpty else { return [] }
        let obligations = conditions.enumerated().map { offset, condition in
            Obligation(
                id: obligationID(offset),
                name: name,
                kind: .condition,
                text: condition.text,
                due: condition.due
            )
        }
        return [.obligationsAdded(obligations)]
    }

    func obligationID(_ offset: Int) -> ObligationID {
        ObligationID("o-\(submission.obligations.count + offset + 1)")
    }

    /// A period by which the case counts.
    func period(_ name: String) -> Period? {
        bound.period(name, payload, subject?.variables ?? [:], submission.opened.classes[rules.code])
    }

    private func date(of due: ObligationDue) throws(Refusal) -> PartialDate? {
        switch due {
        case .field(let field): return payload.date(field)
        case .period(let name):
            guard let period = period(name) else { return nil }
            let calendar = try calendar(of: period.law.counting, forApplicant: true)
            return occurredOn.moved { period.end(after: $0, in: calendar).day }
        }
    }

    /// The study that the payload names, with its answer to an item of the checklist.
    private func checkedStudy() throws(Refusal) -> Study {
        let id = StudyID(payload.code("study") ?? "")
        guard var study = submission.studies.first(where: { $0.id == id }) else {
            throw .unknownStudy(id.rawValue, known: submission.studies.map(\.id))
        }
        if let item = payload.choice("check"),
            let answer = payload.choice("answer").flatMap(Study.Check.Answer.init(rawValue:))
        {
            study.answer(.init(item: item, answer: answer, reference: payload.code("reference"), on: occurredOn))
        }
        return study
    }

    /// The study that the payload names, with what it says of it and what was known before.
    private var study: Study {
        let id = StudyID(payload.code("study") ?? "")
        var study = submission.studies.first { $0.id == id } ?? Study(id: id)
        if let kind = payload.choice("kind").flatMap(Study.Kind.init(rawValue:)) { study.kind = kind }
        if let basis = payload.code("legalBasis") { study.legalBasis = basis }
        if let approval = payload.code("ethicsApproval") { study.ethicsApproval = approval }
        if let model = payload.choice("consentModel").flatMap(Study.ConsentModel.init(rawValue:)) {
            study.consentModel = model
        }
        if let reliability = payload.code("reliability") { study.reliability = reliability }
        if let standing = payload.choice("status").flatMap(Study.Progress.init(rawValue:)) {
            study.standing = standing
        }
        if let provider = payload.code("provider") { study.provider = provider }
        if let contract = payload.code("contract") { study.contract = contract }
        if let purpose = payload.choice("purpose").flatMap(Study.Purpose.init(rawValue:)) { study.purpose = purpose }
        if let use = payload.choice("secondaryUse").flatMap(Study.SecondaryUse.init(rawValue:)) {
            study.secondaryUse = use
        }
        if let date = payload.date("keptUntil") { study.keptUntil = date }
        return study
    }
}
