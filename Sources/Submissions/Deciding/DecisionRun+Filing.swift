import Regulation

// The filing of a dossier, for all targets at once or for one country after the other.
extension DecisionRun {
    /// Files for `codes`, or for every target that waits for a filing: the dossier must be complete for each, and each is
    /// bound to the rules of that day.
    ///
    /// For a case that has still to file with its authority a newer dossier takes the place of the one before.
    mutating func file(
        _ revision: DocumentDigest,
        _ entries: [DossierEntry],
        for codes: [JurisdictionCode]
    ) throws(Refusal) {
        let targets = try targets(codes, revision)
        let opening = targets.filter { !keepsItsCase($0) }
        let hub = try hub(for: opening)
        let date = try filingDate(hub ?? targets[0].jurisdiction, targets[0].route)
        if let bundle = submission.hub, hub != nil, date.latest < bundle.openedOn.earliest {
            throw .beforeOpening(date, opened: bundle.openedOn)
        }
        for subject in targets.filter(keepsItsCase).compactMap({ submission.member($0.jurisdiction) }) {
            guard date.latest >= subject.openedOn.earliest else {
                throw .beforeOpening(date, opened: subject.openedOn)
            }
        }
        if retaking?.bindsAsRecorded != true {
            let hubs = submission.hub == nil ? hub.map { [lookup($0, "hub", on: date)] } ?? [] : []
            try context.rulebook.require(hubs + targets.map { lookup($0.jurisdiction, $0.route, on: date) })
            try checkDossier(entries, targets, on: context.bindingDate(date))
        }

        let number = submission.filings.count + 1
        let filing = Filing(number: number, kind: .initial, revision: revision, filedOn: date)
        let filed = DossierFiled(filing: filing, entries: entries, targets: targets.map(\.jurisdiction))
        record(.dossierFiled(filed), on: date, stated: context.occurredOn)
        if let hub, submission.hub == nil { try openCase(.hub, hub, "hub", nil, filing: number, on: date) }
        for target in opening {
            let count = submission.cases.count { $0.jurisdiction == target.jurisdiction && $0.isDeciding }
            try openCase(
                .member(target.jurisdiction, number: count + 1),
                target.jurisdiction,
                target.route,
                target.participation,
                filing: number,
                on: date
            )
        }
        try settle(on: date)
    }

    /// The targets of these codes, or those that wait, in the order of the manifest.
    private func targets(
        _ codes: [JurisdictionCode],
        _ revision: DocumentDigest
    ) throws(Refusal) -> [SubmissionOpened.Target] {
        let all = submission.opened.targets
        for code in codes where !all.contains(where: { $0.jurisdiction == code }) {
            throw .notATarget(code, known: all.map(\.jurisdiction))
        }
        let asked = codes.isEmpty ? all : all.filter { codes.contains($0.jurisdiction) }
        let filed = asked.filter { target in
            submission.member(target.jurisdiction).map { !submission.mayFileAnew($0) } ?? false
        }
        // What is filed again after a return is filed by name.
        let waiting = asked.filter { submission.member($0.jurisdiction) == nil }
        let kept = isNewer(revision) ? filed.filter(keepsItsCase) : []
        guard codes.isEmpty ? !(waiting + kept).isEmpty : filed.count == kept.count else {
            let awaiting = filed.compactMap { submission.member($0.jurisdiction) }.filter(\.awaitsItsOwnFiling)
            throw .alreadyFiled(
                filed.map(\.jurisdiction).filter { code in !awaiting.contains { $0.jurisdiction == code } },
                awaiting: awaiting.map(\.name),
                again: codes.isEmpty ? asked.filter { !filed.contains($0) }.map(\.jurisdiction) : []
            )
        }
        if codes.isEmpty { return waiting.isEmpty ? kept : waiting }
        return asked
    }

    /// Whether the target has a case that has still to file with its authority, with a dossier recorded for it.
    private func keepsItsCase(_ target: SubmissionOpened.Target) -> Bool {
        submission.member(target.jurisdiction)?.awaitsItsOwnFiling ?? false
    }

    /// Whether it is another dossier than the one by which what has still to be filed is judged.
    private func isNewer(_ revision: DocumentDigest) -> Bool {
        submission.filings.last { submission.dossiers[$0.number] != nil }?.revision != revision
    }

    /// The jurisdiction of the hub, where the targets need one.
    ///
    /// - Throws: Where the bundle has begun without them.
    private func hub(for targets: [SubmissionOpened.Target]) throws(Refusal) -> JurisdictionCode? {
        let bundled = targets.filter { [.concurrentAction, .concurrentReview].contains($0.participation) }
        guard let first = bundled.first else { return nil }
        if let bundle = submission.hub {
            guard !bundle.isOver, !bundle.hasMoved else { throw .bundleHasBegun(first.jurisdiction) }
            return bundle.jurisdiction
        }
        guard let hub = try context.rulebook.hub() else { throw .noHub }
        return hub
    }

    private func filingDate(_ code: JurisdictionCode, _ route: RouteName) throws(Refusal) -> PartialDate {
        let guess = Zone.utc.civilDate(at: context.now)
        let name: RouteName = submission.opened.targets.contains { $0.jurisdiction == code } ? route : "hub"
        var opening = try opening(code, name, on: guess)
        if opening == nil { opening = try context.rulebook.opening(code, "hub", on: guess, nil) }
        guard let opening else { throw .noRoute(code, name, on: guess) }
        return try firstDate(in: opening.bound.rules.zone)
    }

    private func checkDossier(
        _ entries: [DossierEntry],
        _ targets: [SubmissionOpened.Target],
        on date: CivilDate
    ) throws(Refusal) {
        let adopted = Set(submission.opened.adopted)
        var incomplete: [Completeness] = []
        for target in targets {
            guard let opening = try opening(target.jurisdiction, target.route, on: date) else {
                throw .noRoute(target.jurisdiction, target.route, on: date)
            }
            let rules = opening.bound.rules
            let answers = submission.opened.conditions
            if !rules.isComplete(entries, adopted: adopted, answers: answers) {
                incomplete.append(rules.completeness(of: entries, adopted: adopted, answers: answers))
            }
        }
        guard incomplete.isEmpty else { throw .incompleteDossier(incomplete) }
    }
}

extension Submission {
    /// Whether the applicant has still to file for the target: nothing was filed yet, or what was filed came back or was
    /// withdrawn before anybody decided on it.
    ///
    /// It ends by a filing, or by an amendment that takes the target away.
    package func awaitsFiling(_ target: SubmissionOpened.Target) -> Bool {
        guard let subject = member(target.jurisdiction) else { return true }
        return subject.outcome?.asksForFiling == true && mayFileAnew(subject)
    }

    /// Whether the dossier may be filed once more where the case was: it ended without an approval that is still there.
    func mayFileAnew(_ subject: Case) -> Bool {
        guard subject.isOver, subject.replacedBy == nil else { return false }
        switch approval(of: subject.name)?.standing {
        case .inForce, .suspended: return false
        case .withdrawn, .lapsed, nil: return true
        }
    }
}

extension Case {
    /// Whether it decides for its jurisdiction, as the hub and tracks do not.
    fileprivate var isDeciding: Bool { name != .hub && !isTrack }

    /// Whether it has a dossier and is still to file it with its authority, as one that relies on an approval elsewhere.
    fileprivate var awaitsItsOwnFiling: Bool { filings.isEmpty && !isOver }

    /// Whether it ever left the states in which it was opened.
    fileprivate var hasMoved: Bool { isSinceOfAct || since != openedOn }
}
