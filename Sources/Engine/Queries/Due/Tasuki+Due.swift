public import Regulation
public import Submissions

extension Tasuki {
    /// What is overdue, or falls due within a number of days.
    public func due(
        within days: Int,
        product: ProductID? = nil,
        of name: SubmissionName? = nil,
        asOf instant: Instant? = nil
    ) async throws -> DueReport {
        try await due(within: Horizon(days, .days) ?? .quarter, product: product, of: name, asOf: instant)
    }

    /// What is overdue, or falls due within `horizon`, as it was known at `instant`.
    ///
    /// - Parameters:
    ///   - horizon: How far to look ahead.
    ///   - product: Only the submissions of this product.
    ///   - name: Only this submission.
    ///   - instant: The instant of the look; now where it is absent.
    /// - Returns: The items, overdue first, and all open obligations.
    /// - Throws: ``EngineError`` where there is no such submission.
    public func due(
        within horizon: Horizon,
        product: ProductID? = nil,
        of name: SubmissionName? = nil,
        asOf instant: Instant? = nil
    ) async throws -> DueReport {
        try await store.read { reader in
            let submissions = try self.submissions(of: product, name, through: instant, reader)
            return try self.due(in: submissions, within: horizon, asOf: instant, reader)
        }
    }

    func due(
        in submissions: [Submission],
        within horizon: Horizon,
        asOf instant: Instant?,
        _ reader: any StoreReader
    ) throws -> DueReport {
        let settings = try reader.settings()
        let moment = try instant ?? now(reader)
        let shelf = Shelf(reader, world, pins)
        let rules = try dueRules(shelf, submissions, zone: settings.zone)
        let repeated = Register.repeated(in: submissions)
        var items: [DueItem] = []
        var obligations: [OpenObligation] = []
        for submission in submissions {
            let commitments = submission.obligations.compactMap(\.text)
            let builder = DueBuilder(
                submission: submission,
                moment: moment,
                rules: rules,
                texts: try reader.texts(commitments).mapValues(\.text),
                skipped: repeated[submission.name] ?? []
            )
            items += builder.items
            obligations += builder.openObligations
        }
        try shelf.check()
        let through = horizon.end(from: settings.zone.civilDate(at: moment))
        return DueReport(
            asOf: moment,
            zone: settings.zone,
            isSimulated: settings.clock != .wall,
            through: through,
            items: items.through(through),
            obligations: obligations
        )
    }

    private func dueRules(_ shelf: Shelf, _ submissions: [Submission], zone: Zone) throws -> DueBuilder.Rules {
        let rulebook = shelf.rulebook
        let configured = Dictionary(
            try world.definitions.jurisdictions().map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let hub = submissions.lazy.compactMap { self.hubBody(of: $0, shelf) }.first
        return DueBuilder.Rules(
            procedure: rulebook.procedure,
            pinned: rulebook.rules,
            calendar: rulebook.calendar,
            configured: { configured[$0] },
            hub: hub,
            zone: zone
        )
    }

    /// The submissions of the workspace in order of their names, those left out that were not open yet at `instant`.
    func submissions(
        of product: ProductID?,
        _ only: SubmissionName?,
        through instant: Instant?,
        _ reader: any StoreReader
    ) throws -> [Submission] {
        if let only { return [try folded(only, through: instant, reader)] }
        var found: [Submission] = []
        var last: SubmissionName?
        while true {
            let names = try reader.submissions(after: last, limit: 500)
            for name in names {
                guard let submission = try known(name, at: instant, reader) else { continue }
                if product == nil || submission.opened.product == product { found.append(submission) }
            }
            guard let end = names.last else { return found }
            last = end
        }
    }

    private func known(
        _ name: SubmissionName,
        at instant: Instant?,
        _ reader: any StoreReader
    ) throws -> Submission? {
        guard instant != nil else { return try reader.submission(name) }
        return Submission.replaying(try reader.history(of: name, through: instant).map(\.record))
    }
}
