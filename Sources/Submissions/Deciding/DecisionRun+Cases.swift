import Regulation
import Statecharts

extension DecisionRun {
    // MARK: - Opening

    mutating func open(_ opened: SubmissionOpened) throws(Refusal) {
        let today = Zone.utc.civilDate(at: context.now)
        try checkHeld(opened.held, today)
        record(.opened(opened), on: .day(today))
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

    func expectVersion(of subject: Case) throws(Refusal) { try context.expected?.check(subject.version) }

    func expectSubmissionVersion() throws(Refusal) { try context.expected?.check(submission.version) }

    // MARK: - Filing

    /// Files for every target: the dossier must be complete for each, and each is bound to the rules of that day.
    mutating func file(_ revision: DocumentDigest, _ entries: [DossierEntry]) throws(Refusal) {
        // A track, such as a designation, may have filed for itself before.
        guard !submission.isFiled else { throw .alreadyFiled }
        let targets = submission.opened.targets
        let needsHub = targets.contains {
            $0.participation == .concurrentAction || $0.participation == .concurrentReview
        }
        var hub: JurisdictionCode?
        if needsHub {
            hub = try context.rulebook.hub()
            if hub == nil { throw .noHub }
        }
        let date = try filingDate(hub ?? targets[0].jurisdiction, targets[0].route)
        if retaking?.bindsAsRecorded != true {
            let hubs = hub.map { [lookup($0, "hub", on: date)] } ?? []
            try context.rulebook.require(hubs + targets.map { lookup($0.jurisdiction, $0.route, on: date) })
            try checkDossier(entries, targets, on: context.bindingDate(date))
        }

        let number = submission.filings.count + 1
        let filing = Filing(number: number, kind: .initial, revision: revision, filedOn: date)
        record(
            .dossierFiled(DossierFiled(filing: filing, entries: entries)),
            on: date,
            stated: context.occurredOn
        )
        if let hub { try openCase(.hub, hub, "hub", nil, filing: number, on: date) }
        for target in targets {
            try openCase(
                .member(target.jurisdiction),
                target.jurisdiction,
                target.route,
                target.participation,
                filing: number,
                on: date
            )
        }
        try settle(on: date)
    }

    private func filingDate(_ code: JurisdictionCode, _ route: RouteName) throws(Refusal) -> PartialDate {
        let guess = Zone.utc.civilDate(at: context.now)
        let name: RouteName = submission.opened.targets.contains { $0.jurisdiction == code } ? route : "hub"
        var opening = try opening(code, name, on: guess)
        if opening == nil { opening = try context.rulebook.opening(code, "hub", on: guess, nil) }
        guard let opening else { throw .noRoute(code, name, on: guess) }
        return try date(in: opening.bound.rules.zone)
    }

    private func checkDossier(
        _ entries: [DossierEntry],
        _ targets: [SubmissionOpened.Target],
        on date: CivilDate
    ) throws(Refusal) {
        var incomplete: [Completeness] = []
        for target in targets {
            guard let opening = try opening(target.jurisdiction, target.route, on: date) else {
                throw .noRoute(target.jurisdiction, target.route, on: date)
            }
            let completeness = opening.bound.rules.completeness(of: entries, adopted: Set(submission.opened.adopted))
            if !completeness.isComplete { incomplete.append(completeness) }
        }
        guard incomplete.isEmpty else { throw .incompleteDossier(incomplete) }
    }

    // MARK: - Opening cases

    mutating func openCase(
        _ name: CaseName,
        _ code: JurisdictionCode,
        _ route: RouteName,
        _ participation: Participation?,
        filing: Int?,
        isTrack: Bool = false,
        beginning variables: [VariableName: String] = [:],
        on date: PartialDate,
        stated: PartialDate? = nil
    ) throws(Refusal) {
        let (pins, bound) = try binding(name, code, route, on: date)
        // A case that relies on another authority's approval files for itself, once there is one.
        let filing = bound.rules.boundRoute?.relies == true || isTrack ? nil : filing

        func opened(_ outcome: StepOutcome) -> CaseOpened {
            CaseOpened(
                name: name,
                jurisdiction: code,
                route: route,
                participation: participation,
                procedure: pins.procedure,
                rules: pins.rules,
                filing: filing,
                isTrack: isTrack,
                outcome: outcome
            )
        }
        // The host sees the case as it will be, so that its first guards and effects find it.
        var imagined = submission
        imagined.cases.append(Case(opened(StepOutcome(microsteps: [], changes: [], isOver: false)), on: date))
        var host = CaseHost(
            bound: bound,
            name: name,
            payload: .empty,
            occurredOn: date,
            revision: nil,
            context: context,
            number: nextNumber,
            submission: imagined,
            retaking: retaking
        )
        for (variable, value) in variables.sorted(by: { $0.key < $1.key }) {
            host.record(.variableSet(variable, value))
        }
        let microsteps = try bound.procedure.chart.start(host: &host)
        let outcome = try close(&host, microsteps, of: imagined.cases[imagined.cases.count - 1])
        record(.caseOpened(opened(outcome)), on: date, stated: stated)
        enqueue(host)
        try openTracks(host)
    }

    /// What the case is bound to: taken again what it was, unless the day of its opening was put right.
    private func binding(
        _ name: CaseName,
        _ code: JurisdictionCode,
        _ route: RouteName,
        on date: PartialDate
    ) throws(Refusal) -> (BoundCase.Pins, BoundCase) {
        if let pins = retaking?.pins(of: name) { return (pins, try context.rulebook.bound(pins)) }
        guard let opening = try opening(code, route, on: context.bindingDate(date)) else {
            throw .noRoute(code, route, on: context.bindingDate(date))
        }
        return (opening.pins, opening.bound)
    }

    // MARK: - Tracks

    /// Opens a track for a jurisdiction that the submission is filed for, or where its product is approved.
    mutating func openTrack(_ track: RouteName, _ code: JurisdictionCode) throws(Refusal) {
        let targets = submission.opened.targets.map(\.jurisdiction)
        let approved = (submission.approvals + context.approvals).map(\.jurisdiction)
        let known = targets + approved.filter { !targets.contains($0) }
        guard known.contains(code) else { throw .notATarget(code, known: known) }
        let guess = Zone.utc.civilDate(at: context.now)
        let tracks = try context.rulebook.tracks(code)
        guard tracks.contains(track), let opening = try opening(code, track, on: guess) else {
            throw .noTrack(track, code, known: tracks)
        }
        let date = try date(in: opening.bound.rules.zone)
        try openTrack(track, code, beginning: [:], on: date, stated: context.occurredOn)
        try settle(on: date)
    }

    /// Opens the tracks that a macrostep asked for; a jurisdiction that has no such track goes without.
    mutating func openTracks(_ host: CaseHost) throws(Refusal) {
        for (track, code, variables) in host.tracks where try context.rulebook.tracks(code).contains(track) {
            try openTrack(track, code, beginning: variables, on: host.occurredOn)
        }
    }

    private mutating func openTrack(
        _ track: RouteName,
        _ code: JurisdictionCode,
        beginning variables: [VariableName: String],
        on date: PartialDate,
        stated: PartialDate? = nil
    ) throws(Refusal) {
        let count = submission.cases.count { $0.isTrack && $0.route == track && $0.jurisdiction == code }
        try openCase(
            .track(track, of: code, number: count + 1),
            code,
            track,
            nil,
            filing: nil,
            isTrack: true,
            beginning: variables,
            on: date,
            stated: stated
        )
    }

    /// What a case of the product would be bound to, were it opened on that day.
    private func opening(
        _ code: JurisdictionCode,
        _ route: RouteName,
        on date: CivilDate
    ) throws(Refusal) -> Rulebook.Opening? {
        try context.rulebook.opening(code, route, on: date, submission.opened.classes[code])
    }

    private func lookup(_ code: JurisdictionCode, _ route: RouteName, on date: PartialDate) -> Lookup {
        .opening(code, route, on: context.bindingDate(date), submission.opened.classes[code])
    }

    mutating func openFallback(of name: CaseName, on date: PartialDate) throws(Refusal) {
        let left = try subject(name)
        guard let route = try bound(left).rules.boundRoute?.fallback else { return }
        let count = submission.cases.count {
            $0.jurisdiction == left.jurisdiction && $0.name != .hub && !$0.isTrack
        }
        let successor = CaseName.member(left.jurisdiction, number: count + 1)
        try openCase(successor, left.jurisdiction, route, nil, filing: nil, on: date)
        // The link is written last, so that a reader of the log sees the successor first.
        var host = try host(for: left, .empty, on: date, revision: nil)
        host.record(.replaced(by: successor))
        let outcome = StepOutcome(microsteps: [], changes: host.changes, isOver: left.isOver)
        record(.caseAdvanced(.init(name: name, cause: .condition, payload: .empty, outcome: outcome)), on: date)
    }
}
