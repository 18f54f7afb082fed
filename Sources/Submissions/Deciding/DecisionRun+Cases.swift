import Regulation
import Statecharts

extension DecisionRun {
    func expectVersion(of subject: Case) throws(Refusal) { try context.expected?.check(subject.version) }

    func expectSubmissionVersion() throws(Refusal) { try context.expected?.check(submission.version) }

    // MARK: - Opening cases

    mutating func openCase(
        _ name: CaseName,
        _ code: JurisdictionCode,
        _ route: RouteName,
        _ participation: Participation?,
        filing: Int?,
        isTrack: Bool = false,
        bundle: CaseName? = nil,
        beginning variables: [VariableName: String] = [:],
        on opening: PartialDate,
        stated: PartialDate? = nil
    ) throws(Refusal) {
        let (pins, bound) = try binding(name, code, route, on: opening)
        // The day at its own place: where the opener's day has not begun yet, an act there would come before the opening.
        let today = bound.rules.zone.civilDate(at: toldAt)
        let date = opening.cut(through: today) ?? .day(today)
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
                bundle: bundle,
                outcome: outcome
            )
        }
        // The host sees the case as it will be, so that its first guards and effects find it.
        var imagined = submission
        imagined.cases.append(Case(opened(StepOutcome(microsteps: [], changes: [], isOver: false)), on: date))
        let situation = Situation(
            submission: imagined,
            name: name,
            bound: bound,
            payload: .empty,
            occurredOn: date,
            register: context.approvals
        )
        var host = CaseHost(situation, revision: nil, in: context, number: nextNumber, retaking: retaking)
        for (variable, value) in variables.sorted(by: { $0.key < $1.key }) {
            host.record(.variableSet(variable, value))
        }
        if filing != nil {
            for change in try host.admission(by: "file") { host.record(change) }
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
        if let pins = retaking?.pins(of: name, in: code) { return (pins, try context.rulebook.bound(pins)) }
        guard let opening = try opening(code, route, on: context.bindingDate(date)) else {
            throw .noRoute(code, route, on: context.bindingDate(date))
        }
        return (opening.pins, opening.bound)
    }

    // MARK: - Tracks

    /// Opens a track for a jurisdiction that the submission is filed for, or where its product is approved.
    ///
    /// With a `bundle` it takes part in that of this hub.
    ///
    /// - Returns: The case.
    @discardableResult
    mutating func openTrack(
        _ track: RouteName,
        _ code: JurisdictionCode,
        in bundle: CaseName? = nil
    ) throws(Refusal) -> CaseName {
        let targets = submission.opened.targets.map(\.jurisdiction)
        let approved = (submission.approvals + context.approvals).map(\.jurisdiction)
        let known = targets + approved.filter { !targets.contains($0) }
        guard known.contains(code) else { throw .notATarget(code, known: known) }
        let guess = Zone.utc.civilDate(at: context.now)
        let tracks = try context.rulebook.tracks(code)
        guard tracks.contains(track), let opening = try opening(code, track, on: guess) else {
            throw .noTrack(track, code, known: tracks)
        }
        // A hub without members would wait for nobody.
        guard !opening.awaitsMembers else { throw .bundleTooSmall(track) }
        return try openTrack(track, code, as: opening, in: bundle)
    }

    /// Opens the hub of a bundle of tracks, and in each country the track that takes part in it, as one command; where the rules
    /// say so, the case that runs there joins.
    mutating func openBundle(_ hub: RouteName, _ codes: [JurisdictionCode]) throws(Refusal) {
        guard Set(codes).count > 1 else { throw .bundleTooSmall(hub) }
        guard let window = try context.rulebook.hub() else { throw .noHub }
        let guess = Zone.utc.civilDate(at: context.now)
        try context.rulebook.require(codes.map { .bundled($0, hub, on: guess) })
        let name = try openHub(hub, window)
        var opened: Set<JurisdictionCode> = []
        for code in codes where opened.insert(code).inserted {
            guard let track = try context.rulebook.bundled(code, hub, on: guess) else {
                throw .notBundled(code, in: hub)
            }
            if try opening(code, track, on: guess)?.bound.rules.boundRoute?.bundle?.ahead == nil {
                try openTrack(track, code, in: name)
            } else {
                try joinBundle(of: name, track, code)
            }
        }
    }

    /// Lets the latest case that runs on the track join the bundle of the hub, by the action that its procedure has for it.
    private mutating func joinBundle(
        of hub: CaseName,
        _ track: RouteName,
        _ code: JurisdictionCode
    ) throws(Refusal) {
        let running = submission.cases.last { other in
            other.isTrack && other.route == track && other.jurisdiction == code && !other.isOver
        }
        guard let running, let (action, field) = try bound(running).procedure.joining else {
            throw .nothingJoins(code, track)
        }
        // What was expected of the submission was asked before.
        context = context.expectingNothing
        do throws(Refusal) {
            try act(running.name, action, Payload(fields: [field: .code(hub.rawValue)]), nil)
        } catch {
            if case .unprepared = error { throw error }
            throw .member(running.name, error)
        }
    }

    /// Opens the hub itself, kept where the window of bundled filings is, whether or not the product is filed there.
    @discardableResult
    mutating func openHub(_ hub: RouteName, _ code: JurisdictionCode) throws(Refusal) -> CaseName {
        let tracks = try context.rulebook.tracks(code)
        guard tracks.contains(hub), let opening = try opening(code, hub, on: Zone.utc.civilDate(at: context.now)),
            opening.awaitsMembers
        else { throw .noTrack(hub, code, known: tracks) }
        return try openTrack(hub, code, as: opening, in: nil)
    }

    private mutating func openTrack(
        _ track: RouteName,
        _ code: JurisdictionCode,
        as opening: Rulebook.Opening,
        in bundle: CaseName?
    ) throws(Refusal) -> CaseName {
        let date = try firstDate(in: opening.bound.rules.zone)
        let name = submission.nextTrack(track, of: code, isOfProduct: opening.isOfProduct)
        try openTrack(name, track, code, in: bundle, beginning: [:], on: date, stated: context.occurredOn)
        try settle(on: date)
        return name
    }

    /// Opens a track with its first act, as one command: nobody sees the one without the other.
    mutating func beginTrack(
        _ track: RouteName,
        _ code: JurisdictionCode,
        _ action: ActionName,
        _ payload: Payload
    ) throws(Refusal) {
        let name = try openTrack(track, code)
        // What was expected of the submission was asked before, and of a new case there is nothing to expect.
        context = context.expectingNothing
        try act(name, action, payload, nil)
    }

    /// Opens the tracks that a macrostep asked for; a jurisdiction that has no such track goes without.
    mutating func openTracks(_ host: CaseHost) throws(Refusal) {
        for (track, code, variables) in host.tracks where try context.rulebook.tracks(code).contains(track) {
            let isOfProduct = try opening(code, track, on: context.bindingDate(host.occurredOn))?.isOfProduct ?? false
            let name = submission.nextTrack(track, of: code, isOfProduct: isOfProduct)
            try openTrack(name, track, code, beginning: variables, on: host.occurredOn)
        }
    }

    private mutating func openTrack(
        _ name: CaseName,
        _ track: RouteName,
        _ code: JurisdictionCode,
        in bundle: CaseName? = nil,
        beginning variables: [VariableName: String],
        on date: PartialDate,
        stated: PartialDate? = nil
    ) throws(Refusal) {
        try openCase(
            name,
            code,
            track,
            // Each decides for itself: a bundle of tracks has no window.
            bundle == nil ? nil : .concurrentReview,
            filing: nil,
            isTrack: true,
            bundle: bundle,
            beginning: variables,
            on: date,
            stated: stated
        )
    }

    /// What a case of the product would be bound to, were it opened on that day.
    func opening(
        _ code: JurisdictionCode,
        _ route: RouteName,
        on date: CivilDate
    ) throws(Refusal) -> Rulebook.Opening? {
        try context.rulebook.opening(code, route, on: date, submission.opened.classes[code])
    }

    func lookup(_ code: JurisdictionCode, _ route: RouteName, on date: PartialDate) -> Lookup {
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
