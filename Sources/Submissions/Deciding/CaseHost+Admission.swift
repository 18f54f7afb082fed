import Regulation

// Whether the way by which something is filed is open on the day of the filing.
extension CaseHost {
    /// What filing by the case's route now says: nothing, or that nobody knows whether it is open.
    ///
    /// What relies on an approval elsewhere is judged by the guards of its procedure, and so are tracks.
    ///
    /// - Throws: Where the route is closed, unless that was recorded already.
    func admission(by action: ActionName) throws(Refusal) -> [Change] {
        guard let subject, !subject.isTrack, name != .hub, route?.relies == false, let assessment = situation.assessment
        else { return [] }
        let isClosed = assessment.answer == .closed
        // What the applicant says of the product closes nothing: nobody has held it against the product yet.
        if isClosed, !assessment.isClosedByAnswersAlone, retaking?.bindsAsRecorded != true {
            throw .routeClosed(action, subject.jurisdiction, assessment)
        }
        return isClosed || assessment.isInDoubt(by: procedure) ? [.doubtFlagged(doubt)] : []
    }

    /// The countries that a consent names, none of which may be barred from ever relying on the report.
    func recipients(in field: FieldName?) throws(Refusal) -> [JurisdictionCode] {
        guard let field, let codes = payload.jurisdictions(field) else {
            return subject.map { [$0.jurisdiction] } ?? []
        }
        guard retaking == nil else { return codes }
        for other in codes.compactMap({ submission.member($0) }) where !other.isOver {
            guard let route = try context.rulebook.bound(other.pins).rules.boundRoute else { continue }
            let facts = submission.routeFacts(
                for: other.jurisdiction,
                own: other.name,
                register: context.approvals,
                on: occurredOn
            )
            let assessment = route.assessed(for: facts)
            if assessment.isClosedToProduct { throw .routeClosed("giveConsent", other.jurisdiction, assessment) }
        }
        return codes
    }
}

extension RouteAssessment {
    /// Whether somebody should look into it that the case was filed this way.
    ///
    /// That a proposal is no law is said of every case that runs by it, and nobody can look into it.
    func isInDoubt(by procedure: Procedure) -> Bool {
        answer == .unknown && (procedure.standing != .proposal || !decisive.isEmpty)
    }

    /// Whether nothing closes it but what the applicant answers of the product.
    var isClosedByAnswersAlone: Bool {
        let unmet = findings.filter { $0.answer == .unmet }
        return !unmet.isEmpty
            && unmet.allSatisfy { if case .trait(let term) = $0.condition.kind { term.fact == nil } else { false } }
    }

    /// Whether it is closed by what the product is, whatever will be approved or appointed.
    var isClosedToProduct: Bool {
        findings.contains { finding in
            switch finding.condition.kind {
            case .classes, .trait: finding.answer == .unmet
            default: false
            }
        }
    }
}
