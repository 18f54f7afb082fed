import Regulation

// What a submission says of itself: at its opening, and whenever that is amended.
extension DecisionRun {
    mutating func open(_ opened: SubmissionOpened) throws(Refusal) {
        let today = Zone.utc.civilDate(at: context.now)
        try checkHeld(opened.held, today)
        // Taken again it is what was recorded: what others stated since changes nothing.
        let stated = retaking == nil ? try opened.sharing(context.approvals, of: submission.name) : opened
        submission = Submission(stated, at: context.now)
        record(.opened(stated), on: .day(today))
    }

    /// Takes what the manifest says now in place of what it said: what waited for a holder or a certificate goes on by itself.
    ///
    /// - Throws: Where it would take away what a case runs on.
    mutating func amend(_ new: SubmissionOpened) throws(Refusal) {
        let today = Zone.utc.civilDate(at: context.now)
        let old = submission.opened
        let new = retaking == nil ? try new.sharing(context.approvals, of: submission.name) : new
        guard new.product == old.product else { throw .otherProduct(new.product, expected: old.product) }
        // Once a class is put right an amendment that changed only that says what stands.
        guard new != old || retaking != nil else { throw .nothingToAmend }
        try checkHeld(new.held.filter { !old.held.contains($0) }, today)
        for target in old.targets where !new.targets.contains(where: { $0.isFiled(like: target) }) {
            guard let subject = submission.member(target.jurisdiction), !submission.mayFileAnew(subject) else {
                continue
            }
            let isApproved = subject.outcome == .approved
            throw .targetInUse(target.jurisdiction, subject.name, isApproved: isApproved)
        }
        for approval in submission.approvals where submission.granter(of: approval.id) != nil {
            if let claim = approval.claims.first(where: { !new.claims.contains($0) }) {
                throw .claimInUse(claim, approval.jurisdiction)
            }
        }
        if retaking == nil {
            let added = new.targets.filter { target in !old.targets.contains { $0.isFiled(like: target) } }
            try context.rulebook.require(
                added.map { .opening($0.jurisdiction, $0.route, on: today, new.classes[$0.jurisdiction]) }
            )
            for target in added {
                let deviceClass = new.classes[target.jurisdiction]
                guard try context.rulebook.opening(target.jurisdiction, target.route, on: today, deviceClass) != nil
                else {
                    throw .noRoute(target.jurisdiction, target.route, on: today)
                }
            }
        }
        let date = context.occurredOn ?? .day(today)
        // Of the submission's own facts no country's day is the one: somewhere the next has begun.
        if retaking == nil, date.earliest > today.adding(days: 1) { throw .futureDate(date, today: today) }
        if retaking == nil { try checkReach(of: date, today) }
        record(.amended(new), on: date)
        // What waited for it goes on from that day, and no case from before its own last step.
        let steps = submission.cases.filter { !$0.isOver }.map(\.since)
        try settle(on: steps.reduce(date) { $1.earliest > $0.latest ? $1 : $0 })
    }

    /// What the applicant declares was granted before today, and for longer than that day.
    private func checkHeld(_ held: [Approval], _ today: CivilDate) throws(Refusal) {
        // East of Greenwich the day has begun earlier.
        let latest = PartialDate.day(today.adding(days: 1))
        for approval in held {
            if let misfit = DateRule(.past).misfit(of: approval.grantedOn, on: latest, today: latest.latest) {
                throw .misplacedDate("grantedOn", misfit)
            }
            if let until = approval.validUntil,
                let misfit = DateRule(.after).misfit(of: until, on: approval.grantedOn, today: today)
            {
                throw .misplacedDate("validUntil", misfit)
            }
        }
    }
}

extension SubmissionOpened {
    /// This, without the certificates that another submission of the product states already: a certificate belongs to the
    /// product, and stands where it was stated first.
    ///
    /// - Parameters:
    ///   - register: Approvals of the product that other submissions hold.
    ///   - name: The submission that states this.
    /// - Returns: What is to be recorded.
    /// - Throws: Where the two do not say the same of one certificate.
    package func sharing(_ register: [Approval], of name: SubmissionName) throws(Refusal) -> SubmissionOpened {
        var own: [Approval] = []
        for approval in held {
            let same = register.first { $0.isDeclared && $0.isCertificate(approval) && $0.id.submission != name }
            guard let same else {
                own.append(approval)
                continue
            }
            guard same.states(approval) else { throw .statedOtherwise(approval.number ?? "", by: same.id.submission) }
        }
        return holding(own)
    }
}

extension SubmissionOpened.Target {
    /// Whether a case that was opened for one is a case of the other.
    fileprivate func isFiled(like other: SubmissionOpened.Target) -> Bool {
        jurisdiction == other.jurisdiction && route == other.route && participation == other.participation
    }
}

extension Approval {
    /// Whether a manifest declares it, and no case granted it.
    fileprivate var isDeclared: Bool { id.rawValue.split(separator: "/").last?.hasPrefix("held-") ?? false }

    fileprivate func isCertificate(_ other: Approval) -> Bool {
        jurisdiction == other.jurisdiction && number != nil && number == other.number
    }

    fileprivate func states(_ other: Approval) -> Bool {
        productVersion == other.productVersion && Set(claims) == Set(other.claims) && basis == other.basis
            && grantedOn == other.grantedOn && validUntil == other.validUntil
    }
}
