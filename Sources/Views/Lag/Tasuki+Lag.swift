package import Engine
package import Regulation
import Submissions

extension Tasuki {
    /// The lag of one product, or of the workspace's products in the order of their ids.
    ///
    /// - Parameters:
    ///   - product: Only this product.
    ///   - instant: The instant of the look; now where it is absent.
    ///   - language: The language of the product's name.
    ///   - reading: Reads a manifest, for the name of the product.
    /// - Returns: The products; none where there is no such product.
    /// - Throws: What the store or the definitions cannot read.
    package func lag(
        of product: ProductID? = nil,
        asOf instant: Instant? = nil,
        in language: String = "en",
        reading: @escaping ManifestReading
    ) async throws -> [DeviceLag] {
        try await store.read { reader in
            let products = try product.map { [$0] } ?? self.allProducts(reader)
            let forecast = try (self.world.definitions as? any PlanSource)?.forecast()
            let field = try self.field([], knownOn: nil)
            return try products.compactMap { product in
                let submissions = try self.submissions(of: product, through: instant, reader)
                guard !submissions.isEmpty else { return nil }
                let name = submissions.reversed().lazy.compactMap {
                    self.productName($0.opened, in: language, reading)
                }.first
                let date = try reader.settings().zone.civilDate(at: try instant ?? self.now(reader))
                // None where nobody states what plans assume.
                let planners = forecast.map { forecast in
                    submissions.map { self.planner(of: $0, in: field, by: forecast, on: date) }
                }
                return try self.lag(of: product, name, submissions, planners ?? [], on: date, instant, reader)
            }
        }
    }

    private func allProducts(_ reader: any StoreReader) throws -> [ProductID] {
        var products: [ProductID] = []
        while true {
            let page = try reader.products(after: products.last, limit: 500)
            products += page
            if page.count < 500 { return products }
        }
    }

    private func lag(
        of product: ProductID,
        _ name: String?,
        _ submissions: [Submission],
        _ planners: [StrategyPlanner],
        on today: CivilDate,
        _ instant: Instant?,
        _ reader: any StoreReader
    ) throws -> DeviceLag {
        let repeated = Register.repeated(in: submissions)
        let granted = submissions.flatMap { submission in
            submission.approvals.filter { repeated[submission.name]?.contains($0.id) != true }.map {
                LagReckoner.Granted(
                    jurisdiction: $0.jurisdiction,
                    on: $0.grantedOn,
                    isDeclared: submission.isDeclared($0)
                )
            }
        }
        let courses = try submissions.flatMap { submission in
            let lanes = try timeline(of: submission.name, asOf: instant, reader).lanes
            let hub = lanes.first { $0.row.name == .hub }
            return lanes.filter { !$0.row.isTrack && $0.row.name != .hub }.map { LagReckoner.Course($0, hub: hub) }
        }
        let reckoner = LagReckoner(
            granted: granted,
            courses: courses,
            targets: submissions.flatMap { $0.opened.targets.map(\.jurisdiction) },
            today: today
        )
        return DeviceLag(
            product: product,
            name: name,
            on: today,
            first: reckoner.first,
            countries: reckoner.countries { code, filed in
                planners.lazy.compactMap { $0.alone(code, filedOn: filed) }.first
            }
        )
    }

    private func planner(
        of submission: Submission,
        in field: AdvisedField,
        by forecast: Forecast,
        on date: CivilDate
    ) -> StrategyPlanner {
        let wishes = PlanWishes()
        let basis = PlanBasis(
            submission: submission,
            register: [],
            category: category(of: submission),
            field: field,
            forecast: forecast,
            on: date,
            wishes: wishes
        )
        return StrategyPlanner(basis: basis, wishes: wishes)
    }
}

extension LagReckoner.Course {
    /// What takes part in a common review was filed with it, where it has no filing of its own.
    fileprivate init(_ lane: Timeline.Lane, hub: Timeline.Lane?) {
        let shared = lane.row.participation.map { $0 != .reliance } == true ? hub : nil
        self.init(
            jurisdiction: lane.row.jurisdiction,
            filed: lane.filed ?? shared?.filed,
            segments: lane.segments,
            isOver: lane.row.isOver,
            common: shared?.segments ?? []
        )
    }
}

extension Timeline.Lane {
    fileprivate var filed: PartialDate? {
        milestones.filter { if case .filed(let kind) = $0.kind { kind.isNew } else { false } }.map(\.on)
            .min { $0.latest < $1.latest }
    }
}

extension Filing.Kind {
    /// Whether it asks for an approval, and does not go on with what was asked for.
    fileprivate var isNew: Bool {
        switch self {
        case .initial, .fallback, .application: true
        case .answer, .report, .stage2, .change, .renewal: false
        }
    }
}

extension StrategyPlanner {
    /// What is expected of a filing that rests on no other approval; nil where no such route or no time is known.
    fileprivate func alone(_ code: JurisdictionCode, filedOn day: CivilDate) -> DeviceLag.Alone? {
        guard let route = alone(code, isTwoStage: false) else { return nil }
        var builder = PlanBuilder(basis, looksAtCases: false)
        let plan = builder.plan([PlanChoice(jurisdiction: code, route: route, fileOn: day)])
        return plan.countries.first?.time?.days.map { DeviceLag.Alone(route: route, days: $0) }
    }
}
