import Engine
package import Regulation
package import Submissions

/// Definitions that hold the assumptions of plans too.
package protocol PlanSource: ManifestSource {
    func forecast() throws -> Forecast
}

/// A plan with what it is held against.
package struct PlanReport: Hashable, Sendable {
    package let plan: Plan
    /// The countries that the submission files for.
    package let targets: [JurisdictionCode]
    package let forecast: Forecast
    package let comparison: StrategyComparison
    /// Whose approval the savings are of; the first that may lead.
    package let leader: JurisdictionCode?
    package let savings: [Saving]
    /// The countries in which no route for the product rests on the leader.
    package let withoutSaving: [JurisdictionCode]

    package init(of basis: PlanBasis, wishes: PlanWishes) {
        let planner = StrategyPlanner(basis: basis, wishes: wishes)
        let opened = basis.submission.opened
        let kind: ComparedStrategy.Kind = wishes.strategy.map { .own($0) } ?? .chosen
        var builder = PlanBuilder(basis, looksAtCases: true)
        plan = builder.plan(planner.asFiled(planner.choices(kind, false)))
        targets = opened.targets.map(\.jurisdiction)
        forecast = basis.forecast
        comparison = planner.comparison()
        leader =
            basis.forecast.leaders.first { code in opened.targets.contains { $0.jurisdiction == code } }
            ?? basis.forecast.leaders.first
        let savings = leader.map { planner.savings(of: $0) } ?? []
        let saving = Set(savings.map(\.jurisdiction) + [leader].compactMap(\.self))
        self.savings = savings
        withoutSaving = basis.field.jurisdictions.map(\.code).filter { !saving.contains($0) }
    }
}

extension Tasuki {
    /// When the product of a submission is expected on each market, from what is known today; what has come about stays.
    ///
    /// Rules are those of today as configured, also where a case is already bound to others.
    ///
    /// - Throws: ``EngineError/noForecast`` where the definitions hold no assumptions of plans.
    package func plan(of name: SubmissionName, wishes: PlanWishes = PlanWishes()) async throws -> PlanReport {
        guard let source = world.definitions as? any PlanSource else {
            throw EngineError.noForecast
        }
        return try await store.read { reader in
            let today = try reader.settings().zone.civilDate(at: self.now(reader))
            let submission = try self.loaded(name, in: reader)
            let manifest = self.manifest(of: submission)
            let basis = PlanBasis(
                submission: submission,
                register: try self.register(beside: submission, through: nil, reader),
                category: manifest?.category,
                stageClaims: manifest?.stageClaims ?? [],
                field: try self.field([], knownOn: nil),
                forecast: try source.forecast(),
                on: today,
                wishes: wishes
            )
            return PlanReport(of: basis, wishes: wishes)
        }
    }
}
