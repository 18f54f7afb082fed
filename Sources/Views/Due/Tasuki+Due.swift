package import Engine
package import Regulation
package import Submissions

extension Tasuki {
    /// What is overdue, or falls due within a number of days.
    package func due(
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
    ///   - last: Without a product or submission, those after this one.
    ///   - limit: Without a product or submission, at most so many submissions are looked at.
    ///   - instant: The instant of the look; now where it is absent.
    /// - Returns: The items, overdue first, and all open obligations.
    /// - Throws: ``EngineError`` where there is no such submission.
    package func due(
        within horizon: Horizon,
        product: ProductID? = nil,
        of name: SubmissionName? = nil,
        after last: SubmissionName? = nil,
        limit: Int = 500,
        asOf instant: Instant? = nil
    ) async throws -> DueReport {
        try await store.read { reader in
            if let name {
                let submission = try self.folded(name, through: instant, reader)
                return try self.due(in: [submission], within: horizon, asOf: instant, reader)
            }
            if let product {
                let submissions = try self.submissions(of: product, through: instant, reader)
                return try self.due(in: submissions, within: horizon, asOf: instant, reader)
            }
            let names = try reader.submissions(after: last, limit: limit)
            let submissions = try names.compactMap { try self.known($0, at: instant, reader) }
            var report = try self.due(in: submissions, within: horizon, asOf: instant, reader)
            report.next = names.count == limit ? names.last : nil
            return report
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
        let rules = try dutyRules(library(asOf: instant, reader), submissions, zone: settings.zone)
        let repeated = Register.repeated(in: submissions)
        var items: [Duty] = []
        for submission in submissions {
            let reckoner = DutyReckoner(
                submission,
                at: moment,
                rules,
                skipping: repeated[submission.name] ?? []
            )
            let duties = try marking(reckoner.duties, of: submission, rules.of)
            items += try inClear(duties.map { try naming($0, at: moment) }, reader)
        }
        let through = horizon.end(from: settings.zone.civilDate(at: moment))
        return DueReport(
            asOf: moment,
            zone: settings.zone,
            isSimulated: settings.clock != .wall,
            through: through,
            items: items.through(through),
            versions: Dictionary(submissions.map { ($0.name, $0.version) }) { $1 },
            obligations: items.compactMap { OpenObligation($0, in: submissions) }
        )
    }

    /// Everything with a date in one submission, which need not be the one that is stored.
    func dues(
        of submission: Submission,
        at moment: Instant,
        _ library: Library,
        _ reader: any StoreReader
    ) throws -> [Duty] {
        try dues(of: submission, at: moment, dutyRules(library, [submission], zone: reader.settings().zone))
    }

    func dues(of submission: Submission, at moment: Instant, _ rules: DutyReckoner.Rules) throws -> [Duty] {
        let duties = DutyReckoner(submission, at: moment, rules).duties
        return try marking(duties, of: submission, rules.of).map { try naming($0, at: moment) }
    }

    /// The duty with the names of its route, as they are configured now.
    private func naming(_ duty: Duty, at moment: Instant) throws -> Duty {
        guard case .target(let route, _) = duty.subject else { return duty }
        var duty = duty
        let today = Zone.utc.civilDate(at: moment)
        duty.routeNames = try world.definitions.ownNames(of: route, in: duty.jurisdiction, on: today)
        return duty
    }

    /// The duties with what people wrote of them.
    func inClear(_ duties: [Duty], _ tables: any SideTables) throws -> [Duty] {
        let commitments = duties.flatMap(\.texts)
        guard !commitments.isEmpty else { return duties }
        let texts = try tables.texts(commitments).mapValues(\.text)
        return duties.map { duty in
            let words = duty.texts.compactMap { texts[$0] }.filter { !$0.isEmpty }
            var duty = duty
            duty.text = words.isEmpty ? nil : words.joined(separator: " · ")
            return duty
        }
    }

    /// The submissions of the product in order of their names, those left out that were not open yet at `instant`.
    func submissions(
        of product: ProductID,
        through instant: Instant?,
        _ reader: any StoreReader
    ) throws -> [Submission] {
        try submissionNames(of: product, reader).compactMap { try known($0, at: instant, reader) }
    }

    /// The submission, or nil where it was not open yet at `instant`.
    func known(
        _ name: SubmissionName,
        at instant: Instant?,
        _ log: any EventLog
    ) throws -> Submission? {
        guard let instant else { return try log.submission(name) }
        return try log.submission(name, through: instant)
    }
}
